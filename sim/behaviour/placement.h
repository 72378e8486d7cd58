// SPDX-License-Identifier: Apache-2.0
// Where the people of a group stand when the run begins.
#pragma once

#include <vector>

#include "sim/base/random.h"
#include "sim/model/building.h"

namespace muster::behaviour {

/// Air between two people placed at the start, m. Assumption: enough for the contact solver to begin without overlap.
inline constexpr double placement_gap_m = 0.05;

/// Places for up to `count` people of radius `radius_m` in the free area of `space`: at least `radius_m` from walls and
/// obstacles, at least 2 radius_m + placement_gap_m from each other and from `taken`. Places from which a body cannot
/// get to a door (pockets among furniture) are used only when the others are full. At random while there is room, else
/// packed; fewer than `count` when they do not fit. The new places are appended to `taken`.
[[nodiscard]] std::vector<Vec2> place_group(const Building& building, SpaceId space, int count, double radius_m,
                                            RandomStream& stream, std::vector<Vec2>& taken);

}  // namespace muster::behaviour
