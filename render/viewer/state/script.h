// SPDX-License-Identifier: Apache-2.0
// A session played by itself: presses what has an id, types, waits, looks. For tests and for the pictures of the
// README.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sim/base/vec2.h"

namespace muster::viewer::script {

struct Press {
    std::string id;  // of a button, a pane ("pane0") or another thing that panels mark
};
/// A place of the plan, in the pane that shows it.
struct PressPlan {
    Vec2 at;  // m of the site as the plan's file counts
    std::string pane = "pane0";
};
struct DragPlan {
    Vec2 from, to;
    std::string pane = "pane0";
};
struct Scroll {
    float steps = 1.0F;
    std::string id;
};
struct Key {
    std::string name;  // "Space", "F1", "Ctrl+S", "L"
};
struct Type {
    std::string text;
};
struct WaitUntil {
    double at_s = 0.0;  // of the run; fails when it ends before
};
struct WaitFrames {
    int count = 1;
};
struct SeekTo {
    double at_s = 0.0;
};
struct Open {
    std::string path;
    bool beside = false;
};
struct Screenshot {
    std::string path;
};
/// Frames are drawn for screenshots only: quick without a graphics card.
struct Unseen {
    bool on = true;
};
/// The message last said holds this.
struct Expect {
    std::string words;
};

}  // namespace muster::viewer::script

namespace muster::viewer {

using ScriptStep = std::variant<script::Press, script::PressPlan, script::DragPlan, script::Scroll, script::Key,
                                script::Type, script::WaitUntil, script::WaitFrames, script::SeekTo, script::Open,
                                script::Screenshot, script::Unseen, script::Expect>;
using Script = std::vector<ScriptStep>;

}  // namespace muster::viewer
