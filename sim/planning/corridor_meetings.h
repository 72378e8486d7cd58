// SPDX-License-Identifier: Apache-2.0
// Where classes come upon each other in corridors and lobbies on the ways of a candidate: through one opening, while
// others who came by another make for the same way out, or come towards them. Stairs, and what leads onto them, have
// guides of their own.
#pragma once

#include <vector>

#include "sim/planning/plan_problem.h"

namespace muster::planning {

/// How some come in, and for which way out they make.
struct CorridorMeeting : WayStep {
    std::vector<std::size_t> units;  // of these
};

/// One per opening and way out, in the order of the units.
[[nodiscard]] std::vector<CorridorMeeting> corridor_meetings(const PlanProblem& problem,
                                                             const DrillCandidate& candidate);

}  // namespace muster::planning
