// SPDX-License-Identifier: Apache-2.0
// The gauge of an opening, from geometry alone: how wide a bar can be pushed straight through its slot between the
// walls of its two spaces, and whether a disc can.
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include "sim/model/building.h"

namespace muster::floorplans {

/// Pieces of a space's boundary that the slot does not open.
inline std::vector<Segment> walls_outside_slot(const Ring& ring, const Opening& o) {
    std::vector<Segment> out;
    const Vec2 across = o.at.direction(), middle = o.at.middle();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i], b = ring[(i + 1) % ring.size()];
        // the part of the edge inside the slot, as shares of the edge
        double low = 0.0, high = 1.0;
        const auto clip = [&](Vec2 axis, double from, double to) {
            const double start = dot(a - middle, axis), step = dot(b - a, axis);
            if (std::abs(step) < 1e-12) {
                if (start < from || start > to) high = -1.0;
                return;
            }
            low = std::max(low, std::min((from - start) / step, (to - start) / step));
            high = std::min(high, std::max((from - start) / step, (to - start) / step));
        };
        clip(across, -0.5 * o.clear_width_m, 0.5 * o.clear_width_m);
        clip(o.normal, -o.depth_from_m, o.depth_to_m);
        const auto at = [&](double share) { return a + share * (b - a); };
        if (low >= high) {
            out.push_back({a, b});
            continue;
        }
        if (low > 0.0) out.push_back({a, at(low)});
        if (high < 1.0) out.push_back({at(high), b});
    }
    return out;
}

/// All walls of both spaces, the slot open.
inline std::vector<Segment> walls_at(const Building& building, const Opening& o) {
    std::vector<Segment> out;
    for (const SpaceId s : {o.from, o.to}) {
        if (!s.valid()) continue;
        const auto add = [&](const Ring& ring) {
            const auto walls = walls_outside_slot(ring, o);
            out.insert(out.end(), walls.begin(), walls.end());
        };
        add(building.space(s).area.outer);
        for (const Ring& hole : building.space(s).area.holes) add(hole);
    }
    return out;
}

/// Clearance of the best straight way across, m: twice the least distance to a wall over the depth of the slot, at the
/// best lateral offset. A disc of less than this diameter passes; at the narrowest depth no wider disc fits anywhere
/// between the jambs.
inline double gauge_m(const Building& building, const Opening& o) {
    const auto walls = walls_at(building, o);
    const auto clearance = [&](Vec2 p) {
        double least = std::numeric_limits<double>::infinity();
        for (const Segment& w : walls) least = std::min(least, distance_to(w, p));
        return 2.0 * least;
    };
    constexpr int depths = 9, offsets = 41;
    double narrowest = std::numeric_limits<double>::infinity();
    for (int k = 0; k < depths; ++k) {
        const double depth = -o.depth_from_m + (o.depth_from_m + o.depth_to_m) * k / (depths - 1);
        double best = 0.0;
        for (int i = 0; i < offsets; ++i) {
            const double offset = o.clear_width_m * (i / (offsets - 1.0) - 0.5);
            best = std::max(best, clearance(o.at.middle() + offset * o.at.direction() + depth * o.normal));
        }
        narrowest = std::min(narrowest, best);
    }
    return narrowest;
}

/// A bar across the opening, `width_m` wide and no deeper than a sheet, passes from end to end of the slot.
inline bool bar_passes(const Building& building, const Opening& o, double width_m) {
    const Vec2 half = 0.5 * width_m * o.at.direction();
    const auto walls = walls_at(building, o);
    constexpr int depths = 21;
    for (int k = 0; k < depths; ++k) {
        const double depth = -o.depth_from_m + (o.depth_from_m + o.depth_to_m) * k / (depths - 1);
        const Vec2 middle = o.at.middle() + depth * o.normal;
        const Segment bar{middle - half, middle + half};
        if (std::any_of(walls.begin(), walls.end(), [&](const Segment& w) { return intersect(w, bar); })) return false;
    }
    return true;
}

}  // namespace muster::floorplans
