// SPDX-License-Identifier: Apache-2.0
// Where the parts of the window lie.
#include "render/viewer/panels/edit_panels.h"
#include "render/viewer/panels/panels.h"

namespace muster::viewer {

namespace {

constexpr ImGuiWindowFlags part = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                                  ImGuiWindowFlags_NoBringToFrontOnFocus;

struct Rect {
    ImVec2 at, size;
};

struct Rects {
    Rect toolbar, left, plan, right, timeline;
};

Rects rects_of(const Ui& ui, const ViewerState& state, ImVec2 screen) {
    const bool lesson = state.mode == Mode::lesson;
    const float top = 2.4F * ui.unit, bottom = 4.4F * ui.unit;
    const float left = lesson ? 0.0F : 12.0F * ui.unit, right = (lesson ? 13.0F : 16.0F) * ui.unit;
    const float middle = screen.y - top - bottom;
    return {{{0.0F, 0.0F}, {screen.x, top}},
            {{0.0F, top}, {left, middle}},
            {{left, top}, {screen.x - left - right, middle}},
            {{screen.x - right, top}, {right, middle}},
            {{0.0F, screen.y - bottom}, {screen.x, bottom}}};
}

template <class Draw>
void place(const char* name, const Rect& rect, Draw&& draw) {
    ImGui::SetNextWindowPos(rect.at);
    ImGui::SetNextWindowSize(rect.size);
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

void draw_watch_mode(Ui& ui, const ViewerState& state, const Rects& rects, Wishes& wishes) {
    place("##left", rects.left, [&] { draw_layers(ui, state, wishes); });
    place("##plan", rects.plan, [&] { draw_plan_view(ui, state, wishes); });
    place("##right", rects.right, [&] {
        draw_compare(ui, state, wishes);
        if (state.sessions.size() == 1) draw_counts(ui, state, wishes);
        if (!ImGui::BeginTabBar("tabs")) return;
        ui.tab("viewer.tab.ask", [&] { draw_inspector(ui, state, wishes); });
        ui.tab("viewer.tab.change", [&] { draw_commands(ui, state, wishes); });
        ui.tab("viewer.tab.charts", [&] { draw_charts(ui, state, wishes); });
        ImGui::EndTabBar();
    });
    place("##timeline", rects.timeline, [&] { draw_timeline(ui, state, wishes); });
}

void draw_lesson_mode(Ui& ui, const ViewerState& state, const Rects& rects, Wishes& wishes) {
    Rect caption = rects.plan, plan = rects.plan;
    caption.size.y = 3.4F * ui.unit;
    plan.at.y += caption.size.y;
    plan.size.y -= caption.size.y;
    place("##caption", caption, [&] { draw_caption(ui, state); });
    place("##plan", plan, [&] { draw_plan_view(ui, state, wishes); });
    place("##right", rects.right, [&] { draw_lesson(ui, state, wishes); });
    place("##timeline", rects.timeline, [&] { draw_timeline(ui, state, wishes); });
}

void draw_edit_mode(Ui& ui, const ViewerState& state, const Rects& rects, Wishes& wishes) {
    Rect plan = rects.plan, findings = rects.timeline;
    place("##left", rects.left, [&] { draw_edit_tools(ui, state, wishes); });
    place("##plan", plan, [&] { draw_edit_board(ui, state, wishes); });
    place("##right", rects.right, [&] {
        draw_edit_properties(ui, state, wishes);
        draw_edit_tables(ui, state, wishes);
    });
    place("##findings", findings, [&] { draw_edit_findings(ui, state, wishes); });
}

}  // namespace

void draw_everything(Ui& ui, const ViewerState& state, Wishes& wishes) {
    ui.spots.clear();
    ui.cameras.clear();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    read_keys(state, wishes);
    if (!state.open()) {
        place("##welcome", {{0.0F, 0.0F}, screen}, [&] { draw_welcome(ui, state, wishes); });
        draw_help(ui, state, wishes);
        draw_browser(ui, state, wishes);
        draw_message(ui, state);
        return;
    }
    const Rects rects = rects_of(ui, state, screen);
    place("##toolbar", rects.toolbar, [&] { draw_toolbar(ui, state, wishes); });
    if (state.mode == Mode::edit && state.desk)
        draw_edit_mode(ui, state, rects, wishes);
    else if (state.mode == Mode::lesson)
        draw_lesson_mode(ui, state, rects, wishes);
    else
        draw_watch_mode(ui, state, rects, wishes);
    draw_quiz(ui, state, wishes);
    draw_leaving(ui, state, wishes);
    draw_help(ui, state, wishes);
    draw_browser(ui, state, wishes);
    draw_message(ui, state);
}

}  // namespace muster::viewer
