// SPDX-License-Identifier: Apache-2.0
#include "sim/geometry/reach.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace muster {

double reach(const Polygon& polygon, Vec2 from, Vec2 along) {
    if (contains(polygon, from + 1e-6 * along)) return 0.0;
    double best = std::numeric_limits<double>::infinity();
    const auto meet = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Vec2 a = ring[i] - from, edge = ring[(i + 1) % ring.size()] - ring[i];
            const double turn = cross(along, edge);
            if (std::abs(turn) < 1e-12) continue;
            const double way = cross(a, edge) / turn, share = cross(a, along) / turn;
            if (share < 0.0 || share > 1.0 || way < -1e-6) continue;
            best = std::min(best, std::max(way, 0.0));
        }
    };
    meet(polygon.outer);
    for (const Ring& hole : polygon.holes) meet(hole);
    return best;
}

}  // namespace muster
