// SPDX-License-Identifier: Apache-2.0
#include "render/papers/route_card/route_card_pictures.h"

#include <algorithm>

#include "render/picture/level_picture.h"

namespace muster::papers {

namespace {

constexpr int wide_px = 1500, small_px = 600;  // 200 and 250 dots per inch on paper

LevelId level_of_leg(const World& world, const behaviour::RouteLeg& leg) {
    return world.building.space(leg.space).level;
}

// Levels in the order they are walked, once each.
std::vector<LevelId> levels_of(const World& world, const RouteCard& card) {
    std::vector<LevelId> levels;
    for (const behaviour::RouteLeg& leg : card.way)
        if (std::find(levels.begin(), levels.end(), level_of_leg(world, leg)) == levels.end())
            levels.push_back(level_of_leg(world, leg));
    return levels;
}

std::vector<picture::NumberMark> marks_of(const std::vector<RouteStep>& steps) {
    std::vector<picture::NumberMark> marks;
    for (std::size_t i = 0; i < steps.size(); ++i)
        marks.push_back({static_cast<int>(i) + 1, steps[i].level, steps[i].at});
    return marks;
}

Box box_of(const std::vector<Vec2>& line) {
    Box box{line.front(), line.front()};
    for (const Vec2 p : line) {
        box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
        box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
    }
    return box;
}

// Grown by a margin and then, about its middle, to at least that breadth and height over breadth.
Box grown(Box box, double margin_m, double min_width_m, double height_per_width) {
    const Vec2 middle = 0.5 * (box.low + box.high);
    Vec2 size = box.high - box.low + 2.0 * Vec2{margin_m, margin_m};
    size.x = std::max({size.x, min_width_m, size.y / height_per_width});
    size.y = std::max(size.y, 0.35 * height_per_width * size.x);
    return {middle - 0.5 * size, middle + 0.5 * size};
}

// Height over breadth of what is left for each on the page.
constexpr double alone_height = 0.75, last_height = 0.4, between_height = 0.6;

// With room for the scale below.
Box whole_storey(const World& world) {
    Box box = picture::used_indoor_bounds(world, 1.5);
    box.low.y -= 2.5;
    return box;
}

struct Sheet {
    const World& world;
    const RouteCard& card;
    const std::vector<picture::NumberMark>& marks;
    text::Lang lang;

    [[nodiscard]] RoutePlan draw(LevelId level, const std::vector<picture::RouteStroke>& strokes, const Box& area,
                                 bool small) const {
        picture::LevelPicture picture;
        picture.lang = lang;
        picture.width_px = small ? small_px : wide_px;
        picture.area = area;
        picture.routes = strokes;
        if (small) picture.route_width = 10.0;
        if (!small) picture.marks = marks;
        picture.labels = small ? picture::LabelDetail::none : picture::LabelDetail::rooms;
        picture.furniture = false;
        picture.risks = false;
        picture.legend = false;
        return {level, picture::draw_level(world, level, picture)};
    }
};

}  // namespace

picture::RouteStroke way_on_level(const World& world, const RouteCard& card, LevelId level, bool first) {
    picture::RouteStroke stroke{level, {}};
    for (std::size_t i = 0; i < card.way.size(); ++i) {
        const behaviour::RouteLeg& leg = card.way[i];
        const bool here = level_of_leg(world, leg) == level;
        const bool leaves = first && i > 0 && !here && is_stair_part(world.building.space(leg.space).use) &&
                            level_of_leg(world, card.way[i - 1]) == level;
        if (here || leaves) stroke.line.insert(stroke.line.end(), leg.line.begin(), leg.line.end());
    }
    return stroke;
}

RoutePlans route_plans(const World& world, const RouteCard& card, const std::vector<RouteStep>& steps,
                       text::Lang lang) {
    RoutePlans plans;
    const std::vector<LevelId> levels = levels_of(world, card);
    if (levels.empty()) return plans;
    const std::vector<picture::NumberMark> marks = marks_of(steps);
    const Sheet sheet{world, card, marks, lang};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::vector<picture::RouteStroke> strokes{way_on_level(world, card, levels[i], i == 0)};
        if (strokes.front().line.size() < 2) continue;
        const Box round_way = box_of(strokes.front().line);
        if (i == 0 && levels.size() == 1)
            plans.first = sheet.draw(levels[i], strokes, grown(round_way, 5.0, 40.0, alone_height), false);
        else if (i == 0)
            plans.first = sheet.draw(levels[i], strokes, whole_storey(world), false);
        else if (i + 1 == levels.size())
            plans.last = sheet.draw(levels[i], strokes, grown(round_way, 5.0, 40.0, last_height), false);
        else
            plans.between.push_back(sheet.draw(levels[i], strokes, grown(round_way, 2.5, 14.0, between_height), true));
    }
    return plans;
}

}  // namespace muster::papers
