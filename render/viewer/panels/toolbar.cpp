// SPDX-License-Identifier: Apache-2.0
// Storey tabs, arrangement, modes, language: the upper edge of the window.
#include <algorithm>
#include <array>
#include <filesystem>

#include "render/text/names.h"
#include "render/viewer/panels/panels.h"

namespace muster::viewer {

namespace {

void draw_levels(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const Building& building = state.session().world().building;
    for (std::size_t i = 0; i < building.levels.size(); ++i) {
        const Level& level = building.levels[i];
        const bool on = state.level.index() == i && state.arrangement == Arrangement::one;
        if (ui.switch_button("viewer.level:" + level.key, text::in_language(level.name, ui.lang()), on)) {
            wishes.emplace_back(wish::ShowLevel{LevelId{i}});
            wishes.emplace_back(wish::Arrange{Arrangement::one});
        }
        ImGui::SameLine();
    }
    if (building.levels.size() < 2) return;
    constexpr std::array ids{"viewer.side_by_side", "viewer.stacked"};
    constexpr std::array arrangements{Arrangement::side_by_side, Arrangement::stacked};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ui.switch_button(ids[i], ui.text(ids[i]), state.arrangement == arrangements[i])) {
            wishes.emplace_back(wish::Arrange{arrangements[i]});
            wishes.emplace_back(wish::SetCamera{});
        }
        ImGui::SameLine();
    }
}

void draw_modes(Ui& ui, const ViewerState& state, Wishes& wishes) {
    constexpr std::array ids{"viewer.mode.watch", "viewer.mode.edit", "viewer.mode.lesson"};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto mode = static_cast<Mode>(i);
        if (ui.switch_button(ids[i], ui.text(ids[i]), state.mode == mode)) wishes.emplace_back(wish::SetMode{mode});
        ImGui::SameLine();
    }
}

// Beside the scenario or plan, named after it, the storey and the moment.
std::string file_for(const ViewerState& state, const std::string& what, const std::string& ending) {
    namespace fs = std::filesystem;
    const OpenedFile& file = state.session().file();
    const fs::path from = file.scenario_path.empty() ? file.path : file.scenario_path;
    std::string stem = from.filename().string();
    stem.resize(std::min(stem.size(), stem.find('.')));
    return (from.parent_path() / (stem + "." + what + "." + text::number_text(state.playback.at_s, 0) + "s" + ending))
        .string();
}

void draw_take_away(Ui& ui, const ViewerState& state, Wishes& wishes) {
    ImGui::SameLine(0.0F, ui.unit);
    if (ui.button("viewer.take.screenshot")) wishes.emplace_back(wish::Screenshot{file_for(state, "screen", ".png")});
    ImGui::SameLine();
    const std::string& level = state.session().world().building.level(state.level).key;
    if (ui.button("viewer.take.print")) wishes.emplace_back(wish::SavePicture{file_for(state, level, ".png")});
    ImGui::SameLine();
    if (state.session().has_people() && ui.button("viewer.take.video"))
        wishes.emplace_back(wish::MakeVideo{file_for(state, "video", ".mp4")});
}

}  // namespace

void draw_toolbar(Ui& ui, const ViewerState& state, Wishes& wishes) {
    if (state.mode != Mode::lesson) {
        if (ui.button("viewer.open")) wishes.emplace_back(wish::BrowseFolder{});
        ImGui::SameLine(0.0F, ui.unit);
    }
    draw_levels(ui, state, wishes);
    if (ui.button("viewer.fit")) wishes.emplace_back(wish::SetCamera{});
    ImGui::SameLine(0.0F, ui.unit);
    draw_modes(ui, state, wishes);
    ImGui::SameLine(0.0F, ui.unit);
    const text::Lang other = text::next_language(ui.lang());
    if (ui.button("viewer.language", std::string(text::own_name(other)))) wishes.emplace_back(wish::SetLanguage{other});
    if (state.mode != Mode::lesson) draw_take_away(ui, state, wishes);
    ImGui::SameLine();
    if (ui.button("viewer.help_button", "F1 ?")) wishes.emplace_back(wish::ShowHelp{!state.help});
}

}  // namespace muster::viewer
