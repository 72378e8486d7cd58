// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/underlay.h"

#include <cmath>
#include <numbers>

namespace muster::viewer {

namespace {

Vec2 turned(Vec2 p, double angle_deg) {
    const double angle = angle_deg * std::numbers::pi / 180.0, c = std::cos(angle), s = std::sin(angle);
    return {c * p.x - s * p.y, s * p.x + c * p.y};
}

double direction_deg(Vec2 v) { return std::atan2(v.y, v.x) * 180.0 / std::numbers::pi; }

Vec2 up(Vec2 pixel) { return {pixel.x, -pixel.y}; }

// So turned that the picture's line from first to second runs in the nearest direction of the kind wanted.
double lined_up(double turned_deg, double line_deg, LineUp wanted) {
    if (wanted == LineUp::as_it_is) return turned_deg;
    const double now = line_deg + turned_deg, offset = wanted == LineUp::upright ? 90.0 : 0.0;
    const double goal = std::round((now - offset) / 180.0) * 180.0 + offset;
    return goal - line_deg;
}

}  // namespace

Vec2 PictureTransform::metres(Vec2 pixel) const { return origin + metres_per_pixel * turned(up(pixel), turned_deg); }

Vec2 PictureTransform::pixel(Vec2 at) const { return up((1.0 / metres_per_pixel) * turned(at - origin, -turned_deg)); }

std::optional<PictureTransform> scaled_by_two_points(const PictureTransform& now, Vec2 first, Vec2 second,
                                                     double real_m, LineUp line_up) {
    const double pixels = distance(first, second);
    if (!(pixels >= 1.0) || !(real_m > 0.0) || !std::isfinite(real_m)) return {};
    PictureTransform out;
    out.metres_per_pixel = real_m / pixels;
    out.turned_deg = lined_up(now.turned_deg, direction_deg(up(second - first)), line_up);
    out.origin = now.metres(first) - (out.metres(first) - out.origin);
    return out;
}

std::optional<PictureTransform> fitted_to_two_points(Vec2 first_px, Vec2 second_px, Vec2 first_m, Vec2 second_m) {
    const double pixels = distance(first_px, second_px), metres = distance(first_m, second_m);
    if (!(pixels >= 1.0) || !(metres > 1e-6)) return {};
    PictureTransform out;
    out.metres_per_pixel = metres / pixels;
    out.turned_deg = direction_deg(second_m - first_m) - direction_deg(up(second_px - first_px));
    out.origin = first_m - out.metres(first_px);
    return out;
}

}  // namespace muster::viewer
