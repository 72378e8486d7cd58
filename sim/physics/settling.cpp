// SPDX-License-Identifier: Apache-2.0
#include "sim/physics/settling.h"

#include <algorithm>
#include <cmath>

namespace muster::physics {

namespace {

bool passes_through(const Wall& w, Vec2 p, Vec2 q) {
    const Vec2 a = w.a(), u{double{w.ux}, double{w.uy}};
    const double p_side = cross(u, p - a), q_side = cross(u, q - a);
    if ((p_side > 0.0) == (q_side > 0.0)) return false;
    const double share = p_side / (p_side - q_side);
    const double along = dot(p + share * (q - p) - a, u);
    return along >= -double{wall_skin_m} && along <= double{w.length} + double{wall_skin_m};
}

}  // namespace

bool meets_wall(const WallIndex& walls, SpaceId s, Vec2 p, Vec2 q) {
    const auto px = static_cast<float>(p.x), py = static_cast<float>(p.y);
    const auto qx = static_cast<float>(q.x), qy = static_cast<float>(q.y);
    for (const std::uint32_t index : walls.walls(s, px, py)) {
        const Wall& w = walls.wall(index);
        if (WallIndex::is_nowhere(w)) continue;
        const float after = nearest_on(w, qx, qy).distance;
        if (after < wall_skin_m && after < nearest_on(w, px, py).distance) return true;
        if (after < 0.5F && passes_through(w, p, q)) return true;
    }
    return false;
}

std::optional<Crossing> crossing_of(const WallIndex& walls, SpaceId s, Vec2 p, Vec2 q) {
    std::optional<Crossing> first;
    for (const std::uint32_t index : walls.passages(s, static_cast<float>(p.x), static_cast<float>(p.y))) {
        const Passage& passage = walls.passage(index);
        const double before = passage.beyond(s, p), after = passage.beyond(s, q);
        if (before > 0.0 || after <= 0.0) continue;
        const double share = before / (before - after);
        const Vec2 at = p + share * (q - p);
        if (std::abs(dot(at - passage.middle, passage.along)) > passage.half_m + Passage::end_slack_m) continue;
        if (!first || share < first->share)
            first = Crossing{{}, OpeningId{std::size_t{index}}, passage.other(s), share};
    }
    return first;
}

}  // namespace muster::physics
