// SPDX-License-Identifier: Apache-2.0
// muster view: in a window, or without one as a video or a picture.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_view();

}  // namespace muster::commands
