// SPDX-License-Identifier: Apache-2.0
#include "sim/geometry/polygon.h"

#include <algorithm>
#include <limits>

namespace muster {

double signed_area(const Ring& ring) {
    double twice = 0.0;
    for (std::size_t i = 0, n = ring.size(); i < n; ++i) twice += cross(ring[i], ring[(i + 1) % n]);
    return 0.5 * twice;
}

double area(const Polygon& polygon) {
    double sum = std::abs(signed_area(polygon.outer));
    for (const Ring& hole : polygon.holes) sum -= std::abs(signed_area(hole));
    return sum;
}

namespace {

Vec2 first_moment(const Ring& ring) {  // about the origin, times 6, signed with the ring's sense
    Vec2 sum;
    for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
        const Vec2 a = ring[i], b = ring[(i + 1) % n];
        sum += cross(a, b) * (a + b);
    }
    return sum;
}

}  // namespace

Vec2 centroid(const Polygon& polygon) {
    if (polygon.outer.empty()) return {};
    const Vec2 origin = polygon.outer.front();  // keeps large coordinates exact
    const auto shifted = [origin](const Ring& ring) {
        Ring out = ring;
        for (Vec2& p : out) p -= origin;
        return out;
    };
    const Ring outer = shifted(polygon.outer);
    const double outer_sense = signed_area(outer) < 0.0 ? -1.0 : 1.0;
    Vec2 moment = outer_sense * first_moment(outer);
    for (const Ring& hole : polygon.holes) {
        const Ring h = shifted(hole);
        moment -= (signed_area(h) < 0.0 ? -1.0 : 1.0) * first_moment(h);
    }
    const double a = area(polygon);
    return a > 1e-12 ? origin + (1.0 / (6.0 * a)) * moment : origin;
}

Box bounds(const Ring& ring) {
    Box box{ring.front(), ring.front()};
    for (const Vec2 p : ring) {
        box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
        box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
    }
    return box;
}

bool contains(const Ring& ring, Vec2 p) {
    bool inside = false;
    for (std::size_t i = 0, n = ring.size(), j = n - 1; i < n; j = i++) {
        const Vec2 a = ring[i], b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

bool contains(const Polygon& polygon, Vec2 p) {
    if (!contains(polygon.outer, p)) return false;
    return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                        [p](const Ring& hole) { return contains(hole, p); });
}

Vec2 inner_point(const Polygon& polygon) {
    const Box box = bounds(polygon.outer);
    Vec2 best = centroid(polygon);
    double best_clearance = contains(polygon, best) ? distance_to_boundary(polygon, best) : -1.0;
    constexpr int steps = 24;
    for (int i = 1; i < steps; ++i) {
        for (int j = 1; j < steps; ++j) {
            const Vec2 p{box.low.x + (box.high.x - box.low.x) * i / steps,
                         box.low.y + (box.high.y - box.low.y) * j / steps};
            if (!contains(polygon, p)) continue;
            const double clearance = distance_to_boundary(polygon, p);
            if (clearance > best_clearance + 1e-9) best = p, best_clearance = clearance;
        }
    }
    return best;
}

Vec2 closest_point(const Segment& s, Vec2 p) {
    const Vec2 d = s.b - s.a;
    const double n = dot(d, d);
    return n > 0.0 ? s.a + std::clamp(dot(p - s.a, d) / n, 0.0, 1.0) * d : s.a;
}

double distance_to(const Segment& s, Vec2 p) { return distance(closest_point(s, p), p); }

namespace {

double distance_to_ring(const Ring& ring, Vec2 p) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0, n = ring.size(); i < n; ++i)
        least = std::min(least, distance_to({ring[i], ring[(i + 1) % n]}, p));
    return least;
}

}  // namespace

double distance_to_boundary(const Polygon& polygon, Vec2 p) {
    double least = distance_to_ring(polygon.outer, p);
    for (const Ring& hole : polygon.holes) least = std::min(least, distance_to_ring(hole, p));
    return least;
}

bool intersect(const Segment& p, const Segment& q) {
    const auto side = [](const Segment& s, Vec2 c) { return cross(s.b - s.a, c - s.a); };
    const double d1 = side(q, p.a), d2 = side(q, p.b), d3 = side(p, q.a), d4 = side(p, q.b);
    if (((d1 > 0) != (d2 > 0)) && ((d3 > 0) != (d4 > 0)) && d1 != 0 && d2 != 0 && d3 != 0 && d4 != 0) return true;
    const auto on = [](const Segment& s, Vec2 c, double d) {
        return d == 0 && std::min(s.a.x, s.b.x) <= c.x && c.x <= std::max(s.a.x, s.b.x) &&
               std::min(s.a.y, s.b.y) <= c.y && c.y <= std::max(s.a.y, s.b.y);
    };
    return on(q, p.a, d1) || on(q, p.b, d2) || on(p, q.a, d3) || on(p, q.b, d4);
}

}  // namespace muster
