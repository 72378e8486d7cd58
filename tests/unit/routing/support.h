// SPDX-License-Identifier: Apache-2.0
// Rooms and measures the routing tests share.
#pragma once

#include <string>
#include <vector>

#include "sim/base/random.h"
#include "sim/routing/make_field.h"
#include "sim/routing/navigation.h"
#include "tests/support/building_builder.h"

namespace muster::routing {

inline const Destination off_site{Destination::Kind::off_site, {}, {}};

inline const SpaceId first_space{std::size_t{0}};
inline const OpeningId first_door{std::size_t{0}};

inline std::string numbered(const char* prefix, std::size_t number) {
    std::string out(prefix);  // not prefix + to_string(): a false -Wrestrict in GCC 12
    return out += std::to_string(number);
}

/// Pure distance: clearance does not count.
inline FieldSettings plain_settings(double cell_m) { return {cell_m, 0.25, 1.0}; }

inline DistanceField plain_field(const Building& b, double cell_m) {
    return make_field(b, FreeSpace(b, first_space, plain_settings(cell_m)), first_space, first_door);
}

struct Errors {
    double mean = 0.0, worst = 0.0;  // |value - exact| / exact
    int count = 0;
};

/// Over a grid of points of `box`, those nearer to the target than 1 m and those that `exact` says -1 for left out.
template <class Exact>
Errors errors_over(const Box& box, const DistanceField& field, Exact&& exact) {
    Errors out;
    for (double x = box.low.x + 0.137; x < box.high.x - 0.13; x += 0.31) {
        for (double y = box.low.y + 0.141; y < box.high.y - 0.13; y += 0.29) {
            const double truth = exact(Vec2{x, y});
            if (truth < 1.0) continue;
            const double error = std::abs(field.at({x, y}) - truth) / truth;
            out.mean += error;
            out.worst = std::max(out.worst, error);
            ++out.count;
        }
    }
    out.mean /= std::max(1, out.count);
    return out;
}

/// A classroom of 9 x 7.2 m: rows of double desks (1.2 x 0.4 m) with seats behind them, aisles of `aisle_m`, its door
/// in the top wall. Desk outlines are turned by up to `askew_rad`.
struct Classroom {
    Building building;
    std::vector<Vec2> seats;
};

inline Classroom classroom(double aisle_m, double askew_rad, std::uint64_t seed) {
    RandomStream random(seed, Purpose::test, 0);
    testing::BuildingBuilder b;
    b.level("F1").room("r", {{0, 0}, {9, 7.2}}).corridor("c", {{0, 7.44}, {9, 9.84}});
    b.door("d", "r", "c", {{7.6, 7.32}, {8.5, 7.32}});
    Classroom out;
    for (double x = 0.6 + 0.6; x + 0.6 <= 9.0 - 0.3; x += 1.2 + aisle_m) {
        for (double y = 1.2; y <= 5.2; y += 0.9) {
            const double angle = random.uniform(-askew_rad, askew_rad);
            const Vec2 along{0.6 * std::cos(angle), 0.6 * std::sin(angle)}, across = (0.2 / 0.6) * perpendicular(along);
            const Vec2 m{x, y};
            b.obstacle(numbered("desk", out.seats.size()), "r",
                       Ring{m - along - across, m + along - across, m + along + across, m - along + across});
            for (const double side : {-0.5, 0.5}) out.seats.push_back(m + side * along - 2.2 * across);
        }
    }
    out.building = b.build();
    return out;
}

/// `count` rooms in a row along a corridor, each with a door to it and to the next room; two exits from the corridor,
/// one from the first room.
inline Building row_of_rooms(std::size_t count) {
    const double length_m = 6.0 * static_cast<double>(count);
    testing::BuildingBuilder b;
    b.level("F1").corridor("c", {{0, 0}, {length_m, 2.4}});
    for (std::size_t i = 0; i < count; ++i) {
        const double x = 6.0 * static_cast<double>(i);
        b.room(numbered("r", i), {{x, 2.64}, {x + 5.76, 9.0}});
        b.door(numbered("d", i), numbered("r", i), "c", {{x + 4.5, 2.52}, {x + 5.4, 2.52}});
        if (i > 0) b.door(numbered("x", i), numbered("r", i - 1), numbered("r", i), {{x - 0.12, 6.0}, {x - 0.12, 6.9}});
    }
    b.exit("west", "c", {{0, 0.4}, {0, 1.9}}).exit("east", "c", {{length_m, 0.4}, {length_m, 1.9}});
    b.exit("fire", "r0", {{0, 4.0}, {0, 4.9}});
    return b.build();
}

}  // namespace muster::routing
