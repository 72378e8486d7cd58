// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/routing/make_field.h"
#include "tests/unit/routing/support.h"

using namespace muster;
using namespace muster::routing;
using namespace muster::testing;

namespace {

Building empty_room() {
    return BuildingBuilder().room("r", {{0, 0}, {12, 9}}).exit("e", "r", {{12, 4}, {12, 5}}).build();
}

/// Straight to the target segment, as in any convex room.
double straight(const Building& b, Vec2 p) { return distance_to(field_target(b, first_space, first_door), p); }

Building l_shape() {
    const Ring ring{{0, 0}, {12, 0}, {12, 4}, {4, 4}, {4, 12}, {0, 12}};
    return BuildingBuilder().space("r", ring, SpaceUse::corridor).exit("e", "r", {{1.5, 12}, {2.5, 12}}).build();
}

/// Round the inner corner (4, 4) of the L, or straight where the segment sees the point.
double round_corner(const Building& b, Vec2 p) {
    if (p.x > 4.0 && p.y > 4.0) return -1.0;
    const Segment target = field_target(b, first_space, first_door);
    const Vec2 corner{4, 4};
    const Vec2 to = closest_point(target, p);
    if (p.y >= 4.0 || p.x + (corner.y - p.y) * (to.x - p.x) / (to.y - p.y) <= corner.x) return distance(p, to);
    // Which point of the segment is best does not matter once the way bends: the corner sees its nearest point.
    double least = distance(p, corner) + distance_to(target, corner);
    for (double t = 0.0; t <= 1.0; t += 0.01) {
        const Vec2 q = target.a + t * (target.b - target.a);
        if (p.x + (corner.y - p.y) * (q.x - p.x) / (q.y - p.y) <= corner.x) least = std::min(least, distance(p, q));
    }
    return least;
}

}  // namespace

TEST_CASE("field: distances in an empty room are straight lines to the opening", "[routing]") {
    const Building b = empty_room();
    const auto exact = [&](Vec2 p) { return straight(b, p); };
    const Errors fine = errors_over({{0, 0}, {12, 9}}, plain_field(b, 0.1), exact);
    const Errors coarse = errors_over({{0, 0}, {12, 9}}, plain_field(b, 0.2), exact);
    REQUIRE(fine.count > 800);
    CHECK(fine.mean < 0.005);
    CHECK(fine.worst < 0.02);
    CHECK(coarse.mean < 0.01);
    CHECK(coarse.worst < 0.04);
}

TEST_CASE("field: distances round the corner of an L are within two per cent, clearance or not", "[routing]") {
    const Building b = l_shape();
    const auto exact = [&](Vec2 p) { return round_corner(b, p); };
    const Errors plain = errors_over({{0, 0}, {12, 12}}, plain_field(b, 0.1), exact);
    const Errors with_clearance = errors_over({{0, 0}, {12, 12}}, make_field(b, first_space, first_door), exact);
    REQUIRE(plain.count > 400);
    CHECK(plain.mean < 0.005);
    CHECK(plain.worst < 0.02);
    CHECK(with_clearance.mean < 0.02);
}

TEST_CASE("field: clearance costs a little, and only close to walls", "[routing]") {
    const Building b = empty_room();
    const DistanceField f = make_field(b, first_space, first_door);
    const Errors all = errors_over({{0, 0}, {12, 9}}, f, [&](Vec2 p) { return straight(b, p); });
    const Errors middle = errors_over({{0.4, 0.4}, {11.5, 8.6}}, f, [&](Vec2 p) { return straight(b, p); });
    CHECK(all.mean < 0.02);
    CHECK(middle.worst < 0.03);
    CHECK(f.at({1, 0.03}) > straight(b, {1, 0.03}) + 0.1);
}

