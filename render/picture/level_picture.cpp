// SPDX-License-Identifier: Apache-2.0
#include "render/picture/level_picture.h"

#include <algorithm>

#include "render/picture/level_layers.h"
#include "render/picture/risk_picture.h"

namespace muster::picture {

namespace {

constexpr double title_height = 24.0;
constexpr double tallest = 900.0;  // points of page: a plan on an A4 page with its caption

template <class Wanted>
Box bounds_where(const Building& building, double margin_m, Wanted&& wanted) {
    Box box{{1e18, 1e18}, {-1e18, -1e18}};
    for (std::size_t i = 0; i < building.spaces.size(); ++i) {
        const Space& space = building.spaces[i];
        if (!wanted(i) || space.area.outer.empty()) continue;
        const Box b = bounds(space.area.outer);
        box.low = {std::min(box.low.x, b.low.x), std::min(box.low.y, b.low.y)};
        box.high = {std::max(box.high.x, b.high.x), std::max(box.high.y, b.high.y)};
    }
    if (box.low.x > box.high.x) return {{0.0, 0.0}, {10.0, 10.0}};
    const Vec2 margin{margin_m, margin_m};
    return {box.low - margin, box.high + margin};
}

// Indoor spaces that somebody can reach from a start indoors without going out of doors.
std::vector<bool> used_spaces(const World& world) {
    const Building& building = world.building;
    std::vector<bool> used(building.spaces.size(), false);
    std::vector<SpaceId> open;
    const auto visit = [&](SpaceId id) {
        if (!id.valid() || building.space(id).outdoor || used[id.index()]) return;
        used[id.index()] = true;
        open.push_back(id);
    };
    for (const Group& group : world.scenario.population.groups) visit(group.space);
    while (!open.empty()) {
        const SpaceId here = open.back();
        open.pop_back();
        for (const OpeningId o : building.space(here).openings) visit(building.opening(o).other(here));
    }
    return used;
}

}  // namespace

void draw_storey(const LevelSheet& sheet) {
    const Ring frame = sheet.view.frame();
    sheet.canvas.clip(std::span(&frame, 1));
    draw_spaces_and_walls(sheet);
    draw_density(sheet);
    if (sheet.picture.furniture) draw_furniture(sheet);
    draw_stairs(sheet);
    draw_openings(sheet);
    draw_density_in_openings(sheet);
    if (!sheet.picture.air.empty()) draw_smoke(sheet);
    if (sheet.picture.quake != nullptr) draw_damage(sheet);
    if (sheet.picture.risks) draw_risk_hatches(sheet);
    draw_assembly(sheet);
    draw_exits(sheet);
    draw_people(sheet);
    draw_routes(sheet);
    draw_labels(sheet);
    if (sheet.picture.fixtures) draw_fixtures(sheet);
    if (sheet.picture.risks) draw_risk_signs(sheet);
    draw_marks(sheet);
    sheet.canvas.release();
}

Box used_indoor_bounds(const World& world, double margin_m) {
    std::vector<bool> shown = used_spaces(world);
    if (std::find(shown.begin(), shown.end(), true) == shown.end()) shown.assign(shown.size(), true);
    return bounds_where(world.building, margin_m,
                        [&](std::size_t i) { return shown[i] && !world.building.spaces[i].outdoor; });
}

Box level_bounds(const Building& building, LevelId level, double margin_m) {
    return bounds_where(building, margin_m, [&](std::size_t i) { return building.spaces[i].level == level; });
}

namespace {

std::string draw_page(const LevelPicture& picture, const World& world, LevelId level, std::span<const int> risk_numbers,
                      bool risk_colours) {
    const double top = picture.title.empty() ? 0.0 : title_height;
    const View view(picture.area.value_or(level_bounds(world.building, level, 1.0)), top, tallest);
    const LevelScene scene{view, world, level, picture, risk_numbers, risk_colours};
    Canvas canvas(picture.format, picture.width_px, view.bottom() + legend_height(scene));
    const LevelSheet sheet(canvas, scene);
    if (!picture.title.empty()) canvas.text({8.0, 0.5 * title_height}, picture.title, {.size = 13.0, .bold = true});
    draw_storey(sheet);
    if (picture.legend)
        draw_legend(sheet, view.bottom());
    else
        draw_scale_and_north(sheet);
    return canvas.finish();
}

}  // namespace

std::string draw_level(const World& world, LevelId level, const LevelPicture& picture) {
    return draw_page(picture, world, level, {}, false);
}

std::string draw_risk_level(const World& world, LevelId level, const LevelPicture& picture,
                            std::span<const int> numbers) {
    return draw_page(picture, world, level, numbers, true);
}

Pixels draw_level_on_screen(const World& world, LevelId level, const LevelPicture& picture, const ScreenSize& size) {
    const double width = size.width_px / size.px_per_point, height = size.height_px / size.px_per_point;
    const View view(*picture.area, 0.0, height, width);
    Canvas canvas(PictureFormat::png, size.width_px, height, width);
    draw_storey(LevelSheet(canvas, {view, world, level, picture}));
    return canvas.rgba();
}

}  // namespace muster::picture
