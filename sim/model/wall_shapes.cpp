// SPDX-License-Identifier: Apache-2.0
#include "sim/model/wall_shapes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace muster {

namespace {

constexpr double shortest_wall_m = 1e-4;

struct Span {
    double low, high;  // parameters along a segment, [0, 1]
};

// Cuts `span` to where c0 + t c1 lies in [low, high].
bool cut(Span& span, double c0, double c1, double low, double high) {
    if (std::abs(c1) < 1e-12) return c0 > low && c0 < high;
    double t0 = (low - c0) / c1, t1 = (high - c0) / c1;
    if (t0 > t1) std::swap(t0, t1);
    span = {std::max(span.low, t0), std::min(span.high, t1)};
    return span.low < span.high;
}

// The part of an edge that lies in the slot.
std::optional<Span> part_in_slot(const Segment& edge, const Opening& o) {
    const Vec2 middle = o.at.middle(), along = o.at.direction();
    const Vec2 from = edge.a - middle, step = edge.b - edge.a;
    // A wall along a jamb is kept although rounding may put it just inside the slot.
    const bool along_jamb = std::abs(dot(edge.direction(), o.normal)) > 0.7;
    const double half = 0.5 * o.at.length() - (along_jamb ? 0.002 : 0.0);
    Span span{0.0, 1.0};
    if (!cut(span, dot(from, along), dot(step, along), -half, half)) return {};
    if (!cut(span, dot(from, o.normal), dot(step, o.normal), -o.depth_from_m, o.depth_to_m)) return {};
    return span;
}

void add_edge_without_slots(const Building& building, const Space& space, const Segment& edge,
                            std::vector<Segment>& out) {
    std::vector<Span> gaps;
    for (const OpeningId id : space.openings)
        if (const auto gap = part_in_slot(edge, building.opening(id))) gaps.push_back(*gap);
    std::sort(gaps.begin(), gaps.end(), [](Span p, Span q) { return p.low < q.low; });
    gaps.push_back({1.0, 1.0});
    const Vec2 step = edge.b - edge.a;
    double from = 0.0;
    for (const Span gap : gaps) {
        const Segment wall{edge.a + from * step, edge.a + gap.low * step};
        if (gap.low > from && wall.length() > shortest_wall_m) out.push_back(wall);
        from = std::max(from, gap.high);
    }
}

void add_crossings(const Segment& line, const Ring& ring, std::vector<double>& at) {
    const Vec2 step = line.b - line.a;
    for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
        const Vec2 p = ring[i], edge = ring[(i + 1) % n] - p;
        const double det = cross(step, edge);
        if (std::abs(det) < 1e-12) continue;
        const double t = cross(p - line.a, edge) / det, u = cross(p - line.a, step) / det;
        if (t > 0.0 && t < 1.0 && u >= -1e-9 && u <= 1.0 + 1e-9) at.push_back(t);
    }
}

void add_part_outside(const Segment& line, const std::vector<const Polygon*>& spaces, std::vector<Segment>& out) {
    std::vector<double> at{0.0, 1.0};
    for (const Polygon* area : spaces) {
        add_crossings(line, area->outer, at);
        for (const Ring& hole : area->holes) add_crossings(line, hole, at);
    }
    std::sort(at.begin(), at.end());
    const Vec2 step = line.b - line.a;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const Segment part{line.a + at[i] * step, line.a + at[i + 1] * step};
        const bool inside = std::any_of(spaces.begin(), spaces.end(),
                                        [&](const Polygon* area) { return contains(*area, part.middle()); });
        if (!inside && part.length() > shortest_wall_m) out.push_back(part);
    }
}

bool in_slot(const Opening& o, Vec2 p) {
    const Vec2 d = p - o.at.middle();
    const double beyond = dot(d, o.normal);
    return std::abs(dot(d, o.at.direction())) <= 0.5 * o.at.length() && beyond >= -o.depth_from_m &&
           beyond <= o.depth_to_m;
}

}  // namespace

std::vector<Segment> ring_walls(const Building& building, SpaceId id) {
    const Space& space = building.space(id);
    std::vector<Segment> out;
    const auto add_ring = [&](const Ring& ring) {
        for (std::size_t i = 0, n = ring.size(); i < n; ++i)
            add_edge_without_slots(building, space, {ring[i], ring[(i + 1) % n]}, out);
    };
    add_ring(space.area.outer);
    for (const Ring& hole : space.area.holes) add_ring(hole);
    return out;
}

std::vector<Segment> jambs(const Building& building, OpeningId id) {
    const Opening& o = building.opening(id);
    std::vector<const Polygon*> spaces{&building.space(o.from).area};
    if (o.to.valid()) spaces.push_back(&building.space(o.to).area);
    std::vector<Segment> out;
    for (const Vec2 end : {o.at.a, o.at.b})
        add_part_outside({end - o.depth_from_m * o.normal, end + o.depth_to_m * o.normal}, spaces, out);
    return out;
}

double distance_between(const Segment& p, const Segment& q) {
    if (intersect(p, q)) return 0.0;
    return std::min({distance_to(p, q.a), distance_to(p, q.b), distance_to(q, p.a), distance_to(q, p.b)});
}

bool is_free(const Building& building, SpaceId id, Vec2 p) {
    const Space& space = building.space(id);
    const bool in_opening = std::any_of(space.openings.begin(), space.openings.end(),
                                        [&](OpeningId o) { return in_slot(building.opening(o), p); });
    if (!in_opening && !contains(space.area, p)) return false;
    return std::none_of(space.obstacles.begin(), space.obstacles.end(),
                        [&](ObstacleId o) { return contains(building.obstacle(o).outline, p); });
}

}  // namespace muster
