// SPDX-License-Identifier: Apache-2.0
// muster view with a window.
#pragma once

#include <string>
#include <vector>

#include "tools/muster/console.h"

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
    bool language_given = false;
};

/// For as long as it is open.
[[nodiscard]] Exit view_window(const WindowOptions& options, const Console& console);

}  // namespace muster::commands
