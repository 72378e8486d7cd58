// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/window/script_player.h"

#include <map>

#include "render/viewer/scene/pane.h"
#include "sim/base/overload.h"

namespace muster::viewer {

namespace {

constexpr int patience = 6000;  // frames for one step

}  // namespace

int key_of(const std::string& name) {
    static const std::map<std::string, int> named{{"Space", 32},      {"Escape", 270}, {"Home", 271},   {"Left", 272},
                                                  {"Right", 273},     {"Enter", 274},  {"Delete", 275}, {"Tab", 276},
                                                  {"Backspace", 277}, {"Up", 278},     {"Down", 279},   {"End", 280}};
    if (const auto found = named.find(name); found != named.end()) return found->second;
    if (name.size() == 1) return static_cast<unsigned char>(name.front());
    if (name.size() >= 2 && name.front() == 'F') return 256 + std::atoi(name.c_str() + 1);
    return -1;
}

bool ScriptPlayer::find(const Ui& ui, const std::string& id, ImVec2& at) {
    const auto spot = ui.spots.find(id);
    if (spot == ui.spots.end()) return false;
    at = spot->second;
    return true;
}

void ScriptPlayer::press_at(ImVec2 at) {
    pending_.push_back([at](ImGuiIO& io) { io.MousePos = at; });
    pending_.push_back([](ImGuiIO& io) { io.MouseDown[0] = true; });
    pending_.push_back([](ImGuiIO& io) { io.MouseDown[0] = false; });
    pending_.push_back([](ImGuiIO&) {});
}

void ScriptPlayer::press_key(const std::string& name) {
    const bool control = name.starts_with("Ctrl+");
    const int key = key_of(control ? name.substr(5) : name);
    if (key < 0) {
        failure_ = "key " + name;
        return;
    }
    pending_.push_back([=](ImGuiIO& io) {
        io.KeyCtrl = control;
        io.KeysDown[key] = true;
    });
    pending_.push_back([=](ImGuiIO& io) {
        io.KeysDown[key] = false;
        io.KeyCtrl = false;
    });
}

void ScriptPlayer::play_frame(const ViewerState& state, const Ui& ui, Wishes& wishes) {
    ImGuiIO& io = ImGui::GetIO();
    io.MouseWheel = 0.0F;
    if (pending_.empty() && !steps_.empty() && failure_.empty()) {
        begin(state, ui, wishes);
        if (++waited_ > patience) failure_ = "step " + std::to_string(steps_.size()) + " before the end waits for ever";
    }
    if (pending_.empty()) return;
    pending_.front()(io);
    pending_.pop_front();
}

void ScriptPlayer::begin(const ViewerState& state, const Ui& ui, Wishes& wishes) {
    const auto pane_view = [&](const std::string& pane) {
        PaneView view;
        view.low = ui.spots.at(pane + ".low");
        view.high = ui.spots.at(pane + ".high");
        view.camera = ui.cameras.at(pane);
        return view;
    };
    const auto to_screen = [&](const std::string& pane, Vec2 at) {
        return pane_view(pane).screen(at - state.session().world().building.site_origin);
    };
    const bool over = std::visit(
        Overload{[&](const script::Press& s) {
                     ImVec2 at;
                     if (!find(ui, s.id, at)) return false;
                     press_at(at);
                     return true;
                 },
                 [&](const script::PressPlan& s) {
                     if (!ui.cameras.contains(s.pane)) return false;
                     press_at(to_screen(s.pane, s.at));
                     return true;
                 },
                 [&](const script::DragPlan& s) {
                     if (!ui.cameras.contains(s.pane)) return false;
                     const ImVec2 from = to_screen(s.pane, s.from), to = to_screen(s.pane, s.to);
                     pending_.push_back([from](ImGuiIO& io) { io.MousePos = from; });
                     pending_.push_back([](ImGuiIO& io) { io.MouseDown[0] = true; });
                     pending_.push_back([from, to](ImGuiIO& io) { io.MousePos = 0.5F * (from + to); });
                     pending_.push_back([to](ImGuiIO& io) { io.MousePos = to; });
                     pending_.push_back([](ImGuiIO& io) { io.MouseDown[0] = false; });
                     return true;
                 },
                 [&](const script::Scroll& s) {
                     ImVec2 at;
                     if (!find(ui, s.id, at)) return false;
                     pending_.push_back([at](ImGuiIO& io) { io.MousePos = at; });
                     pending_.push_back([steps = s.steps](ImGuiIO& io) { io.MouseWheel = steps; });
                     return true;
                 },
                 [&](const script::Key& s) {
                     press_key(s.name);
                     return true;
                 },
                 [&](const script::Type& s) {
                     pending_.push_back([text = s.text](ImGuiIO& io) { io.AddInputCharactersUTF8(text.c_str()); });
                     return true;
                 },
                 [&](const script::WaitUntil& s) {
                     if (state.open() && state.playback.at_s < s.at_s && !state.playback.playing && waited_ > 10)
                         failure_ = "the run does not reach " + std::to_string(s.at_s) + " s";
                     return state.open() && state.playback.at_s >= s.at_s;
                 },
                 [&](const script::WaitFrames& s) { return waited_ >= s.count; },
                 [&](const script::SeekTo& s) {
                     if (!state.open()) {
                         failure_ = "nothing is open to seek in";
                         return false;
                     }
                     if (waited_ == 0) wishes.emplace_back(wish::Seek{s.at_s});
                     const Session& session = state.session();
                     return waited_ > 0 && (session.reached_s() >= state.playback.at_s || session.ended());
                 },
                 [&](const script::Open& s) {
                     wishes.emplace_back(wish::OpenPath{s.path, s.beside});
                     return true;
                 },
                 [&](const script::Screenshot& s) {
                     // Until plans have been drawn anew.
                     if (waited_ < 15) return false;
                     wishes.emplace_back(wish::Screenshot{s.path});
                     return true;
                 },
                 [&](const script::Unseen& s) {
                     unseen_ = s.on;
                     return true;
                 },
                 [&](const script::Expect& s) {
                     if (state.message.find(s.words) != std::string::npos) return true;
                     if (waited_ > 200) failure_ = "expected: " + s.words + "; said: " + state.message;
                     return false;
                 }},
        steps_.front());
    if (!over) return;
    steps_.pop_front();
    waited_ = -1;
}

}  // namespace muster::viewer
