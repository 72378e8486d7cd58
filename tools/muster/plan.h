// SPDX-License-Identifier: Apache-2.0
// muster plan: looks for a drill plan and writes what is to be signed.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_plan();

}  // namespace muster::commands
