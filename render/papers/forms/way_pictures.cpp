// SPDX-License-Identifier: Apache-2.0
// The ways of all classes on the plans of the storeys and of the site.
#include <algorithm>

#include "render/papers/forms/parts.h"
#include "render/papers/route_card/route_card_pictures.h"
#include "render/picture/level_picture.h"

namespace muster::papers {

namespace {

constexpr int ways_px = 1500;  // 174 mm at 220 dots per inch

bool starts_on(const FormSheet& sheet, const RouteCard& card, LevelId level) {
    return !card.way.empty() && sheet.building().space(card.way.front().space).level == level;
}

std::vector<picture::RouteStroke> strokes_on(const FormSheet& sheet, LevelId level) {
    std::vector<picture::RouteStroke> strokes;
    for (const RouteCard& card : sheet.input.ways) {
        picture::RouteStroke stroke = way_on_level(sheet.world(), card, level, starts_on(sheet, card, level));
        if (stroke.line.size() > 1) strokes.push_back(std::move(stroke));
    }
    return strokes;
}

// Storeys somebody starts on or passes, from the ground upwards, basements after them.
std::vector<LevelId> levels_walked(const FormSheet& sheet) {
    std::vector<LevelId> levels;
    for (std::size_t i = 0; i < sheet.building().levels.size(); ++i)
        if (std::any_of(sheet.input.ways.begin(), sheet.input.ways.end(),
                        [&](const RouteCard& card) { return starts_on(sheet, card, LevelId{i}); }))
            levels.push_back(LevelId{i});
    std::stable_sort(levels.begin(), levels.end(), [&](LevelId a, LevelId b) {
        const int p = sheet.building().level(a).storey, q = sheet.building().level(b).storey;
        return (p > 0) != (q > 0) ? p > 0 : std::abs(p) < std::abs(q);
    });
    return levels;
}

std::string draw_all_ways(const FormSheet& sheet, LevelId level, bool whole_site) {
    const std::vector<picture::RouteStroke> strokes = strokes_on(sheet, level);
    picture::LevelPicture picture;
    picture.lang = sheet.lang();
    picture.width_px = ways_px;
    picture.routes = strokes;
    picture.route_width = 1.5;
    picture.furniture = false;
    picture.risks = false;
    if (!whole_site) {
        picture.area = picture::used_indoor_bounds(sheet.world(), 2.5);
        picture.labels = picture::LabelDetail::rooms_and_widths;
    }
    return picture::draw_level(sheet.world(), level, picture);
}

}  // namespace

std::vector<document::Picture> way_pictures(const FormSheet& sheet) {
    std::vector<document::Picture> pictures;
    if (sheet.input.ways.empty()) return pictures;
    const auto add = [&](LevelId level, bool whole_site, const std::string& what) {
        const std::string number = std::to_string(pictures.size() + 1);
        pictures.push_back({draw_all_ways(sheet, level, whole_site),
                            sheet.say("f1.picture", {{"number", number}, {"level", what}}), 0.0, 0.0});
    };
    for (const LevelId level : levels_walked(sheet)) add(level, false, sheet.name(sheet.building().level(level).name));
    if (!sheet.building().spots.empty()) {
        const SpaceId yard = sheet.building().spots.front().space;
        add(sheet.building().space(yard).level, true, sheet.say("report.site"));
    }
    return pictures;
}

}  // namespace muster::papers
