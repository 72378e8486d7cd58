// SPDX-License-Identifier: Apache-2.0
// Loose furniture on shaking floors: slides against friction, stops at walls, pushes what stands beside it. Seen from
// above, with the people who shelter among it; whether an item topples is not decided here.
#pragma once

#include <span>
#include <vector>

#include "sim/model/building.h"

namespace muster::physics {

struct SlidItem {
    ObstacleId item;
    Vec2 moved;           // m, of its middle
    double turned = 0.0;  // rad, counter-clockwise
    Ring outline;         // where it stands now
};

/// Somebody who holds on while it shakes.
struct Bystander {
    PersonId person;
    SpaceId space;
    Vec2 at;
    double radius_m = 0.2;
    double mass_kg = 60.0;
};
struct PushedPerson {
    PersonId person;
    Vec2 to;
};

struct FloorAcceleration {
    std::span<const double> accel;  // m/s2, of the floor
    double dt_s = 0.01;
};

struct Slid {
    std::vector<SlidItem> items;       // that ended more than `min_m` from their place, in order
    std::vector<PushedPerson> people;  // ditto
};

/// `floors`: per level of the building. `direction` of the motion, unit vector. Fixed items (no mass) stand.
/// Deterministic.
[[nodiscard]] Slid slide_furniture(const Building& building, std::span<const FloorAcceleration> floors, Vec2 direction,
                                   double friction, std::span<const Bystander> people = {}, double min_m = 0.02);

}  // namespace muster::physics
