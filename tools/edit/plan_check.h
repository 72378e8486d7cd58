// SPDX-License-Identifier: Apache-2.0
// What the plan reader says of a building that is being edited: written as a file would be, and read again.
#pragma once

#include <vector>

#include "render/viewer/edit/edit_types.h"
#include "sim/base/finding.h"
#include "sim/model/building.h"

namespace muster {

/// A finding and the thing of the edited building it is about, so that a click goes to the place.
struct PlanFinding {
    Finding finding;
    ObjectRef object;
    LevelId level;  // not valid for what concerns the whole plan
    Vec2 at;
};

struct PlanCheck {
    std::optional<Building> healed;  // as a run would have it; none when there are errors
    std::vector<PlanFinding> findings;
};

[[nodiscard]] PlanCheck recheck(const Building& building);

}  // namespace muster
