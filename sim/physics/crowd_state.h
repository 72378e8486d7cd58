// SPDX-License-Identifier: Apache-2.0
// Everybody's state, structure of arrays, index = PersonId. Owned by the crowd physics; its parts read and write it.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/id.h"
#include "sim/base/vec2.h"

namespace muster::physics {

struct CrowdState {
    std::vector<float> x, y, vx, vy;               // m, m/s
    std::vector<float> ex, ey, desired_speed;      // desired direction (unit or 0) and speed, m/s
    std::vector<float> remaining;                  // m to the destination
    std::vector<float> radius, radius_now;         // m; now = less while the shoulders are turned
    std::vector<float> mass;                       // kg
    std::vector<float> wish_x, wish_y;             // m/s, what steering chose last
    std::vector<float> impatience;                 // [0, 1]
    std::vector<float> contact_n;                  // N, mean over the last step
    std::vector<float> clear_x, clear_y, clear_m;  // a disc free of walls, as last seen; radius 0 = not known
    std::vector<SpaceId> space;                    // not valid = outside the site
    std::vector<std::uint32_t> stream;
    std::vector<std::uint32_t> needs_body_until;  // step number
    std::vector<std::uint8_t> present;            // 0 once removed
    std::vector<std::uint8_t> immovable, in_file;
    std::vector<std::uint8_t> opposed;      // an opposing person is in sight
    std::vector<std::uint8_t> turning;      // ... and close: shoulders turn
    std::vector<std::uint8_t> decides_now;  // changed place or intent: decides out of turn

    [[nodiscard]] std::size_t size() const { return x.size(); }
    [[nodiscard]] Vec2 at(std::size_t i) const { return {double{x[i]}, double{y[i]}}; }
};

}  // namespace muster::physics
