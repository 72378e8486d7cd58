// SPDX-License-Identifier: Apache-2.0
// Storey tabs, arrangement, modes, language: the upper edge of the window.
#include <array>

#include "render/viewer/panels/panels.h"

namespace muster {

namespace {

void draw_levels(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const Building& building = state.session().world().building;
    for (std::size_t i = 0; i < building.levels.size(); ++i) {
        const Level& level = building.levels[i];
        const bool on = state.level.index() == i && state.arrangement == Arrangement::one;
        if (ui.switch_button("viewer.level:" + level.key, in_language(level.name, ui.lang()), on)) {
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

}  // namespace

void draw_toolbar(Ui& ui, const ViewerState& state, Wishes& wishes) {
    draw_levels(ui, state, wishes);
    if (ui.button("viewer.fit")) wishes.emplace_back(wish::SetCamera{});
    ImGui::SameLine(0.0F, ui.unit);
    draw_modes(ui, state, wishes);
    ImGui::SameLine(0.0F, ui.unit);
    if (ui.button("viewer.language"))
        wishes.emplace_back(wish::SetLanguage{ui.lang() == Lang::zh_cn ? Lang::en : Lang::zh_cn});
    ImGui::SameLine();
    if (ui.button("viewer.help_button", "F1 ?")) wishes.emplace_back(wish::ShowHelp{!state.help});
}

}  // namespace muster
