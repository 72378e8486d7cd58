// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/scene/sprites.h"

#include <algorithm>
#include <cmath>

namespace muster::viewer {

namespace {

constexpr int side = 64;    // px of one shape
constexpr int samples = 4;  // per pixel and direction
constexpr int shapes = 6;

enum Shape { filled, hollow, square, lying, ringed, crossed };

struct Ink {
    double light = 0.0, alpha = 0.0;
};

constexpr Ink none{}, white{1.0, 1.0}, dark{0.12, 1.0}, shade{0.72, 1.0};

double ellipse(double x, double y, double a, double b) { return (x * x) / (a * a) + (y * y) / (b * b); }

// Facing +x; the shoulders across. x, y in [-1, 1].
Ink standing(double x, double y, bool full) {
    const double head = ellipse(x - 0.1, y, 0.36, 0.36);
    if (head < 1.0) return head > 0.68 ? dark : full ? shade : white;
    const double body = ellipse(x, y, 0.46, 0.88);
    if (body > 1.0) return none;
    if (body > 0.72) return dark;
    return full ? white : Ink{1.0, 0.25};
}

Ink ink_at(Shape shape, double x, double y) {
    switch (shape) {
        case filled:
            return standing(x, y, true);
        case hollow:
            return standing(x, y, false);
        case square: {
            const double far = std::max(std::abs(x), std::abs(y));
            return far > 0.78 ? none : far > 0.62 ? dark : ellipse(x, y, 0.3, 0.3) < 1.0 ? shade : white;
        }
        case lying: {
            const double head = ellipse(x - 0.66, y, 0.28, 0.28);
            if (head < 1.0) return head > 0.6 ? dark : shade;
            const double body = ellipse(x + 0.2, y, 0.78, 0.4);
            return body > 1.0 ? none : body > 0.7 ? dark : white;
        }
        case ringed: {
            const double far = std::hypot(x, y);
            if (far > 0.82 && far < 0.98) return white;
            return standing(1.35 * x, 1.35 * y, true);
        }
        case crossed: {
            if (std::hypot(x, y) > 0.9) return none;
            return std::min(std::abs(x - y), std::abs(x + y)) < 0.28 ? white : dark;
        }
    }
    return none;
}

Ink average(Shape shape, int column, int row) {
    double light = 0.0, alpha = 0.0;
    for (int i = 0; i < samples * samples; ++i) {
        const double x = (column + (i % samples + 0.5) / samples) / side * 2.0 - 1.0;
        const double y = (row + (i / samples + 0.5) / samples) / side * 2.0 - 1.0;
        const Ink ink = ink_at(shape, x, y);
        light += ink.light * ink.alpha;
        alpha += ink.alpha;
    }
    return {alpha > 0.0 ? light / alpha : 1.0, alpha / (samples * samples)};
}

Shape shape_of(PersonState state) {
    switch (state) {
        case PersonState::waiting:
            return hollow;
        case PersonState::sheltering:
            return square;
        case PersonState::fallen:
            return lying;
        case PersonState::stranded:
            return ringed;
        case PersonState::incapacitated:
            return crossed;
        case PersonState::walking:
        case PersonState::assembled:
        case PersonState::arrived:
        case PersonState::gone:
            break;
    }
    return filled;
}

}  // namespace

picture::Pixels draw_sprites() {
    picture::Pixels out{shapes * side, side, {}};
    out.rgba.resize(4U * shapes * side * side);
    auto to = out.rgba.begin();
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < shapes * side; ++column) {
            const Ink ink = average(static_cast<Shape>(column / side), column % side, row);
            const auto light = static_cast<unsigned char>(std::lround(255.0 * ink.light));
            *to++ = light;
            *to++ = light;
            *to++ = light;
            *to++ = static_cast<unsigned char>(std::lround(255.0 * ink.alpha));
        }
    return out;
}

SpriteBox sprite_of(PersonState state) {
    const auto left = static_cast<float>(shape_of(state)) / shapes;
    return {left, 0.0F, left + 1.0F / shapes, 1.0F};
}

}  // namespace muster::viewer
