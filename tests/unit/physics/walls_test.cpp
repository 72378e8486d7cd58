// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "sim/model/wall_shapes.h"
#include "sim/physics/wall_index.h"
#include "tests/support/crowd_cases.h"

namespace {

using namespace muster;
using namespace muster::physics;
using namespace muster::testing;

double clearance(const WallIndex& walls, SpaceId s, Vec2 p) {
    double least = 1e9;
    const auto x = static_cast<float>(p.x), y = static_cast<float>(p.y);
    for (const std::uint32_t w : walls.walls(s, x, y))
        least = std::min(least, double{nearest_on(walls.wall(w), x, y).distance});
    return least;
}

TEST_CASE("walls are the rings without the openings, and the jambs through the wall", "[physics]") {
    const Building b = BuildingBuilder()
                           .level("F1")
                           .room("a", {{0, 0}, {4, 4}})
                           .room("b", {{4.2, 0}, {8.2, 4}})
                           .door("door", "a", "b", {{4.1, 1.5}, {4.1, 2.5}})
                           .build();
    double ring_m = 0.0;
    for (const Segment& s : ring_walls(b, b.find_space("a"))) ring_m += s.length();
    CHECK(ring_m == Approx(15.0).margin(1e-9));
    const auto sides = jambs(b, b.find_opening("door"));
    REQUIRE(sides.size() == 2);
    for (const Segment& s : sides) {
        CHECK(s.length() == Approx(0.2).margin(1e-9));
        CHECK(s.middle().x == Approx(4.1).margin(1e-9));
    }
}

TEST_CASE("a corridor as wide as its opening keeps its side walls up to the end", "[physics]") {
    const CrowdCase c = bottleneck(1.0, 1, 1);
    double ring_m = 0.0;
    for (const Segment& s : ring_walls(c.building, c.building.find_space("corridor"))) ring_m += s.length();
    CHECK(ring_m == Approx(4.0).margin(0.01));  // two sides of 2 m; the two ends are openings
}

TEST_CASE("people put into a wall, a desk or outside get the nearest free place", "[physics]") {
    const Building b = BuildingBuilder()
                           .level("F1")
                           .room("a", {{0, 0}, {6, 6}})
                           .obstacle("desk", "a", Box{{2, 2}, {3.2, 2.6}})
                           .exit("out", "a", {{6, 2}, {6, 4}})
                           .build();
    const WallIndex walls(b);
    const SpaceId a = b.find_space("a");
    for (const Vec2 p : {Vec2{2.6, 2.3}, Vec2{0.0, 3.0}, Vec2{-0.4, -0.4}, Vec2{2.0, 1.95}, Vec2{6.5, 5.0}}) {
        const Vec2 q = walls.free_place(a, p, 0.2);
        INFO("from " << p.x << ", " << p.y << " to " << q.x << ", " << q.y);
        CHECK(is_free(b, a, q));
        CHECK(clearance(walls, a, q) >= 0.2 - 1e-6);
        CHECK(distance(p, q) < 1.0);
    }
    CHECK(walls.free_place(a, {4.0, 4.0}, 0.2) == Vec2{4.0, 4.0});
}

TEST_CASE("nobody is in a wall, and every person is in exactly the space the crossings say", "[physics]") {
    for (const std::uint64_t seed : {42, 7, 8}) {
        INFO("seed " << seed);
        const CrowdCase c = workload_2(seed);
        PhysicsSettings settings;
        settings.seed = seed;
        const auto physics = make_crowd_physics(c.building, settings);
        const WallIndex walls(c.building);
        CrowdDriver driver(c.building, *physics);
        c.fill(driver);
        std::vector<SpaceId> space(physics->bodies().space.begin(), physics->bodies().space.end());
        std::size_t in_wall = 0, misplaced = 0;
        double min_m = 1e9;
        while (driver.inside() > 0 && driver.now_s() < 120.0) {
            driver.step();
            for (const Crossing& crossing : physics->crossings()) {
                REQUIRE(c.building.opening(crossing.opening).joins(space[crossing.person.index()]));
                CHECK((crossing.share >= 0.0 && crossing.share <= 1.0));
                space[crossing.person.index()] = crossing.into;
            }
            const Bodies b = physics->bodies();
            for (std::size_t i = 0; i < space.size(); ++i) {
                if (driver.gone(i)) continue;
                const Vec2 p{double{b.x[i]}, double{b.y[i]}};
                misplaced += b.space[i] == space[i] ? 0 : 1;
                in_wall += is_free(c.building, space[i], p) ? 0 : 1;
                min_m = std::min(min_m, clearance(walls, space[i], p));
            }
        }
        CHECK(driver.out() == c.people.size());
        CHECK(in_wall == 0);
        CHECK(misplaced == 0);
        CHECK(min_m > 0.001);
        CHECK(driver.replaced() == 0);
    }
}

}  // namespace
