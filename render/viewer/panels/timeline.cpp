// SPDX-License-Identifier: Apache-2.0
// The lower edge: play, speed, and the line of time with a mark for everything that happened.
#include <array>
#include <cmath>

#include "render/text/names.h"
#include "render/viewer/panels/panels.h"
#include "render/viewer/state/controller.h"

namespace muster::viewer {

namespace {

std::string clock_text(double s) {
    const int whole = static_cast<int>(std::floor(s));
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%d:%02d.%d", whole / 60, whole % 60,
                  static_cast<int>(std::floor(10.0 * (s - whole))));
    return text.data();
}

void draw_buttons(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const Playback& playback = state.playback;
    if (ui.button("viewer.event_before", "|<")) wishes.emplace_back(wish::NextEvent{-1});
    ui.hint(ui.text("viewer.event_before"));
    ImGui::SameLine();
    if (ui.button("viewer.play", ui.text(playback.playing ? "viewer.pause" : "viewer.play"), {4.0F * ui.unit, 0.0F}))
        wishes.emplace_back(wish::Play{!playback.playing});
    ImGui::SameLine();
    if (ui.button("viewer.step", ">")) wishes.emplace_back(wish::StepBy{1});
    ui.hint(ui.text("viewer.step"));
    ImGui::SameLine();
    if (ui.button("viewer.event_next", ">|")) wishes.emplace_back(wish::NextEvent{1});
    ui.hint(ui.text("viewer.event_next"));
    ImGui::SameLine();
    if (ui.button("viewer.slower", "-")) wishes.emplace_back(wish::SetSpeed{0.5 * playback.speed});
    ui.hint(ui.text("viewer.slower"));
    ImGui::SameLine();
    ImGui::Text("%sx", text::number_text(playback.speed, 2).c_str());
    ImGui::SameLine();
    if (ui.button("viewer.faster", "+")) wishes.emplace_back(wish::SetSpeed{2.0 * playback.speed});
    ui.hint(ui.text("viewer.faster"));
    ImGui::SameLine(0.0F, ui.unit);
    ImGui::Text("%s", clock_text(playback.at_s).c_str());
    const Session& session = state.session();
    if (session.live() && !session.ended() && session.reached_s() < playback.at_s) {
        ImGui::SameLine(0.0F, ui.unit);
        const double share = playback.at_s > 0.0 ? session.reached_s() / playback.at_s : 0.0;
        ImGui::TextDisabled("%s",
                            ui.text("viewer.computing", {{"percent", text::number_text(100.0 * share, 0)}}).c_str());
    }
}

struct Line {
    ImVec2 low, high;
    double end_s;
    [[nodiscard]] float x(double s) const { return low.x + static_cast<float>(s / end_s) * (high.x - low.x); }
};

ImU32 mark_colour(const Event& event) {
    if (std::holds_alternative<AlarmSounds>(event)) return tint(picture::ink::target);
    if (std::holds_alternative<OpeningChanged>(event) || std::holds_alternative<DoorJammed>(event))
        return tint(picture::ink::accent);
    return tint(picture::rgb(0xe69f00));
}

// Marks closer than a few pixels are one, and say how many they are.
void draw_marks(Ui& ui, const ViewerState& state, const Line& line) {
    const auto marks = landmarks(state.session().trace());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float pointer = ImGui::GetIO().MousePos.x;
    const bool hovered = ImGui::IsItemHovered();
    float last = -1e9F;
    std::string told;
    for (const TimedEvent* mark : marks) {
        const float x = line.x(mark->time.seconds());
        if (hovered && std::abs(x - pointer) < 5.0F && told.size() < 400)
            told += clock_text(mark->time.seconds()) + "  " + std::string(text::name_of(mark->event, ui.lang())) + "\n";
        if (x - last < 2.0F) continue;
        last = x;
        list.AddTriangleFilled({x - 4.0F, line.low.y}, {x + 4.0F, line.low.y}, {x, line.low.y + 9.0F},
                               mark_colour(mark->event));
    }
    if (!told.empty()) ImGui::SetTooltip("%s", told.c_str());
}

void draw_line(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const Session& session = state.session();
    double end_s = 1.0;
    for (const auto& one : state.sessions) {
        const double so_far = std::max(one->recorded_s(), state.playback.at_s);
        end_s = std::max(end_s, one->ended() ? one->end_s() : std::min(one->end_s(), std::max(120.0, 1.25 * so_far)));
    }
    const float height = 1.3F * ui.unit;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Line line{at, at + ImVec2{ImGui::GetContentRegionAvail().x, height}, end_s};
    ImGui::InvisibleButton("timeline", line.high - line.low);
    ui.mark("viewer.timeline");
    if (ImGui::IsItemActive()) {
        const float share = (ImGui::GetIO().MousePos.x - line.low.x) / (line.high.x - line.low.x);
        wishes.emplace_back(wish::Seek{std::clamp(static_cast<double>(share), 0.0, 1.0) * end_s});
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = line.low.y + 0.62F * height;
    list.AddRectFilled({line.low.x, middle - 3.0F}, {line.high.x, middle + 3.0F}, tint(picture::ink::pale), 3.0F);
    list.AddRectFilled({line.low.x, middle - 3.0F}, {line.x(session.recorded_s()), middle + 3.0F},
                       tint(picture::ink::thin), 3.0F);
    draw_marks(ui, state, line);
    for (const GivenCommand& command : session.given())
        list.AddCircleFilled({line.x(command.at.seconds()), middle}, 5.0F, tint(picture::ink::accent));
    const float now = line.x(state.playback.at_s);
    list.AddLine({now, line.low.y}, {now, line.high.y}, tint(picture::ink::black), 2.0F);
    list.AddCircleFilled({now, middle}, 7.0F, tint(picture::ink::black));
}

}  // namespace

void draw_timeline(Ui& ui, const ViewerState& state, Wishes& wishes) {
    draw_buttons(ui, state, wishes);
    draw_line(ui, state, wishes);
}

}  // namespace muster::viewer
