// SPDX-License-Identifier: Apache-2.0
#include "floorplans/box_outline.h"

#include <cmath>
#include <numbers>

#include "floorplans/polygon_ops.h"

namespace muster::floorplans {

namespace {

double rounded(double value, double per_unit) { return std::round(value * per_unit) / per_unit; }

}  // namespace

Ring outline_of(const TurnedBox& box) {
    const double angle = box.angle_deg * std::numbers::pi / 180.0;
    const bool upright = std::fmod(box.angle_deg, 90.0) == 0.0;  // exact corners for what most plans have
    const double c = upright ? std::round(std::cos(angle)) : std::cos(angle);
    const double s = upright ? std::round(std::sin(angle)) : std::sin(angle);
    Ring ring;
    for (const Vec2 k : {Vec2{-0.5, -0.5}, Vec2{0.5, -0.5}, Vec2{0.5, 0.5}, Vec2{-0.5, 0.5}}) {
        const Vec2 p{k.x * box.size_m.x, k.y * box.size_m.y};
        ring.push_back(box.middle + Vec2{c * p.x - s * p.y, s * p.x + c * p.y});
    }
    return ring;
}

std::optional<TurnedBox> box_of(const Ring& ring, Vec2 origin) {
    if (ring.size() != 4) return {};
    const Vec2 along = ring[1] - ring[0], across = ring[3] - ring[0];
    const Vec2 middle = origin + 0.25 * (ring[0] + ring[1] + ring[2] + ring[3]);
    const double angle_deg = std::atan2(along.y, along.x) * 180.0 / std::numbers::pi;
    for (const double per_unit : {1e3, 1e7}) {
        TurnedBox box;
        box.middle = {rounded(middle.x, per_unit), rounded(middle.y, per_unit)};
        box.size_m = {rounded(length(along), per_unit), rounded(length(across), per_unit)};
        box.angle_deg = rounded(angle_deg, per_unit);
        if (box.size_m.x < 0.01 || box.size_m.y < 0.01) return {};
        Ring again = outline_of(box);
        for (Vec2& p : again) p = quantised(p - origin);
        if (again == quantised(ring)) return box;
    }
    return {};
}

}  // namespace muster::floorplans
