// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/route_line.h"

#include <catch2/catch.hpp>

#include "tests/support/building_builder.h"
#include "tests/support/world_builder.h"

using namespace muster;
using namespace muster::behaviour;
using namespace muster::testing;

namespace {

// A room with a desk in the way of its door, a corridor with an exit at either end, a yard with a spot.
Building a_school() {
    return BuildingBuilder()
        .level("F1")
        .room("r1", {{0, 0}, {8, 6}})
        .corridor("c1", {{8.2, -10}, {11.2, 20}})
        .yard("yard", {{-5, 20.2}, {40, 50}})
        .yard("street", {{-5, -30}, {40, -10.2}})
        .doorway("d1", "r1", "c1", {{8.1, 2.5}, {8.1, 3.5}})
        .door("north", "c1", "yard", {{9.0, 20.1}, {10.5, 20.1}})
        .door("south", "c1", "street", {{9.0, -10.1}, {10.5, -10.1}})
        .doorway("round", "yard", "street", {{39.0, 20.0}, {39.5, 20.0}})
        .assembly("A", "yard", {{10, 30}, {20, 40}})
        .spot("A1", {15, 35})
        .build();
}

std::vector<RouteLeg> line_of(WorldBuilder& builder) {
    const auto world = builder.build();
    const routing::Navigation navigation(world->building);
    return route_line(*world, navigation, GroupId{0});
}

}  // namespace

TEST_CASE("a route runs from the room through its openings to the spot, without a gap") {
    WorldBuilder builder(a_school());
    builder.group("class", "r1", 10);
    const auto legs = line_of(builder);
    REQUIRE(legs.size() == 3);
    CHECK(legs[0].through == builder.opening("d1"));
    CHECK(legs[1].through == builder.opening("north"));
    CHECK_FALSE(legs[2].through.valid());
    CHECK(legs[2].line.back() == Vec2{15, 35});
    for (std::size_t i = 1; i < legs.size(); ++i) CHECK(legs[i].line.front() == legs[i - 1].line.back());
    double metres = 0.0;
    for (const RouteLeg& leg : legs) metres += leg.length_m;
    const double crow_m = 4.1 + distance({8.1, 3.0}, {9.75, 20.1}) + distance({9.75, 20.1}, {15, 35});
    CHECK(metres > 0.98 * crow_m);
    CHECK(metres < 1.15 * crow_m);
}

TEST_CASE("an assigned exit is drawn even where another is nearer") {
    WorldBuilder builder(a_school());
    builder.group("class", "r1", 10);
    builder.last_group().route.exit = builder.opening("south");
    const auto legs = line_of(builder);
    REQUIRE(legs.size() >= 3);
    CHECK(legs[1].through == builder.opening("south"));
}

TEST_CASE("where there is no way there is no line") {
    Building shut = a_school();
    for (Opening& o : shut.openings) o.state = DoorState::locked;
    WorldBuilder builder(std::move(shut));
    builder.group("class", "r1", 10);
    CHECK(line_of(builder).empty());
}
