// SPDX-License-Identifier: Apache-2.0
// Walking distance to one target inside one space, on a grid over the true free area (second-order fast marching).
// Obstacles are never grown by a body radius; closeness to them costs instead (clearance as slowness), so no seat is
// locked in by the grid. Door width never touches the grid: cells near the target are initialised with the exact
// distance to its segment. Constant once made; safe to read from any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/geometry/polygon.h"
#include "sim/model/building.h"

namespace muster {

struct FieldSettings {
    double cell_m = 0.1;
    double clearance_m = 0.25;        // within this of a wall or an obstacle ...
    double clearance_slowness = 2.0;  // ... a metre counts as up to this many (largest at contact)
};

/// 0.1 m for spaces under 500 m2 or with furniture, 0.2 m up to 2000 m2, 0.4 m for yards beyond.
[[nodiscard]] FieldSettings field_settings_for(const Building& building, SpaceId space);

class DistanceField {
public:
    /// Travel cost in metres (>= the true distance) at p, bilinear between reachable cells; infinity where unreachable.
    /// A point up to 0.6 m outside the free area (in a slot, pressed into a wall) gets its nearest reachable cell's
    /// value + the way there.
    [[nodiscard]] double at(Vec2 p) const;
    /// Unit vector of steepest descent at p (towards the target); {0,0} where unreachable.
    [[nodiscard]] Vec2 descent(Vec2 p) const;
    [[nodiscard]] std::size_t bytes() const;

    // ---- made by the functions below ----
    Vec2 origin;  // centre of cell (0,0)
    double cell_m = 0.1;
    int columns = 0, rows = 0;
    std::vector<float> cost;  // row-major; infinity = not free or not reachable
};

/// To an opening of `space` (its segment on this space's side of the slot, inset 0.07 m).
[[nodiscard]] DistanceField make_field(const Building& building, SpaceId space, OpeningId target);
/// To a point in `space` (an assembly spot, the middle of a destination room), inside `radius_m` counting as there.
[[nodiscard]] DistanceField make_field(const Building& building, SpaceId space, Vec2 target, double radius_m);

}  // namespace muster
