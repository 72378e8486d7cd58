// SPDX-License-Identifier: Apache-2.0
#include "render/picture/body.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace muster::picture {

namespace {

constexpr double chest_per_shoulders = 0.62;  // depth of a body over its width: 0.28 m / 0.45 m, Fruin 1971
constexpr double smallest_with_head = 2.0;    // points

// A point of the body, with x ahead and y to the left, on the page (y down).
Vec2 place(const Body& b, double ahead, double left) {
    const double c = std::cos(b.heading), s = std::sin(b.heading);
    return b.at + b.radius * Vec2{ahead * c - left * s, -(ahead * s + left * c)};
}

Ring shape(const Body& b) {
    switch (b.state) {
        case PersonState::sheltering:
            return {place(b, 1, 1), place(b, -1, 1), place(b, -1, -1), place(b, 1, -1)};
        case PersonState::assembled:
        case PersonState::arrived:
            return {place(b, 1, 0), place(b, 0, 1), place(b, -1, 0), place(b, 0, -1)};
        case PersonState::stranded:
            return {place(b, 1.2, 0), place(b, -0.8, 1), place(b, -0.8, -1)};
        case PersonState::waiting:
        case PersonState::walking:
        case PersonState::fallen:
        case PersonState::incapacitated:
        case PersonState::gone:
            break;
    }
    Ring ring;
    constexpr int corners = 14;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / corners;
        ring.push_back(place(b, chest_per_shoulders * std::cos(angle), std::sin(angle)));
    }
    return ring;
}

void draw_cross(Canvas& canvas, const Body& b, Colour colour) {
    const double size = std::max(1.1 * b.radius, 2.0);
    const Stroke stroke{.width = std::max(0.3 * b.radius, 0.8), .colour = colour};
    canvas.line(b.at + Vec2{-size, -size}, b.at + Vec2{size, size}, stroke);
    canvas.line(b.at + Vec2{-size, size}, b.at + Vec2{size, -size}, stroke);
}

}  // namespace

void draw_body(Canvas& canvas, const Body& b) {
    if (b.state == PersonState::gone) return;
    const Colour colour = person_colour(b.state);
    const bool hollow = b.state == PersonState::waiting && b.radius > smallest_with_head;
    const Ring outline = shape(b);
    canvas.fill(outline, hollow ? ink::paper : colour);
    if (hollow) canvas.outline(outline, {.width = 0.3 * b.radius, .colour = colour});
    const bool upright = b.state == PersonState::waiting || b.state == PersonState::walking;
    if (upright && b.radius > smallest_with_head)
        canvas.disc(place(b, 0.12, 0.0), 0.38 * b.radius, hollow ? colour : ink::paper);
    if (b.state == PersonState::fallen) draw_cross(canvas, b, ink::black);
    if (b.state == PersonState::incapacitated) draw_cross(canvas, b, ink::target);
    if (b.teacher) canvas.circle(b.at, 1.35 * b.radius, {.width = std::max(0.15 * b.radius, 0.5)});
}

}  // namespace muster::picture
