// SPDX-License-Identifier: Apache-2.0
#include "sim/routing/surroundings.h"

#include <algorithm>
#include <iterator>

#include "sim/model/wall_shapes.h"

namespace muster::routing {

namespace {

void add_edges(const Ring& ring, std::vector<Segment>& out) {
    for (std::size_t i = 0, n = ring.size(); i < n; ++i) out.push_back({ring[i], ring[(i + 1) % n]});
}

/// The shortest line between two that do not meet.
Segment between(const Segment& p, const Segment& q) {
    Segment best{p.a, closest_point(q, p.a)};
    for (const Segment line : {Segment{p.b, closest_point(q, p.b)}, Segment{closest_point(p, q.a), q.a},
                               Segment{closest_point(p, q.b), q.b}})
        if (line.length() < best.length()) best = line;
    return best;
}

Box grown(const Ring& ring, double by) {
    Box box = bounds(ring);
    box.low = box.low - Vec2{by, by};
    box.high = box.high + Vec2{by, by};
    return box;
}

bool meets(const Box& box, const Segment& line) {
    return std::max(line.a.x, line.b.x) >= box.low.x && std::min(line.a.x, line.b.x) <= box.high.x &&
           std::max(line.a.y, line.b.y) >= box.low.y && std::min(line.a.y, line.b.y) <= box.high.y;
}

}  // namespace

std::vector<Segment> barriers_beside(const Building& building, SpaceId space, std::span<const ObstacleId> moved,
                                     double body_m) {
    std::vector<Segment> walls = ring_walls(building, space);
    for (const OpeningId o : building.space(space).openings) {
        const std::vector<Segment> sides = jambs(building, o);
        walls.insert(walls.end(), sides.begin(), sides.end());
    }
    std::vector<Segment> out;
    for (const ObstacleId id : moved) {
        const Ring& outline = building.obstacle(id).outline;
        const Box near = grown(outline, body_m);
        std::vector<Segment> others, edges;
        for (const Segment& wall : walls)
            if (meets(near, wall)) others.push_back(wall);
        for (const ObstacleId other : building.space(space).obstacles)
            if (other != id) add_edges(building.obstacle(other).outline, others);
        add_edges(outline, edges);
        for (const Segment& other : others) {
            if (!meets(near, other)) continue;
            for (const Segment& edge : edges) {
                if (intersect(edge, other)) continue;
                const Segment gap = between(edge, other);
                if (gap.length() > 0.0 && gap.length() < body_m) out.push_back(gap);
            }
        }
    }
    return out;
}

std::vector<Segment> facades_along(const Building& building, SpaceId outdoor, double band_m) {
    const Box near = grown(building.space(outdoor).area.outer, band_m);
    std::vector<Segment> out;
    for (const Space& s : building.spaces) {
        if (s.outdoor) continue;
        std::vector<Segment> edges;
        add_edges(s.area.outer, edges);
        std::copy_if(edges.begin(), edges.end(), std::back_inserter(out),
                     [&](const Segment& edge) { return meets(near, edge); });
    }
    return out;
}

}  // namespace muster::routing
