// SPDX-License-Identifier: Apache-2.0
// The window itself: events in, frames out. The one place that knows SFML.
#pragma once

#include <functional>
#include <string>

#include "render/viewer/state/controller.h"
#include "render/viewer/state/script.h"

namespace muster::viewer {

struct WindowOptions {
    unsigned width = 1280, height = 800;
    Script script;                                             // empty = a person sits there
    bool plays = false;                                        // a script is played (it may be empty)
    std::function<bool()> interrupted = [] { return false; };  // the program is asked to end
};

struct WindowResult {
    bool opened = false;  // false: there is no screen
    bool chinese = true;  // false: no font with Chinese was found
    std::string script_failure;
    int frames = 0;
    double median_frame_ms = 0.0,
           worst_frame_ms = 0.0;  // of work, waiting for the screen left out; worst = 99th percentile
};

/// Until it is closed. `state` may have something open already.
[[nodiscard]] WindowResult show_window(ViewerState& state, ViewerHost& host, WindowOptions options);

}  // namespace muster::viewer