TEST_CASE("field: descent leads to the opening and out through its slot", "[routing]") {
    const Building b = empty_room();
    const DistanceField f = make_field(b, first_space, first_door);
    for (const Vec2 p : {Vec2{2, 2}, Vec2{3, 8}, Vec2{11, 1}, Vec2{6, 4.5}}) {
        const Vec2 want = normalised(closest_point(field_target(b, first_space, first_door), p) - p);
        CHECK(dot(f.descent(p), want) > 0.998);
        CHECK(length(f.descent(p)) == Approx(1.0).margin(1e-9));
    }
    CHECK(f.descent({11.99, 4.5}).x > 0.99);
    CHECK(f.at({11.99, 4.5}) == Approx(0.0).margin(0.1));
}

TEST_CASE("field: a walker on the descent walks no longer than the field says", "[routing][property]") {
    const auto seed = GENERATE(range(0, 8));
    INFO("seed " << seed);
    const Classroom c = classroom(0.6, 0.1, static_cast<std::uint64_t>(seed));
    const DistanceField f = make_field(c.building, first_space, first_door);
    for (const Vec2 seat : c.seats) {
        Vec2 p = seat;
        double walked = 0.0;
        const double said = f.at(seat);
        for (; walked < 40.0 && f.at(p) > 0.1; walked += 0.02) p += 0.02 * f.descent(p);
        INFO("seat " << seat.x << ", " << seat.y);
        CHECK(walked <= 1.02 * said + 0.1);
    }
}

TEST_CASE("field: the descent turns smoothly in open space", "[routing]") {
    const Building b = empty_room();
    const DistanceField f = make_field(b, first_space, first_door);
    for (double y = 0.5; y < 8.5; y += 0.37) {
        Vec2 before = f.descent({1.0, y});
        for (double x = 1.01; x < 10.0; x += 0.01) {
            const Vec2 now = f.descent({x, y});
            INFO("at " << x << ", " << y);
            REQUIRE(dot(before, now) > std::cos(0.05));  // 3 degrees per centimetre
            before = now;
        }
    }
}

TEST_CASE("field: aisles of 0.6 m keep every seat reachable, however askew the desks stand", "[routing][property]") {
    const auto seed = GENERATE(range(0, 16));
    INFO("seed " << seed);
    const Classroom c = classroom(0.6, 0.15, static_cast<std::uint64_t>(seed));
    const double turn = RandomStream(static_cast<std::uint64_t>(seed), Purpose::test, 1).uniform(0.0, 6.28);
    const Building turned = turned_and_moved(c.building, turn, {3.3, -7.7});
    const DistanceField f = make_field(turned, first_space, first_door);
    const double cs = std::cos(turn), sn = std::sin(turn);
    REQUIRE(c.seats.size() >= 40);
    for (const Vec2 s : c.seats) {
        const Vec2 p = Vec2{cs * s.x - sn * s.y, sn * s.x + cs * s.y} + Vec2{3.3, -7.7};
        CHECK(f.at(p) < 20.0);
        CHECK(f.at(p) >= 0.98 * distance_to(field_target(turned, first_space, first_door), p));
    }
}

TEST_CASE("field: a door of 0.5 m is reached with its exact distance from both sides", "[routing]") {
    const double turn = GENERATE(0.0, 0.297, 1.1);
    const double wall_m = GENERATE(0.0, 0.1, 0.24, 0.6);
    INFO("turned by " << turn << ", wall of " << wall_m);
    const Building b = turned_and_moved(BuildingBuilder()
                                            .room("r", {{0, 0}, {6, 6}})
                                            .corridor("c", {{0, 6 + wall_m}, {6, 9}})
                                            .door("d", "r", "c", {{3, 6 + 0.5 * wall_m}, {3.5, 6 + 0.5 * wall_m}})
                                            .build(),
                                        turn, {});
    const auto place = [&](Vec2 p) {
        return Vec2{std::cos(turn) * p.x - std::sin(turn) * p.y, std::sin(turn) * p.x + std::cos(turn) * p.y};
    };
    const DistanceField inside = make_field(b, first_space, first_door);
    CHECK(inside.at(place({3.25, 5.2})) == Approx(0.73).margin(0.02));
    CHECK(inside.at(place({3.25, 1.93})) == Approx(4.0).epsilon(0.02));
    const DistanceField outside = make_field(b, SpaceId{std::size_t{1}}, first_door);
    CHECK(outside.at(place({3.25, 7.5 + wall_m})) == Approx(1.43).epsilon(0.03));
    CHECK(inside.at(place({3.25, 6 + 0.5 * wall_m})) < 0.1);  // in the slot: there
}

