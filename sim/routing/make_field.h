// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/routing/distance_field.h"
#include "sim/routing/free_space.h"

namespace muster::routing {

/// To an opening of `space`: its segment on this space's side of the slot, 0.07 m inside the wall's face.
[[nodiscard]] DistanceField make_field(const Building& building, SpaceId space, OpeningId target);
[[nodiscard]] DistanceField make_field(const Building& building, const FreeSpace& over, SpaceId space,
                                       OpeningId target);
/// To a point in `space` (an assembly spot, the middle of a destination room), inside `radius_m` counting as there.
[[nodiscard]] DistanceField make_field(const Building& building, SpaceId space, Vec2 target, double radius_m);
[[nodiscard]] DistanceField make_field(const FreeSpace& over, Vec2 target, double radius_m);

}  // namespace muster::routing
