// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/routing/support.h"

using namespace muster;
using namespace muster::routing;
using namespace muster::testing;

TEST_CASE("free space: holds the room and its slots, not its holes and furniture", "[routing]") {
    const Building b = BuildingBuilder()
                           .room("r", {{0, 0}, {8, 6}})
                           .hole(Ring{{3, 3}, {4, 3}, {4, 4}, {3, 4}})
                           .corridor("c", {{0, 6.2}, {8, 8}})
                           .door("d", "r", "c", {{1, 6.1}, {2, 6.1}})
                           .obstacle("desk", "r", Box{{5, 1}, {6, 2}})
                           .build();
    const FreeSpace f(b, first_space);
    CHECK(f.holds({1, 1}));
    CHECK(f.holds({1.5, 6.1}));
    CHECK_FALSE(f.holds({3.5, 3.5}));
    CHECK_FALSE(f.holds({5.5, 1.5}));
    CHECK_FALSE(f.holds({1.5, 7}));
    CHECK_FALSE(f.holds({3, 6.1}));
}

TEST_CASE("free space: the nearest free point is the point itself or close beside the obstacle", "[routing]") {
    const Building b = BuildingBuilder().room("r", {{0, 0}, {8, 6}}).obstacle("desk", "r", Box{{5, 1}, {6, 2}}).build();
    const FreeSpace f(b, first_space);
    CHECK(f.nearest({1, 1}) == Vec2{1, 1});
    const Vec2 beside = f.nearest({5.1, 1.5});
    CHECK(f.holds(beside));
    CHECK(distance(beside, {5.1, 1.5}) < 0.25);
    const Vec2 back = f.nearest({-3, 3});
    CHECK(f.holds(back));
    CHECK(distance(back, {0, 3}) < 0.15);
}

TEST_CASE("free space: sees along free lines only", "[routing]") {
    const Building b = BuildingBuilder()
                           .room("r", {{0, 0}, {8, 6}})
                           .obstacle("desk", "r", Box{{3, 2}, {4, 4}})
                           .obstacle("screen", "r", Box{{6.02, 2}, {6.04, 4}})
                           .build();
    const FreeSpace f(b, first_space);
    CHECK(f.sees({1, 1}, {7, 1}));
    CHECK_FALSE(f.sees({1, 3}, {5, 3}));
    CHECK_FALSE(f.sees({5, 3}, {7, 3}));
    CHECK_FALSE(f.sees({1, 1}, {1, 7}));
}
