// SPDX-License-Identifier: Apache-2.0
// Ways to go: black lines with a white edge, so that they stand out on any print.
#include "render/picture/level_layers.h"

namespace muster {

namespace {

constexpr double line_width = 2.8, edge_width = 5.6;  // points of page
constexpr double between_arrows = 70.0;
constexpr double barb = 7.5;

void draw_arrow_head(Canvas& canvas, Vec2 tip, Vec2 ahead) {
    const Vec2 side = perpendicular(ahead);
    const auto head = [&](double size) {
        return Ring{tip, tip - size * ahead + 0.55 * size * side, tip - 0.7 * size * ahead,
                    tip - size * ahead - 0.55 * size * side};
    };
    canvas.outline(head(barb), {.width = 1.6, .colour = ink::paper});
    canvas.fill(head(barb), ink::black);
}

// One at the end, and one wherever `between_arrows` of the way have passed.
void draw_arrow_heads(Canvas& canvas, const std::vector<Vec2>& line, double& since_arrow) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double length = distance(line[i - 1], line[i]);
        if (length <= 0.0) continue;
        const Vec2 ahead = normalised(line[i] - line[i - 1]);
        double at = between_arrows - since_arrow;
        for (; at < length; at += between_arrows) draw_arrow_head(canvas, line[i - 1] + at * ahead, ahead);
        since_arrow = length - (at - between_arrows);
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
    for (const auto& line : lines) s.canvas.line(line, {.width = edge_width, .colour = ink::paper, .round = true});
    for (const auto& line : lines) s.canvas.line(line, {.width = line_width, .colour = ink::black, .round = true});
    for (const auto& line : lines) {
        double since_arrow = 0.5 * between_arrows;
        draw_arrow_heads(s.canvas, line, since_arrow);
        draw_arrow_head(s.canvas, line.back(), normalised(line.back() - line[line.size() - 2]));
    }
}

}  // namespace muster
