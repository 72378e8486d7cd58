// SPDX-License-Identifier: Apache-2.0
// Walking distance to one target inside one space, on a grid over the true free area (second-order fast marching).
// Obstacles are never grown by a body radius; closeness to them costs instead (clearance as slowness), so no seat is
// locked in by the grid. Door width never touches the grid: cells near the target that see it are initialised with the
// exact distance to its segment. Constant once made; safe to read from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/geometry/polygon.h"
#include "sim/model/building.h"
#include "sim/routing/lattice.h"

namespace muster::routing {

inline constexpr double infinity = std::numeric_limits<double>::infinity();  // m, where there is no way

class FreeSpace;

struct FieldSettings {
    double cell_m = 0.1;
    double clearance_m = 0.25;        // within this of a wall or an obstacle ...
    double clearance_slowness = 2.0;  // ... a metre counts as up to this many (largest at contact)
    double tight_m = 0.12;         // closer than this no body stands (radius of a small child; assumption): gaps of ...
    double tight_slowness = 12.0;  // ... less than twice that are gone through only where there is no other way
};

/// 0.1 m for spaces under 500 m2 or furnished ones indoors, 0.2 m up to 2000 m2 or with obstacles, 0.4 m for what is
/// left: large empty yards.
[[nodiscard]] FieldSettings field_settings_for(const Building& building, SpaceId space);

class DistanceField {
public:
    /// Travel cost in metres (>= the true distance, but for the grid's error) at p, bilinear between reachable cells;
    /// infinity where unreachable. 0 inside the target and in its slot.
    /// A point up to 0.6 m outside the free area (in a slot, pressed into a wall) gets its nearest reachable cell's
    /// value + the way there.
    [[nodiscard]] double at(Vec2 in_plan) const;
    /// Unit vector of steepest descent at p (towards the target; in the target's slot: out through it); {0,0} where
    /// unreachable.
    [[nodiscard]] Vec2 descent(Vec2 in_plan) const;
    [[nodiscard]] std::size_t bytes() const;

    // ---- made by the functions below ----
    struct Heading {  // of steepest descent, in 1/127
        std::int8_t x = 0, y = 0;
    };
    Turn turn;    // of the grid; all below is on it
    Vec2 origin;  // centre of cell (0,0)
    double cell_m = 0.1;
    int columns = 0, rows = 0;
    std::vector<float> cost;        // row-major; infinity = not free or not reachable
    std::vector<Heading> headings;  // row-major; {0,0} = not free or not reachable
    float widest_step = 0.0F;       // more than this between the corners of one square: a wall lies between them

private:
    struct Square;
    [[nodiscard]] bool square_at(Vec2 p, Square& out) const;
    [[nodiscard]] int nearest_reachable(Vec2 p) const;
    [[nodiscard]] Vec2 centre(int cell) const;
};

/// The segment a field to `opening` inside `space` leads to.
[[nodiscard]] Segment field_target(const Building& building, SpaceId space, OpeningId opening);

}  // namespace muster::routing