TEST_CASE("field: a shelf thinner than a cell is not walked through", "[routing]") {
    const Building b = BuildingBuilder()
                           .room("r", {{0, 0}, {8, 6}})
                           .exit("e", "r", {{8, 2.5}, {8, 3.5}})
                           .obstacle("shelf", "r", Box{{4.02, 0}, {4.05, 5.0}}, ObstacleKind::shelf)
                           .build();
    const DistanceField f = plain_field(b, 0.1);
    const double exact = distance({2, 1}, {4.02, 5}) + 0.03 + distance({4.05, 5}, {7.93, 3.5});
    CHECK(f.at({2, 1}) == Approx(exact).epsilon(0.02));
    CHECK(f.at({3.98, 1}) > f.at({4.1, 1}) + 3.0);
    CHECK(f.descent({3.98, 1}).y > 0.9);
    CHECK(f.descent({4.1, 1}).x > 0.7);
}

TEST_CASE("field: the part of a room behind a wall of cupboards cannot be reached", "[routing]") {
    const Building b = BuildingBuilder()
                           .room("r", {{0, 0}, {8, 6}})
                           .exit("e", "r", {{8, 2.5}, {8, 3.5}})
                           .obstacle("wall", "r", Box{{4, 0}, {4.5, 6}}, ObstacleKind::cabinet)
                           .build();
    const DistanceField f = make_field(b, first_space, first_door);
    CHECK(std::isinf(f.at({2, 3})));
    CHECK(f.descent({2, 3}) == Vec2{});
    CHECK(std::isfinite(f.at({5, 3})));
}

TEST_CASE("field: a wall without thickness between two rooms is not seen through", "[routing]") {
    const Ring around{{0, 0}, {6, 0}, {6, 2}, {2, 2}, {2, 2.02}, {6, 2.02}, {6, 4}, {0, 4}};  // a notch of 2 cm
    const Building b =
        BuildingBuilder().space("r", around, SpaceUse::corridor).exit("e", "r", {{6, 2.6}, {6, 3.4}}).build();
    const DistanceField f = plain_field(b, 0.1);
    const double exact = distance({5.5, 1}, {2, 2}) + 0.02 + distance({2, 2.02}, {5.93, 2.6});
    CHECK(f.at({5.5, 1}) == Approx(exact).epsilon(0.02));
}

TEST_CASE("field: a body pressed into a wall still knows the way", "[routing]") {
    const Building b = empty_room();
    const DistanceField f = make_field(b, first_space, first_door);
    const FieldSettings settings;
    const double toll_m = settings.tight_m * (settings.tight_slowness - 1.0);  // of the strip where no body stands
    CHECK(f.at({-0.4, 4.5}) > 12.3 - 0.6);
    CHECK(f.at({-0.4, 4.5}) < 12.3 + 0.6 + toll_m);
    CHECK(f.descent({-0.4, 4.5}).x > 0.7);
    CHECK(std::isinf(f.at({-0.9, 4.5})));
    CHECK(std::isinf(f.at({1e9, -1e9})));
    CHECK(f.descent({std::nan(""), 0}) == Vec2{});
}

