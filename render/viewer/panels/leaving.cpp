// SPDX-License-Identifier: Apache-2.0
// The question before the window closes over a plan that is not saved.
#include "render/viewer/panels/panels.h"

namespace muster::viewer {

void draw_leaving(Ui& ui, const ViewerState& state, Wishes& wishes) {
    if (!state.leaving) return;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos(0.5F * screen, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowFocus();
    constexpr ImGuiWindowFlags flags =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize;
    if (ImGui::Begin("##leaving", nullptr, flags)) {
        const std::string path = name_for_edited(*state.desk);
        ImGui::TextUnformatted(ui.text("viewer.leave.question").c_str());
        ImGui::TextDisabled("%s", path.c_str());
        if (ui.button("viewer.leave.save")) wishes.emplace_back(wish::Leave{wish::Leaving::save, path});
        ImGui::SameLine();
        if (ui.button("viewer.leave.leave")) wishes.emplace_back(wish::Leave{wish::Leaving::leave, {}});
        ImGui::SameLine();
        if (ui.button("viewer.leave.stay")) wishes.emplace_back(wish::Leave{wish::Leaving::stay, {}});
    }
    ImGui::End();
}

}  // namespace muster::viewer
