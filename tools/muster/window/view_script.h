// SPDX-License-Identifier: Apache-2.0
// steps.json of `muster view --script`: a list of objects, one step each.
#pragma once

#include <string>

#include "render/viewer/state/script.h"

namespace muster::commands {

struct ReadScript {
    viewer::Script script;
    std::string fault;  // "" = none; else the step and what is wrong with it
};

/// {"press": ID} · {"press_plan": [x, y], "pane": ID} · {"drag": [x0, y0, x1, y1]} · {"scroll": STEPS, "on": ID} ·
/// {"key": NAME} · {"type": TEXT} · {"wait_until_s": S} · {"wait_frames": N} · {"seek_s": S} ·
/// {"open": PATH, "beside": BOOL} · {"screenshot": PATH} · {"unseen": BOOL} · {"expect": WORDS}
[[nodiscard]] ReadScript read_view_script(const std::string& path);

}  // namespace muster::commands
