// SPDX-License-Identifier: Apache-2.0
// muster run: loads a scenario, runs its replications, writes the results folder.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_run();

}  // namespace muster::commands
