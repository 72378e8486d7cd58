// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/snapping.h"

#include <catch2/catch.hpp>

#include "render/viewer/edit/measures.h"
#include "render/viewer/edit/underlay.h"
#include "sim/base/random.h"
#include "tests/unit/viewer/small_plan.h"

using namespace muster;
using namespace muster::viewer;

namespace {

void check_near(Vec2 a, Vec2 b, double margin = 1e-9) {
    CHECK(a.x == Approx(b.x).margin(margin));
    CHECK(a.y == Approx(b.y).margin(margin));
}

}  // namespace

TEST_CASE("snapping: a corner before a wall, a wall before a line, a line before the grid", "[viewer]") {
    const Building b = two_rooms_and_corridor();
    const SnapSettings settings;
    const Snapped corner = snap(b, LevelId{0}, {8.9, 0.12}, settings);
    CHECK(corner.kind == SnapKind::corner);
    CHECK(corner.p == Vec2{9, 0});
    const Snapped wall = snap(b, LevelId{0}, {4.53, 0.1}, settings);
    CHECK(wall.kind == SnapKind::wall);
    check_near(wall.p, {4.5, 0.0});
    const Snapped line = snap(b, LevelId{0}, {9.1, 14.26}, settings);
    CHECK(line.kind == SnapKind::line);
    check_near(line.p, {9.0, 14.3});
    REQUIRE(line.guides.size() == 1);
    CHECK(line.guides[0].a.x == 9.0);
    const Snapped grid = snap(b, LevelId{0}, {30.04, 20.07}, settings);
    CHECK(grid.kind == SnapKind::grid);
    check_near(grid.p, {30.0, 20.1});
}

TEST_CASE("snapping: what is being moved does not hold itself, what is being drawn does", "[viewer]") {
    const Building b = two_rooms_and_corridor();
    SnapScene scene;
    scene.leave_out = {{ObjectKind::space, 0}};
    CHECK(snap(b, LevelId{0}, {0.05, 0.05}, {}, {}).kind == SnapKind::corner);
    CHECK(snap(b, LevelId{0}, {0.05, 0.05}, {}, scene).kind == SnapKind::line);  // with corners of the others
    scene.more_corners = {{30.03, 20.02}};
    CHECK(snap(b, LevelId{0}, {30.1, 20.1}, {}, scene).p == Vec2{30.03, 20.02});
    CHECK(snap(b, LevelId{0}, {30.1, 20.16}, {0.0, 0.0}).p == Vec2{30.1, 20.16});
}

TEST_CASE("snapping: a straightened line keeps to eighths of the circle", "[viewer]") {
    check_near(straightened({1, 1}, {5, 1.4}), {5, 1});
    check_near(straightened({0, 0}, {3, 3.4}), {3.2, 3.2});
}

TEST_CASE("measures: lengths and areas are those of the outline", "[viewer]") {
    const Building b = plan_with_door();
    const auto lines = lengths_of(b, {ObjectKind::space, 0});
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].length_m == Approx(9.0));
    CHECK(lines[1].length_m == Approx(7.0));
    CHECK(area_of(b, {ObjectKind::space, 0}) == Approx(63.0));
    CHECK(area_of(b, {ObjectKind::level, 0}) == Approx(63.0 * 2 + 18.24 * 2.4));
    CHECK(lengths_of(b, {ObjectKind::opening, 0}).front().length_m == Approx(1.0));
}

TEST_CASE("underlay: two points and their distance give the scale, and the first stays where it was", "[viewer]") {
    PictureTransform now;
    now.origin = {5.0, 40.0};
    const Vec2 first{100, 200}, second{400, 200};
    const auto scaled = scaled_by_two_points(now, first, second, 9.0);
    REQUIRE(scaled);
    CHECK(scaled->metres_per_pixel == Approx(0.03));
    check_near(scaled->metres(first), now.metres(first));
    CHECK(distance(scaled->metres(first), scaled->metres(second)) == Approx(9.0));
    CHECK(scaled->metres({100, 100}).y > scaled->metres({100, 200}).y);  // up in the picture is up in the plan
    CHECK_FALSE(scaled_by_two_points(now, first, first, 9.0));
    CHECK_FALSE(scaled_by_two_points(now, first, second, 0.0));
}

TEST_CASE("underlay: a crooked photograph is lined up", "[viewer]") {
    const Vec2 first{100, 200}, second{400, 230};
    const auto level = scaled_by_two_points({}, first, second, 9.0, LineUp::level);
    REQUIRE(level);
    CHECK(level->metres(first).y == Approx(level->metres(second).y).margin(1e-9));
    const auto upright = scaled_by_two_points({}, first, {110, 500}, 9.0, LineUp::upright);
    REQUIRE(upright);
    CHECK(upright->metres(first).x == Approx(upright->metres({110, 500}).x).margin(1e-9));
}

TEST_CASE("underlay: pixels and metres are each other's way back", "[viewer][property]") {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        INFO("seed " << seed);
        RandomStream rng(seed, Purpose::test, 1);
        const auto point = [&](double size) { return Vec2{rng.uniform(-size, size), rng.uniform(-size, size)}; };
        const Vec2 p1 = point(3000), p2 = p1 + Vec2{rng.uniform(1, 900), rng.uniform(1, 900)};
        const Vec2 m1 = point(100), m2 = m1 + Vec2{rng.uniform(0.1, 60), rng.uniform(-60, 60)};
        const auto t = fitted_to_two_points(p1, p2, m1, m2);
        REQUIRE(t);
        check_near(t->metres(p1), m1, 1e-6);
        check_near(t->metres(p2), m2, 1e-6);
        const Vec2 p = point(3000);
        check_near(t->pixel(t->metres(p)), p, 1e-6);
    }
}
