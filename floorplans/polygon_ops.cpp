// SPDX-License-Identifier: Apache-2.0
#include "floorplans/polygon_ops.h"

#include <algorithm>
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <iterator>

namespace muster::floorplans {

namespace bg = boost::geometry;

namespace {

using Point = bg::model::d2::point_xy<double>;
using Shape = bg::model::polygon<Point, false, false>;  // counter-clockwise, open
using Shapes = bg::model::multi_polygon<Shape>;
using BgBox = bg::model::box<Point>;

Shape to_boost(const Polygon& polygon) {
    Shape shape;
    for (const Vec2 p : polygon.outer) shape.outer().emplace_back(p.x, p.y);
    for (const Ring& hole : polygon.holes) {
        auto& inner = shape.inners().emplace_back();
        for (const Vec2 p : hole) inner.emplace_back(p.x, p.y);
    }
    return shape;
}

template <class BgRing>
Ring from_boost(const BgRing& ring) {
    Ring out;
    for (const Point& p : ring) out.push_back({p.x(), p.y()});
    return out;
}

std::vector<Polygon> from_boost(const Shapes& shapes) {
    std::vector<Polygon> out;
    for (const Shape& shape : shapes) {
        Polygon& polygon = out.emplace_back();
        polygon.outer = from_boost(shape.outer());
        for (const auto& inner : shape.inners()) polygon.holes.push_back(from_boost(inner));
    }
    return out;
}

BgBox to_boost(const Box& box) { return {Point(box.low.x, box.low.y), Point(box.high.x, box.high.y)}; }

double outline_length(const Polygon& polygon) {
    double sum = 0.0;
    for (const Segment& e : edges_of(polygon)) sum += e.length();
    return sum;
}

}  // namespace

Vec2 quantised(Vec2 p) {
    constexpr double per_metre = 1.0 / vertex_quantum_m;
    return {std::round(p.x * per_metre) / per_metre, std::round(p.y * per_metre) / per_metre};
}

Ring quantised(Ring ring) {
    for (Vec2& p : ring) p = quantised(p);
    return ring;
}

bool is_valid(const Polygon& polygon) { return bg::is_valid(to_boost(polygon)); }

namespace {

// Where the horizontal line at y crosses the outline, ascending.
std::vector<double> crossings_at(const std::vector<Segment>& outline, double y) {
    std::vector<double> out;
    for (const Segment& e : outline)
        if ((e.a.y > y) != (e.b.y > y)) out.push_back(e.a.x + (y - e.a.y) / (e.b.y - e.a.y) * (e.b.x - e.a.x));
    std::sort(out.begin(), out.end());
    return out;
}

// Heights between low and high at which vertices lie or outlines cross.
std::vector<double> slab_heights(const std::vector<Segment>& a, const std::vector<Segment>& b, double low,
                                 double high) {
    std::vector<double> out{low, high};
    const auto add = [&](double y) {
        if (y > low && y < high) out.push_back(y);
    };
    for (const Segment& e : a) add(e.a.y);
    for (const Segment& e : b) add(e.a.y);
    for (const Segment& e : a) {
        for (const Segment& f : b) {
            const Vec2 u = e.b - e.a, v = f.b - f.a;
            const double turn = cross(u, v);
            if (std::abs(turn) > 1e-15 && intersect(e, f)) add(e.a.y + cross(f.a - e.a, v) / turn * u.y);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

double shared_length(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < a.size(); i += 2)
        for (std::size_t j = 0; j + 1 < b.size(); j += 2)
            sum += std::max(0.0, std::min(a[i + 1], b[j + 1]) - std::max(a[i], b[j]));
    return sum;
}

std::vector<Segment> edges_near(const Polygon& polygon, const Box& box) {
    std::vector<Segment> out;
    for (const Segment& e : edges_of(polygon))
        if (touching(bounds({e.a, e.b}), box)) out.push_back(e);
    return out;
}

// Outlines no building has (two combs across one another) would cost hours and gigabytes.
bool tangled(const Polygon& a, const Polygon& b) {
    constexpr std::size_t max_pairs = 100'000'000, max_crossings = 20'000;
    const auto of_a = edges_near(a, bounds(b.outer)), of_b = edges_near(b, bounds(a.outer));
    if (of_a.size() * of_b.size() > max_pairs) return true;
    if (of_a.size() * of_b.size() <= max_crossings) return false;
    std::size_t count = 0;
    for (const Segment& e : of_a)
        for (const Segment& f : of_b)
            if (intersect(e, f) && ++count > max_crossings) return true;
    return false;
}

// Agrees with the area found independently; outlines too long for that are believed.
bool believable(const std::vector<Polygon>& result, const Polygon& a, const Polygon& b, double base, double sign) {
    constexpr std::size_t max_pairs = 4'000'000;
    if (a.outer.size() * b.outer.size() > max_pairs) return true;
    const double expected = base + sign * overlap_area(a, b);
    return std::abs(total_area(result) - expected) <= 1e-4 + 1e-6 * area(a);
}

}  // namespace

double overlap_area(const Polygon& a, const Polygon& b) {
    const Box p = bounds(a.outer), q = bounds(b.outer);
    const double low = std::max(p.low.y, q.low.y), high = std::min(p.high.y, q.high.y);
    if (low >= high || std::max(p.low.x, q.low.x) >= std::min(p.high.x, q.high.x)) return 0.0;
    const auto outline_a = edges_of(a), outline_b = edges_of(b);
    const auto heights = slab_heights(outline_a, outline_b, low, high);
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < heights.size(); ++i) {
        const double middle = 0.5 * (heights[i] + heights[i + 1]);
        sum += (heights[i + 1] - heights[i]) *
               shared_length(crossings_at(outline_a, middle), crossings_at(outline_b, middle));
    }
    return sum;
}

std::optional<std::vector<Polygon>> intersection(const Polygon& a, const Polygon& b) {
    if (tangled(a, b)) return std::nullopt;
    try {
        Shapes out;
        bg::intersection(to_boost(a), to_boost(b), out);
        auto pieces = from_boost(out);
        if (!believable(pieces, a, b, 0.0, 1.0)) return std::nullopt;
        return pieces;
    } catch (const bg::exception&) { return std::nullopt; }
}

std::optional<std::vector<Polygon>> difference(const Polygon& a, const Polygon& b) {
    if (tangled(a, b)) return std::nullopt;
    try {
        Shapes out;
        bg::difference(to_boost(a), to_boost(b), out);
        auto pieces = from_boost(out);
        if (!believable(pieces, a, b, area(a), -1.0)) return std::nullopt;
        std::stable_sort(pieces.begin(), pieces.end(),
                         [](const Polygon& p, const Polygon& q) { return area(p) > area(q); });
        return pieces;
    } catch (const bg::exception&) { return std::nullopt; }
}

double strip_width(const Polygon& polygon) {
    const double half = 0.5 * outline_length(polygon);                     // length + width
    const double root = std::max(0.0, half * half - 4.0 * area(polygon));  // (length - width)^2
    return 0.5 * (half - std::sqrt(root));
}

double widest(const std::vector<Polygon>& pieces) {
    double width = 0.0;
    for (const Polygon& p : pieces) width = std::max(width, strip_width(p));
    return width;
}

double total_area(const std::vector<Polygon>& pieces) {
    double sum = 0.0;
    for (const Polygon& p : pieces) sum += area(p);
    return sum;
}

struct BoxIndex::Impl {
    using Entry = std::pair<BgBox, std::size_t>;
    bg::index::rtree<Entry, bg::index::quadratic<16>> tree;
};

BoxIndex::BoxIndex(const std::vector<Box>& boxes) : impl_(std::make_unique<Impl>()) {
    std::vector<Impl::Entry> entries;
    for (std::size_t i = 0; i < boxes.size(); ++i) entries.emplace_back(to_boost(boxes[i]), i);
    impl_->tree = decltype(impl_->tree)(entries);
}

BoxIndex::~BoxIndex() = default;

std::vector<std::size_t> BoxIndex::touching(const Box& box) const {
    std::vector<std::size_t> out;
    for (auto it = impl_->tree.qbegin(bg::index::intersects(to_boost(box))); it != impl_->tree.qend(); ++it)
        out.push_back(it->second);
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<Segment> edges_of(const Polygon& polygon) {
    std::vector<Segment> out;
    const auto add = [&out](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) out.push_back({ring[i], ring[(i + 1) % ring.size()]});
    };
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
    return out;
}

bool touching(const Box& a, const Box& b) {
    return a.low.x <= b.high.x && a.high.x >= b.low.x && a.low.y <= b.high.y && a.high.y >= b.low.y;
}

Box grown(Box box, double by_m) {
    const Vec2 d{by_m, by_m};
    return {box.low - d, box.high + d};
}

}  // namespace muster::floorplans
