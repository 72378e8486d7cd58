// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "sim/geometry/polygon.h"

using namespace muster;

namespace {

Ring square(double low, double high) { return {{low, low}, {high, low}, {high, high}, {low, high}}; }

}  // namespace

TEST_CASE("polygon: area and centroid take holes out", "[geometry]") {
    Polygon p{square(0, 4), {Ring{{0, 0}, {0, 2}, {2, 2}, {2, 0}}}};
    CHECK(area(p) == Approx(12.0));
    const Vec2 c = centroid(p);
    CHECK(c.x == Approx((16 * 2.0 - 4 * 1.0) / 12));
    CHECK(c.y == Approx(c.x));
}

TEST_CASE("polygon: far from the origin areas and centroids stay exact", "[geometry]") {
    Polygon p{{{700000, 5000000}, {700004, 5000000}, {700004, 5000003}, {700000, 5000003}}, {}};
    CHECK(centroid(p).x == Approx(700002.0).epsilon(1e-12));
    CHECK(centroid(p).y == Approx(5000001.5).epsilon(1e-12));
}

TEST_CASE("polygon: the inner point of an L lies in the L", "[geometry]") {
    const Polygon l{{{0, 0}, {10, 0}, {10, 1}, {1, 1}, {1, 10}, {0, 10}}, {}};
    CHECK(contains(l, inner_point(l)));
    CHECK_FALSE(contains(l, centroid(l)));
}

TEST_CASE("segments: crossing, touching and parted", "[geometry]") {
    CHECK(intersect({{0, 0}, {2, 2}}, {{0, 2}, {2, 0}}));
    CHECK(intersect({{0, 0}, {2, 0}}, {{1, 0}, {1, 5}}));
    CHECK_FALSE(intersect({{0, 0}, {2, 0}}, {{1, 0.1}, {1, 5}}));
    CHECK(distance_to({{0, 0}, {2, 0}}, {3, 1}) == Approx(std::sqrt(2.0)));
}
