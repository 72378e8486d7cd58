// SPDX-License-Identifier: Apache-2.0
// What the window is asked: by `muster view`, which hands it on, and by muster-view, which opens it.
#pragma once

#include <string>
#include <vector>

#include "tools/muster/terminal/help.h"

namespace muster::commands {

struct WindowOptions {
    // none, one, or two to compare
    std::vector<std::string> files;
    // px
    std::string size = "1280x720";
    // steps to play; "" = a person sits there
    std::string script;
    // of words and buttons, in a script
    double scale = 1.0;

    void add_files(CLI::App& app, const Help& help);
    void add_script(CLI::App& app, const Help& help);
    /// The same as typed for muster-view.
    [[nodiscard]] std::vector<std::string> arguments() const;
};

}  // namespace muster::commands
