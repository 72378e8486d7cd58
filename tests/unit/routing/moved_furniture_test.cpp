// SPDX-License-Identifier: Apache-2.0
// One run's navigation over the shared one: furniture that moved, facades that people keep away from.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/unit/routing/support.h"

using namespace muster;
using namespace muster::routing;
using namespace muster::testing;

namespace {

const ObstacleId shelf{std::size_t{0}};

/// A hall between a room on the left and two ways out, on the right and below.
Building hall() {
    return BuildingBuilder()
        .level("F1")
        .room("room", {{-4, 0}, {-0.2, 4}})
        .room("hall", {{0, 0}, {10, 4}}, SpaceUse::hall)
        .obstacle("shelf", "hall", Box{{5.0, 0.0}, {5.3, 1.0}}, ObstacleKind::shelf, 80.0)
        .door("door", "room", "hall", {{-0.1, 1.5}, {-0.1, 2.5}})
        .exit("right", "hall", {{10.1, 1.5}, {10.1, 2.5}})
        .exit("below", "hall", {{1.0, -0.1}, {2.0, -0.1}})
        .build();
}

void lay(Building& b, double y1) { b.obstacles.front().outline = {{5, 0}, {6.8, 0}, {6.8, y1}, {5, y1}}; }

std::vector<double> by_the_right(const Building& b) {
    std::vector<double> extra(b.openings.size(), 0.0);
    extra[b.find_opening("below").index()] = 100.0;
    return extra;
}

}  // namespace

TEST_CASE("moved furniture: the way goes round it, and a gap less than a body is none", "[routing]") {
    const Building plan = hall();
    Building now = plan;
    const Navigation shared(plan);
    Navigation own(shared, now, 0.4);
    const SpaceId in = plan.find_space("hall");
    const OpeningId right = plan.find_opening("right");
    const double free_m = own.field(in, right).at({3.0, 0.5});
    CHECK(free_m == Approx(shared.field(in, right).at({3.0, 0.5})));
    CHECK_FALSE(own.changed(in));

    lay(now, 3.4);
    own.move_furniture(std::array{shelf});
    CHECK(own.changed(in));
    const double round_m = own.field(in, right).at({3.0, 0.5});
    CHECK(round_m > free_m + 1.0);
    CHECK(std::isfinite(round_m));
    lay(now, 3.65);  // 0.35 m left
    own.move_furniture(std::array{shelf});
    CHECK(std::isinf(own.field(in, right).at({3.0, 0.5})));
    CHECK(shared.field(in, right).at({3.0, 0.5}) == Approx(free_m));
}

TEST_CASE("moved furniture: a table of routes heeds it only for who has seen it", "[routing]") {
    const Building plan = hall();
    Building now = plan;
    const Navigation shared(plan);
    Navigation own(shared, now, 0.4);
    lay(now, 4.0);
    own.move_furniture(std::array{shelf});
    const SpaceId room = plan.find_space("room"), in = plan.find_space("hall");
    const auto extra = by_the_right(plan);
    const double unaware = own.to_go_m(own.route_table(off_site, extra), room, {-2, 2});
    const double aware = own.to_go_m(own.route_table(off_site, extra, std::array{in}), room, {-2, 2});
    CHECK(unaware == Approx(shared.to_go_m(shared.route_table(off_site, extra), room, {-2, 2})));
    CHECK(aware > 100.0);  // by the other exit
    CHECK(aware < 120.0);
}

TEST_CASE("moved furniture: a door with something before it cannot be reached, one beside it can", "[routing]") {
    const Building plan = hall();
    Building now = plan;
    const Navigation shared(plan);
    Navigation own(shared, now, 0.4);
    const SpaceId in = plan.find_space("hall");
    now.obstacles.front().outline = {{8.0, 1.2}, {9.8, 1.2}, {9.8, 2.8}, {8.0, 2.8}};
    own.move_furniture(std::array{shelf});
    CHECK(std::isinf(own.field(in, plan.find_opening("right")).at({3.0, 2.0})));
    now.obstacles.front().outline = {{8.0, 0.2}, {9.8, 0.2}, {9.8, 1.9}, {8.0, 1.9}};  // 0.6 m of it are free
    own.move_furniture(std::array{shelf});
    CHECK(std::isfinite(own.field(in, plan.find_opening("right")).at({3.0, 2.0})));
    CHECK(std::isfinite(own.field(in, plan.find_opening("below")).at({3.0, 2.0})));
}

TEST_CASE("facades: while they are shunned people walk straight away from them", "[routing]") {
    Building plan = BuildingBuilder()
                        .level("F1")
                        .room("hall", {{0, 0}, {30, 8}}, SpaceUse::hall)
                        .yard("yard", {{0, 8.2}, {60, 40}})
                        .door("door", "hall", "yard", {{4, 8.1}, {6, 8.1}})
                        .assembly("A", "yard", {{40, 9}, {58, 20}})
                        .spot("A1", {44, 10})
                        .build();
    const Navigation shared(plan);
    Navigation own(shared, plan, 0.4);
    const Destination spot{Destination::Kind::spot, AssemblySpotId{std::size_t{0}}, {}};
    const Vec2 at_the_door{5.0, 8.8};
    const double along = own.field(spot).descent(at_the_door).y;
    CHECK(std::abs(along) < 0.3);
    own.shun_facades(true);
    CHECK(own.field(spot).descent(at_the_door).y > 0.8);
    CHECK(own.field(spot).at(at_the_door) > shared.field(spot).at(at_the_door) + 4.0);
    own.shun_facades(false);
    CHECK(own.field(spot).descent(at_the_door).y == along);
}
