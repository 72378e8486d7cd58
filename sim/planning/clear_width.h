// SPDX-License-Identifier: Apache-2.0
// How wide a corridor is, and how deep a landing, measured across the drawing. Internal to sim/planning.
#pragma once

#include <limits>

#include "sim/model/building.h"

namespace muster::planning {

struct ClearWidth {
    double m = std::numeric_limits<double>::infinity();  // infinity = no two walls face one another
    Vec2 at;                                             // where it is narrowest
};
/// The least distance between two walls of the space that face one another, or between a wall and what stands in the
/// space. Walls shorter than half a metre (niches, pilasters' sides) are not measured from, but are hit.
[[nodiscard]] ClearWidth clear_width(const Building& building, SpaceId space);

/// From the middle of an opening straight into the space, up to the wall.
[[nodiscard]] double depth_behind(const Building& building, SpaceId space, OpeningId opening);

/// The floor behind an opening, between walls whatever stands there: straight ahead from its middle, and from a step
/// inside to both sides together.
struct FloorBefore {
    double ahead_m = 0.0, across_m = 0.0;
};
[[nodiscard]] FloorBefore floor_before(const Building& building, SpaceId space, OpeningId opening);

}  // namespace muster::planning
