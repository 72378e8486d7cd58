// SPDX-License-Identifier: Apache-2.0
// Plays a script into Dear ImGui instead of a person's mouse and keys, a frame at a time.
#pragma once

#include <deque>
#include <functional>
#include <string>

#include "render/viewer/panels/ui.h"
#include "render/viewer/state/script.h"

namespace muster::viewer {

class ScriptPlayer {
public:
    explicit ScriptPlayer(Script script) : steps_(script.begin(), script.end()) {}

    /// Before ImGui::NewFrame(): what this frame's mouse and keys do. `ui.spots` are those of the frame before.
    void play_frame(const ViewerState& state, const Ui& ui, Wishes& wishes);
    [[nodiscard]] bool done() const { return steps_.empty() && pending_.empty(); }
    /// Why the script cannot go on; "" = it can.
    [[nodiscard]] const std::string& failure() const { return failure_; }
    /// Frames need not be drawn but for screenshots.
    [[nodiscard]] bool unseen() const { return unseen_; }

private:
    using Act = std::function<void(ImGuiIO&)>;
    void begin(const ViewerState& state, const Ui& ui, Wishes& wishes);
    void press_at(ImVec2 at);
    void press_key(const std::string& name);
    [[nodiscard]] bool find(const Ui& ui, const std::string& id, ImVec2& at);

    std::deque<ScriptStep> steps_;
    std::deque<Act> pending_;  // of the frames to come
    int waited_ = 0;           // frames for the present step
    std::string failure_;
    bool unseen_ = false;
};

/// The index of a key by its name in io.KeysDown; -1 = there is none.
[[nodiscard]] int key_of(const std::string& name);

}  // namespace muster::viewer
