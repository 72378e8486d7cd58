// SPDX-License-Identifier: Apache-2.0
// What is seen when nothing is open: how to open something, and what was open before.
#include "render/viewer/panels/panels.h"

namespace muster::viewer {

void draw_welcome(Ui& ui, const ViewerState& state, Wishes& wishes) {
    ImGui::Dummy({1.0F, 2.0F * ui.unit});
    ImGui::TextUnformatted(ui.text("viewer.welcome").c_str());
    ImGui::TextWrapped("%s", ui.text("viewer.welcome_how").c_str());
    if (ui.button("viewer.open")) wishes.emplace_back(wish::BrowseFolder{});
    ImGui::SameLine();
    if (ui.button("viewer.new_plan")) wishes.emplace_back(wish::NewPlan{});
    ui.heading("viewer.recent");
    for (const std::string& path : state.settings.recent)
        if (ImGui::Selectable(path.c_str())) wishes.emplace_back(wish::OpenPath{path, false});
    const text::Lang other = text::next_language(ui.lang());
    if (ui.button("viewer.language", std::string(text::own_name(other)))) wishes.emplace_back(wish::SetLanguage{other});
}

}  // namespace muster::viewer
