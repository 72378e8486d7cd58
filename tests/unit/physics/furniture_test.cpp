// SPDX-License-Identifier: Apache-2.0
// Loose furniture slides as Newmark's block does, stops at walls and pushes its neighbour.
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/physics/furniture.h"
#include "tests/support/building_builder.h"

using namespace muster;
using namespace muster::physics;
using namespace muster::testing;

namespace {

constexpr double g = 9.80665;

Building hall_with(const std::vector<Box>& desks, double mass_kg = 20.0) {
    BuildingBuilder b;
    b.level("F1").room("hall", {{0, 0}, {20, 10}}).exit("out", "hall", {{20, 4}, {20, 6}});
    int n = 0;
    for (const Box& d : desks) b.obstacle("desk" + std::to_string(n++), "hall", d, ObstacleKind::desk, mass_kg);
    return b.build();
}

/// 0.5 g for 0.4 s towards -x, then nothing: the floor moves left, things slide right.
std::vector<double> pulse() {
    std::vector<double> a(40, -0.5 * g);
    a.resize(400, 0.0);
    return a;
}

std::vector<SlidItem> slide(const Building& b, const std::vector<double>& accel, double friction) {
    const FloorAcceleration floor{accel, 0.01};
    return slide_furniture(b, {&floor, 1}, {1.0, 0.0}, friction).items;
}

}  // namespace

TEST_CASE("furniture: one desk slides as far as the closed form says", "[furniture]") {
    const Building b = hall_with({Box{{5, 5}, {5.6, 5.4}}});
    for (const double mu : {0.1, 0.2, 0.3, 0.4}) {
        const double v = 0.5 * g * 0.4, expected = v * v / (2.0 * mu * g) * (1.0 - mu / 0.5);
        const auto slid = slide(b, pulse(), mu);
        REQUIRE(slid.size() == 1);
        CHECK(slid.front().moved.x == Approx(expected).epsilon(0.01));
        CHECK(slid.front().moved.y == Approx(0.0).margin(1e-3));
        CHECK(std::abs(slid.front().turned) < 1e-3);
        auto mirrored = pulse();
        for (double& a : mirrored) a = -a;
        CHECK(slide(b, mirrored, mu).front().moved.x == Approx(-slid.front().moved.x).margin(1e-4));
    }
}

TEST_CASE("furniture: friction holds, fixed things stand, walls stop, neighbours are pushed", "[furniture]") {
    CHECK(slide(hall_with({Box{{5, 5}, {5.6, 5.4}}}), pulse(), 0.6).empty());
    CHECK(slide(hall_with({Box{{5, 5}, {5.6, 5.4}}}, 0.0), pulse(), 0.2).empty());
    const auto at_wall = slide(hall_with({Box{{18.8, 5}, {19.4, 5.4}}}), pulse(), 0.1);
    REQUIRE(at_wall.size() == 1);
    CHECK(at_wall.front().moved.x < 0.65);
    for (const Vec2 p : at_wall.front().outline) CHECK(p.x < 20.02);
    // Both slide; neither passes through the other.
    Building two = hall_with({Box{{5, 5}, {5.6, 5.4}}, Box{{5.9, 5}, {6.5, 5.4}}});
    const auto pushed = slide(two, pulse(), 0.2);
    REQUIRE(pushed.size() == 2);
    CHECK(pushed[1].moved.x >= pushed[0].moved.x - 0.31);
    CHECK(slide(two, pulse(), 0.2)[1].moved.x == pushed[1].moved.x);  // the same again
}

TEST_CASE("furniture: a desk pushes the person beside it, and nobody else moves", "[furniture]") {
    const Building b = hall_with({Box{{5, 5}, {5.6, 5.4}}}, 40.0);
    const std::vector<double> accel = pulse();
    const FloorAcceleration floor{accel, 0.01};
    const std::vector<Bystander> people{{PersonId{0}, b.find_space("hall"), {5.9, 5.2}, 0.2, 30.0},
                                        {PersonId{1}, b.find_space("hall"), {12.0, 8.0}, 0.2, 30.0}};
    const Slid slid = slide_furniture(b, {&floor, 1}, {1.0, 0.0}, 0.2, people);
    REQUIRE(slid.items.size() == 1);
    REQUIRE(slid.people.size() == 1);
    CHECK(slid.people.front().person == PersonId{0});
    CHECK(slid.people.front().to.x > 6.0);
    CHECK(slid.people.front().to.x > slid.items.front().outline[1].x);
}
