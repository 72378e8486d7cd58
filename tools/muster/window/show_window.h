// SPDX-License-Identifier: Apache-2.0
// The window from its opening to its end.
#pragma once

#include "tools/muster/terminal/command.h"
#include "tools/muster/terminal/window_options.h"

namespace muster::commands {

[[nodiscard]] Exit show_window(const WindowOptions& options, const Call& call);

}  // namespace muster::commands
