// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/walls.h"

#include <algorithm>
#include <cmath>

namespace muster::viewer {

namespace {

constexpr double parallel_sine = 0.05;  // faces that differ by less than 3 degrees
constexpr double overlapping_m = 0.05;  // drawn into each other by this much; the reader mends it

// The common stretch of two faces that look at each other.
std::optional<WallPlace> facing(const Segment& e, const Segment& f) {
    const Vec2 along = e.direction(), out = -1.0 * perpendicular(along);  // the floor is on the left
    if (dot(along, f.direction()) > 0.0 || std::abs(cross(along, f.direction())) > parallel_sine) return {};
    const double low = std::max(0.0, dot(f.b - e.a, along)), high = std::min(e.length(), dot(f.a - e.a, along));
    if (high - low < narrowest_opening_m) return {};
    const auto gap_at = [&](double way) {  // of f over e, at this way along e
        const double share = (way - dot(f.b - e.a, along)) / dot(f.a - f.b, along);
        return dot(f.b + share * (f.a - f.b) - e.a, out);
    };
    const double gap_low = gap_at(low), gap_high = gap_at(high);
    if (std::min(gap_low, gap_high) < -overlapping_m || std::max(gap_low, gap_high) > thickest_wall_m) return {};
    WallPlace place;
    place.line = {e.a + low * along + 0.5 * gap_low * out, e.a + high * along + 0.5 * gap_high * out};
    place.gap_m = std::max(gap_low, gap_high);
    return place;
}

}  // namespace

std::vector<Segment> wall_faces(const Polygon& polygon) {
    std::vector<Segment> out;
    const auto take = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) out.push_back({ring[i], ring[(i + 1) % ring.size()]});
    };
    take(polygon.outer);
    for (const Ring& hole : polygon.holes) take(hole);
    return out;
}

std::vector<WallPlace> walls_between(const Building& b, SpaceId from, SpaceId to) {
    std::vector<WallPlace> out;
    const auto others = wall_faces(b.space(to).area);
    for (const Segment& e : wall_faces(b.space(from).area))
        for (const Segment& f : others) {
            auto place = facing(e, f);
            if (!place) continue;
            place->from = from;
            place->to = to;
            out.push_back(*place);
        }
    return out;
}

std::vector<WallPlace> outer_walls(const Building& b, SpaceId space) {
    std::vector<WallPlace> out;
    for (const Segment& e : wall_faces(b.space(space).area))
        if (e.length() >= narrowest_opening_m) out.push_back({space, {}, e, 0.0, 0.0});
    return out;
}

}  // namespace muster::viewer
