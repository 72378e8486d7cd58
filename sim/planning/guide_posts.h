// SPDX-License-Identifier: Apache-2.0
// Where guides have to stand whatever a plan says, how crowded their places were, and whether there are enough people
// to stand there.
#pragma once

#include <vector>

#include "sim/planning/drill_plan.h"

namespace muster::planning {

/// Raises the post's figures to those of the most crowded of `seen` that is one of these openings or spaces.
void raise_to(GuidePost& post, const std::vector<analysis::Bottleneck>& seen, const std::vector<OpeningId>& openings,
              const std::vector<SpaceId>& spaces);

/// On every stair that classes come down from the second storey or higher: its landing between the first and the second
/// storey always (there most of the crushes in Chinese schools happened; MOE's urgent notice of 30 Nov 2010 asks for a
/// teacher on every flight), half-way down where it has none, and every other landing that was crowded for longer than
/// our judgement lets pass.
[[nodiscard]] std::vector<GuidePost> landing_posts(const Building& building, const std::vector<StairId>& from_above,
                                                   const std::vector<analysis::Bottleneck>& seen);

[[nodiscard]] Staffing staffing_of(const World& world, std::size_t posts);

/// A landing or corridor congested for longer gets a guide; our judgement.
inline constexpr double guided_from_s = 10.0;

}  // namespace muster::planning
