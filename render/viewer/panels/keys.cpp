// SPDX-License-Identifier: Apache-2.0
// Keys, and the page that lists them.
#include <array>

#include "render/viewer/panels/panels.h"

namespace muster::viewer {

namespace {

struct Shortcut {
    const char *key, *text;
};

constexpr auto shortcuts = std::to_array<Shortcut>({{"Space", "viewer.key.play"},
                                                    {"← →", "viewer.key.step"},
                                                    {"[ ]", "viewer.key.event"},
                                                    {"- +", "viewer.key.speed"},
                                                    {"Home", "viewer.key.start"},
                                                    {"1 … 9", "viewer.key.level"},
                                                    {"S", "viewer.key.side_by_side"},
                                                    {"F", "viewer.key.fit"},
                                                    {"C", "viewer.key.colouring"},
                                                    {"T", "viewer.key.trails"},
                                                    {"L", "viewer.key.lesson"},
                                                    {"E", "viewer.key.edit"},
                                                    {"Ctrl+Z / Ctrl+Y", "viewer.key.undo"},
                                                    {"Ctrl+S", "viewer.key.save"},
                                                    {"Ctrl+O", "viewer.key.open"},
                                                    {"Ctrl+N", "viewer.new_plan"},
                                                    {"F5 / F6", "viewer.key.zoom"},
                                                    {"F12", "viewer.key.screenshot"},
                                                    {"Esc", "viewer.key.nothing"},
                                                    {"F1", "viewer.key.help"}});

bool pressed(int key) { return ImGui::IsKeyPressed(key, false); }
bool letter(char c) { return pressed(static_cast<int>(c)); }

void read_control_keys(const ViewerState& state, Wishes& wishes) {
    if (letter('O')) wishes.emplace_back(wish::BrowseFolder{});
    if (letter('N')) wishes.emplace_back(wish::NewPlan{});
    if (!state.open()) return;
    if (letter('Z')) wishes.emplace_back(wish::Undo{});
    if (letter('Y')) wishes.emplace_back(wish::Redo{});
    if (letter('S') && state.mode == Mode::edit && state.desk)
        wishes.emplace_back(wish::SavePlan{name_for_edited(*state.desk)});
    else if (letter('S') && state.session().unsaved())
        wishes.emplace_back(wish::SaveScenario{name_for_changed(state.session().file())});
}

void read_level_keys(const ViewerState& state, Wishes& wishes) {
    const std::size_t levels = state.session().world().building.levels.size();
    for (std::size_t i = 0; i < levels && i < 9; ++i)
        if (letter(static_cast<char>('1' + i))) {
            wishes.emplace_back(wish::ShowLevel{LevelId{i}});
            wishes.emplace_back(wish::Arrange{Arrangement::one});
        }
}

void read_view_keys(const ViewerState& state, Wishes& wishes) {
    if (letter('S')) {
        const bool on = state.arrangement == Arrangement::side_by_side;
        wishes.emplace_back(wish::Arrange{on ? Arrangement::one : Arrangement::side_by_side});
        wishes.emplace_back(wish::SetCamera{});
    }
    if (letter('F')) wishes.emplace_back(wish::SetCamera{});
    LayerChoice layers = state.layers;
    if (letter('C')) layers.colouring = static_cast<Colouring>((static_cast<int>(layers.colouring) + 1) % 4);
    if (letter('T')) layers.trails = !layers.trails;
    if (layers != state.layers) wishes.emplace_back(wish::SetLayers{layers});
    if (letter('L')) wishes.emplace_back(wish::SetMode{state.mode == Mode::lesson ? Mode::watch : Mode::lesson});
    if (letter('E')) wishes.emplace_back(wish::SetMode{state.mode == Mode::edit ? Mode::watch : Mode::edit});
}

void read_time_keys(const ViewerState& state, Wishes& wishes) {
    if (pressed(ImGui::GetKeyIndex(ImGuiKey_Space))) wishes.emplace_back(wish::Play{!state.playback.playing});
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_RightArrow))) wishes.emplace_back(wish::StepBy{1});
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_LeftArrow))) wishes.emplace_back(wish::StepBy{-1});
    if (pressed(ImGui::GetKeyIndex(ImGuiKey_Home))) wishes.emplace_back(wish::Seek{0.0});
    if (letter(']')) wishes.emplace_back(wish::NextEvent{1});
    if (letter('[')) wishes.emplace_back(wish::NextEvent{-1});
    if (letter('=')) wishes.emplace_back(wish::SetSpeed{2.0 * state.playback.speed});
    if (letter('-')) wishes.emplace_back(wish::SetSpeed{0.5 * state.playback.speed});
}

void read_edit_keys(Wishes& wishes) {
    const auto press = [&](ImGuiKey key, wish::EditKey what) {
        if (pressed(ImGui::GetKeyIndex(key))) wishes.emplace_back(wish::EditPress{what});
    };
    press(ImGuiKey_Delete, wish::EditKey::remove);
    press(ImGuiKey_Enter, wish::EditKey::finish);
    press(ImGuiKey_Escape, wish::EditKey::cancel);
    if (letter('F')) wishes.emplace_back(wish::SetCamera{});
    if (letter('E')) wishes.emplace_back(wish::SetMode{Mode::watch});
}

}  // namespace

void read_keys(const ViewerState& state, Wishes& wishes) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.WantTextInput || state.browser) return;
    if (pressed(key_f1)) wishes.emplace_back(wish::ShowHelp{!state.help});
    if (pressed(key_f12)) wishes.emplace_back(wish::Screenshot{"muster-screenshot.png"});
    if (pressed(key_f5)) wishes.emplace_back(wish::SetScale{state.settings.scale / 1.1});
    if (pressed(key_f6)) wishes.emplace_back(wish::SetScale{state.settings.scale * 1.1});
    if (io.KeyCtrl) return read_control_keys(state, wishes);
    if (!state.open()) return;
    if (pressed(ImGui::GetKeyIndex(ImGuiKey_Escape)) && state.mode != Mode::edit) {
        wishes.emplace_back(wish::Select{});
        wishes.emplace_back(wish::ShowHelp{false});
    }
    if (state.mode == Mode::edit) return read_edit_keys(wishes);
    read_time_keys(state, wishes);
    read_level_keys(state, wishes);
    read_view_keys(state, wishes);
}

void draw_help(Ui& ui, const ViewerState& state, Wishes& wishes) {
    if (!state.help) return;
    bool open = true;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos(0.5F * screen, ImGuiCond_Always, {0.5F, 0.5F});
    if (ImGui::Begin((ui.text("viewer.help") + "###help").c_str(), &open,
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoCollapse)) {
        if (ImGui::BeginTable("keys", 2)) {
            for (const Shortcut& shortcut : shortcuts) {
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(shortcut.key);
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(ui.text(shortcut.text).c_str());
            }
            ImGui::EndTable();
        }
        ImGui::TextWrapped("%s", ui.text("viewer.help_mouse").c_str());
    }
    ImGui::End();
    if (!open) wishes.emplace_back(wish::ShowHelp{false});
}

}  // namespace muster::viewer
