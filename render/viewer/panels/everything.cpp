// SPDX-License-Identifier: Apache-2.0
// Where the parts of the window lie.
#include "render/viewer/panels/panels.h"

namespace muster {

namespace {

constexpr ImGuiWindowFlags part = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                                  ImGuiWindowFlags_NoBringToFrontOnFocus;

template <class Draw>
void place(const char* name, ImVec2 at, ImVec2 size, Draw&& draw) {
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(size);
    if (ImGui::Begin(name, nullptr, part)) draw();
    ImGui::End();
}

void draw_message(Ui& ui, const ViewerState& state) {
    if (state.message_left_s <= 0.0) return;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0.5F * screen.x, screen.y - 5.0F * ui.unit}, ImGuiCond_Always, {0.5F, 1.0F});
    ImGui::SetNextWindowBgAlpha(0.95F);
    ImGui::SetNextWindowSizeConstraints({0.0F, 0.0F}, {0.6F * screen.x, screen.y});
    if (ImGui::Begin("##message", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_AlwaysAutoResize)) {
        ImGui::PushTextWrapPos(0.55F * screen.x);
        ImGui::TextUnformatted(state.message.c_str());
        ImGui::PopTextWrapPos();
    }
    ImGui::End();
}

}  // namespace

void draw_everything(Ui& ui, const ViewerState& state, Wishes& wishes) {
    ui.spots.clear();
    ui.cameras.clear();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    read_keys(state, wishes);
    if (!state.open()) {
        place("##welcome", {0.0F, 0.0F}, screen, [&] { draw_welcome(ui, state, wishes); });
        draw_help(ui, state, wishes);
        draw_message(ui, state);
        return;
    }
    const float top = 2.4F * ui.unit, bottom = 4.4F * ui.unit, left = 11.0F * ui.unit, right = 15.0F * ui.unit;
    const float middle = screen.y - top - bottom;
    place("##toolbar", {0.0F, 0.0F}, {screen.x, top}, [&] { draw_toolbar(ui, state, wishes); });
    place("##left", {0.0F, top}, {left, middle}, [&] { draw_layers(ui, state, wishes); });
    place("##plan", {left, top}, {screen.x - left - right, middle}, [&] { draw_plan_view(ui, state, wishes); });
    place("##right", {screen.x - right, top}, {right, middle}, [&] {
        draw_counts(ui, state, wishes);
        draw_inspector(ui, state, wishes);
        draw_commands(ui, state, wishes);
    });
    place("##timeline", {0.0F, screen.y - bottom}, {screen.x, bottom}, [&] { draw_timeline(ui, state, wishes); });
    draw_help(ui, state, wishes);
    draw_message(ui, state);
}

}  // namespace muster
