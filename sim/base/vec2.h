// SPDX-License-Identifier: Apache-2.0
// A point or a direction in plan. Metres unless a name says otherwise; x to the right, y up (counter-clockwise
// positive).
#pragma once

#include <cmath>

namespace muster {

struct Vec2 {
    double x = 0.0;
    double y = 0.0;
    constexpr bool operator==(const Vec2&) const = default;
    constexpr Vec2& operator+=(Vec2 o) {
        x += o.x;
        y += o.y;
        return *this;
    }
    constexpr Vec2& operator-=(Vec2 o) {
        x -= o.x;
        y -= o.y;
        return *this;
    }
};

constexpr Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
constexpr Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
constexpr Vec2 operator*(double k, Vec2 a) { return {k * a.x, k * a.y}; }
constexpr Vec2 operator*(Vec2 a, double k) { return {k * a.x, k * a.y}; }
constexpr double dot(Vec2 a, Vec2 b) { return a.x * b.x + a.y * b.y; }
constexpr double cross(Vec2 a, Vec2 b) { return a.x * b.y - a.y * b.x; }
inline double length(Vec2 a) { return std::sqrt(dot(a, a)); }
inline double distance(Vec2 a, Vec2 b) { return length(b - a); }
/// Turned a quarter to the left.
constexpr Vec2 perpendicular(Vec2 a) { return {-a.y, a.x}; }
/// Unit vector, or {0,0} for a vector shorter than 1e-12 m.
inline Vec2 normalised(Vec2 a) {
    const double n = length(a);
    return n > 1e-12 ? Vec2{a.x / n, a.y / n} : Vec2{};
}

}  // namespace muster
