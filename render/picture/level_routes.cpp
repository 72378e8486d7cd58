// SPDX-License-Identifier: Apache-2.0
// Ways to go: black lines with a white edge, so that they stand out on any print.
#include "render/picture/level_layers.h"

namespace muster::picture {

namespace {

constexpr double edge = 2.0, barb = 2.8, between_arrows = 25.0;  // widths of the line

void draw_arrow_head(const LevelSheet& s, Vec2 tip, Vec2 ahead) {
    const Vec2 side = perpendicular(ahead);
    const double size = barb * s.picture.route_width;
    const Ring head{tip, tip - size * ahead + 0.55 * size * side, tip - 0.7 * size * ahead,
                    tip - size * ahead - 0.55 * size * side};
    s.canvas.outline(head, {.width = 0.6 * s.picture.route_width, .colour = ink::paper});
    s.canvas.fill(head, ink::black);
}

// One wherever `between_arrows` of the way have passed.
void draw_arrow_heads(const LevelSheet& s, const std::vector<Vec2>& line) {
    const double between = between_arrows * s.picture.route_width;
    double since_arrow = 0.5 * between;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double length = distance(line[i - 1], line[i]);
        if (length <= 0.0) continue;
        const Vec2 ahead = normalised(line[i] - line[i - 1]);
        double at = between - since_arrow;
        for (; at < length; at += between) draw_arrow_head(s, line[i - 1] + at * ahead, ahead);
        since_arrow = length - (at - between);
    }
}

}  // namespace

void draw_routes(const LevelSheet& s) {
    std::vector<std::vector<Vec2>> lines;
    for (const RouteStroke& route : s.picture.routes) {
        if (route.level != s.level || route.line.size() < 2) continue;
        std::vector<Vec2>& line = lines.emplace_back();
        for (const Vec2 p : route.line) line.push_back(s.view.page(p));
    }
    const double width = s.picture.route_width;
    for (const auto& line : lines) s.canvas.line(line, {.width = edge * width, .colour = ink::paper, .round = true});
    for (const auto& line : lines) s.canvas.line(line, {.width = width, .colour = ink::black, .round = true});
    for (const auto& line : lines) {
        draw_arrow_heads(s, line);
        draw_arrow_head(s, line.back(), normalised(line.back() - line[line.size() - 2]));
    }
}

}  // namespace muster::picture
