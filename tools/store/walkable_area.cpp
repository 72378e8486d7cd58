// SPDX-License-Identifier: Apache-2.0
#include "tools/store/walkable_area.h"

// Boost 1.74 warns of headers that only Boost includes.
#define BOOST_ALLOW_DEPRECATED_HEADERS

#include <algorithm>
#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/algorithms/union.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <charconv>
#include <cmath>

namespace muster::store {

namespace {

namespace bg = boost::geometry;
using Point = bg::model::d2::point_xy<double>;
using Area = bg::model::polygon<Point, false>;  // counter-clockwise, closed
using Areas = bg::model::multi_polygon<Area>;

// Boost's overlays are sound when points that should be equal are: whole micrometres.
Point snapped(Vec2 p) { return {std::round(p.x * 1e6) / 1e6, std::round(p.y * 1e6) / 1e6}; }

// They compute on a grid of their own, some micrometres wide: a tenth of a millimetre gives the plan's numbers back.
Vec2 tidy(const Point& p, Vec2 origin) {
    return {std::round((origin.x + p.x()) * 1e4) / 1e4, std::round((origin.y + p.y()) * 1e4) / 1e4};
}

bg::model::ring<Point, false> to_boost(const Ring& ring) {
    bg::model::ring<Point, false> out;
    for (const Vec2 p : ring) out.push_back(snapped(p));
    if (!ring.empty()) out.push_back(snapped(ring.front()));
    return out;
}

Area to_boost(const Polygon& polygon) {
    Area out;
    out.outer() = to_boost(polygon.outer);
    for (const Ring& hole : polygon.holes) out.inners().push_back(to_boost(hole));
    bg::correct(out);
    return out;
}

Ring from_boost(const bg::model::ring<Point, false>& ring, Vec2 origin) {
    Ring out;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Vec2 p = tidy(ring[i], origin);
        if (out.empty() || out.back() != p) out.push_back(p);
    }
    return out;
}

Areas pieces_of(const Building& building, LevelId level) {
    Areas pieces;
    for (const Space& space : building.spaces)
        if (space.level == level) pieces.push_back(to_boost(space.area));
    for (const Opening& opening : building.openings) {
        const bool touches = building.space(opening.from).level == level ||
                             (opening.to.valid() && building.space(opening.to).level == level);
        if (touches) pieces.push_back(to_boost(Polygon{slot_of(opening), {}}));
    }
    return pieces;
}

// Two by two, so that most unions are of small polygons.
Areas union_of(const Areas& pieces, std::size_t from, std::size_t to) {
    if (to - from == 1) return {pieces[from]};
    const std::size_t middle = from + (to - from) / 2;
    Areas out;
    bg::union_(union_of(pieces, from, middle), union_of(pieces, middle, to), out);
    return out;
}

void append_number(std::string& text, double value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    text.append(digits, end);
}

void append_ring(std::string& text, const Ring& ring) {
    text += '(';
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const Vec2 p = ring[i % ring.size()];
        if (i > 0) text += ", ";
        append_number(text, p.x);
        text += ' ';
        append_number(text, p.y);
    }
    text += ')';
}

void append_polygon(std::string& text, const Polygon& polygon) {
    text += '(';
    append_ring(text, polygon.outer);
    for (const Ring& hole : polygon.holes) {
        text += ", ";
        append_ring(text, hole);
    }
    text += ')';
}

}  // namespace

std::vector<Polygon> walkable_area(const Building& building, LevelId level) {
    const Areas pieces = pieces_of(building, level);
    if (pieces.empty()) return {};
    std::vector<Polygon> parts;
    for (const Area& area : union_of(pieces, 0, pieces.size())) {
        Polygon part{from_boost(area.outer(), building.site_origin), {}};
        for (const auto& hole : area.inners()) part.holes.push_back(from_boost(hole, building.site_origin));
        parts.push_back(std::move(part));
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Polygon& a, const Polygon& b) { return area(a) > area(b); });
    return parts;
}

std::string to_wkt(const std::vector<Polygon>& parts) {
    if (parts.empty()) return "POLYGON EMPTY";
    std::string text = parts.size() == 1 ? "POLYGON" : "MULTIPOLYGON(";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += ", ";
        append_polygon(text, parts[i]);
    }
    if (parts.size() > 1) text += ')';
    return text;
}

}  // namespace muster::store
