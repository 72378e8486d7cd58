// SPDX-License-Identifier: Apache-2.0
// muster export: one storey of a results folder for tools that know one plane; fires for CFAST; route cards.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_export();

}  // namespace muster::commands
