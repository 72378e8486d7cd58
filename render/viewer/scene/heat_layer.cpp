// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/scene/heat_layer.h"

#include <algorithm>
#include <cmath>

#include "render/text/heat_legend.h"
#include "render/text/names.h"

namespace muster::viewer {

namespace {

constexpr double strongest = 0.82;  // opacity: the plan stays legible under it

// 0 = harmless, 1 = as bad as the scale goes.
double badness(const analysis::HeatScale& scale, double value) {
    const double share = std::clamp((value - scale.low) / (scale.high - scale.low), 0.0, 1.0);
    return scale.high_is_bad ? share : 1.0 - share;
}

void put(std::vector<unsigned char>& rgba, std::size_t at, const analysis::HeatScale& scale, float value) {
    if (std::isnan(value)) return;
    const double bad = badness(scale, static_cast<double>(value));
    const picture::Colour colour = picture::density_colour(bad);
    const auto byte = [](double v) { return static_cast<unsigned char>(std::lround(255.0 * v)); };
    rgba[at] = byte(colour.r);
    rgba[at + 1] = byte(colour.g);
    rgba[at + 2] = byte(colour.b);
    rgba[at + 3] = byte(strongest * std::clamp(4.0 * bad, 0.0, 1.0));
}

picture::Pixels pixels_of(const analysis::HeatField& field, const std::vector<SpaceId>& space_of_cells) {
    const analysis::HeatScale scale = analysis::heat_scale(field.kind);
    picture::Pixels out{field.columns, field.rows, {}};
    const auto columns = static_cast<std::size_t>(field.columns), rows = static_cast<std::size_t>(field.rows);
    out.rgba.resize(4 * columns * rows);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t cell = row * columns + column, pixel = 4 * ((rows - 1 - row) * columns + column);
            if (!analysis::is_of_spaces(field.kind))
                put(out.rgba, pixel, scale, field.cells[cell]);
            else if (const SpaceId space = space_of_cells[cell]; space.valid())
                put(out.rgba, pixel, scale, field.spaces[space.index()]);
        }
    return out;
}

}  // namespace

void draw_heat(Ui& ui, ImDrawList& list, const PaneView& view, const PaneContent& content) {
    const Session& session = content.session;
    if (content.book.empty() || content.moment.empty()) return;
    const analysis::LevelCells& grid = content.book.cells(content.level);
    if (grid.empty()) return;
    analysis::HeatField field =
        content.book.heat(session, *content.state.layers.heat, content.moment.sample(), content.level);
    field.columns = grid.columns;  // kinds of spaces have none of their own
    field.rows = grid.rows;
    const ImTextureID texture =
        ui.textures->put("heat " + content.name, pixels_of(field, content.book.space_of_cells(content.level)));
    const Vec2 size{grid.columns * grid.cell_m, grid.rows * grid.cell_m};
    list.AddImage(texture, view.screen(grid.origin + Vec2{0.0, size.y}), view.screen(grid.origin + Vec2{size.x, 0.0}));
}

void draw_heat_legend(Ui& ui, analysis::HeatKind kind) {
    const analysis::HeatScale scale = analysis::heat_scale(kind);
    const text::HeatLegend words = text::heat_legend(kind, ui.lang());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = 0.7F * ui.unit;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    constexpr int steps = 48;
    for (int i = 0; i < steps; ++i) {
        const double value = scale.low + (i + 0.5) / steps * (scale.high - scale.low);
        const float x = at.x + width * static_cast<float>(i) / steps;
        list.AddRectFilled({x, at.y}, {x + width / steps + 1.0F, at.y + height},
                           tint(picture::density_colour(badness(scale, value))));
    }
    if (scale.threshold) {
        const auto share = static_cast<float>((*scale.threshold - scale.low) / (scale.high - scale.low));
        list.AddLine({at.x + share * width, at.y - 2.0F}, {at.x + share * width, at.y + height + 2.0F},
                     tint(picture::ink::black), 2.0F);
    }
    ImGui::Dummy({width, height});
    ui.row(text::number_text(scale.low, 1), text::number_text(scale.high, 1) + " " + words.unit);
    if (!words.threshold.empty()) ImGui::TextWrapped("%s", words.threshold.c_str());
}

}  // namespace muster::viewer
