// SPDX-License-Identifier: Apache-2.0
// muster rectify: changes about bottlenecks and shortfalls, each run over the same seeds, and what they gain.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_rectify();

}  // namespace muster::commands
