// SPDX-License-Identifier: Apache-2.0
// Loose furniture on shaking floors: slides against friction, stops at walls, pushes what stands beside it. Seen from
// above; whether an item topples is not decided here. People are not in it.
#pragma once

#include <span>
#include <vector>

#include "sim/model/building.h"

namespace muster {

struct SlidItem {
    ObstacleId item;
    Vec2 moved;           // m, of its middle
    double turned = 0.0;  // rad, counter-clockwise
    Ring outline;         // where it stands now
};

struct FloorAcceleration {
    std::span<const double> accel;  // m/s2, of the floor
    double dt_s = 0.01;
};

/// Items with a mass that ended more than `least_m` from their place, in order. `floors`: per level of the building.
/// `direction` of the motion, unit vector. Deterministic.
[[nodiscard]] std::vector<SlidItem> slide_furniture(const Building& building, std::span<const FloorAcceleration> floors,
                                                    Vec2 direction, double friction, double least_m = 0.02);

}  // namespace muster
