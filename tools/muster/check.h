// SPDX-License-Identifier: Apache-2.0
// muster check: reads plans, risk maps, scenarios and rule packs and says what is wrong with them.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_check();

}  // namespace muster::commands