TEST_CASE("field: to a spot counts from its rim, and a spot under a desk is served from beside it", "[routing]") {
    const Building b = BuildingBuilder().yard("y", {{0, 0}, {30, 20}}).exit("e", "y", {{30, 4}, {30, 8}}).build();
    const DistanceField f = make_field(b, first_space, Vec2{20, 10}, 1.5);
    CHECK(f.at({5, 10}) == Approx(13.5).epsilon(0.02));
    CHECK(f.at({20.5, 10}) == Approx(0.0).margin(0.05));
    CHECK(f.descent({5, 10}).x > 0.99);
    CHECK(f.descent({20.8, 10}).x < -0.99);
    const Classroom c = classroom(0.6, 0.0, 1);
    CHECK(make_field(c.building, first_space, c.building.obstacles[0].outline[0] + Vec2{0.6, 0.2}, 0.3).at({8, 6}) <
          20.0);
}

TEST_CASE("field: a turned plan has the same distances", "[routing][property]") {
    const auto seed = GENERATE(range(0, 6));
    INFO("seed " << seed);
    RandomStream random(static_cast<std::uint64_t>(seed), Purpose::test, 2);
    const Building flat = l_shape();
    const double turn = random.uniform(0.0, 6.28);
    const Vec2 shift{random.uniform(-50, 50), random.uniform(-50, 50)};
    const Building turned = turned_and_moved(flat, turn, shift);
    const DistanceField f = make_field(flat, first_space, first_door), g = make_field(turned, first_space, first_door);
    double mean = 0.0;
    int count = 0;
    for (double x = 0.4; x < 11.8; x += 0.5) {
        for (double y = 0.4; y < 3.8; y += 0.5, ++count) {
            const Vec2 q = Vec2{std::cos(turn) * x - std::sin(turn) * y, std::sin(turn) * x + std::cos(turn) * y};
            mean += std::abs(g.at(q + shift) / f.at({x, y}) - 1.0);
        }
    }
    CHECK(mean / count < 0.02);
}

TEST_CASE("field: memory is six bytes per cell", "[routing]") {
    const DistanceField f = make_field(empty_room(), first_space, first_door);
    CHECK(f.bytes() <= sizeof(DistanceField) + 6 * static_cast<std::size_t>(f.columns * f.rows));
    CHECK(f.columns * f.rows < 127 * 97);
}

TEST_CASE("field: cells are fine indoors and coarse in large empty yards", "[routing]") {
    const Building b = BuildingBuilder()
                           .room("room", {{0, 0}, {9, 7}})
                           .room("hall", {{0, 10}, {40, 40}})
                           .yard("yard", {{0, 50}, {80, 110}})
                           .yard("parked", {{100, 50}, {180, 110}})
                           .room("canteen", {{0, 120}, {40, 150}})
                           .obstacle("car", "parked", Box{{120, 60}, {124, 62}}, ObstacleKind::parked)
                           .obstacle("table", "canteen", Box{{5, 125}, {7, 126}}, ObstacleKind::table)
                           .build();
    const auto cell = [&](const char* key) { return field_settings_for(b, b.find_space(key)).cell_m; };
    CHECK(cell("room") == 0.1);
    CHECK(cell("hall") == 0.2);
    CHECK(cell("yard") == 0.4);
    CHECK(cell("parked") == 0.2);
    CHECK(cell("canteen") == 0.1);
}

TEST_CASE("field: a gap too narrow for a body is gone round, unless it is the only way", "[routing]") {
    // Two cupboards with a gap between them: with another way 2 m longer, and without.
    const auto way = [](double gap_m, bool other_way) {
        BuildingBuilder b;
        b.room("r", {{0, 0}, {8, 6}});
        b.obstacle("low", "r", Box{{3.9, other_way ? 1.2 : 0.0}, {4.1, 3.0 - 0.5 * gap_m}});
        b.obstacle("high", "r", Box{{3.9, 3.0 + 0.5 * gap_m}, {4.1, 6.0}});
        b.exit("out", "r", {{8, 2.5}, {8, 3.5}});
        return make_field(b.build(), SpaceId{std::size_t{0}}, OpeningId{std::size_t{0}}).at({2, 3});
    };
    CHECK(way(0.6, true) < 6.5);
    CHECK(way(0.15, true) > 7.0);
    CHECK(way(0.15, true) < 9.0);
    CHECK(std::isfinite(way(0.15, false)));
}
