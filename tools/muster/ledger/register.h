// SPDX-License-Identifier: Apache-2.0
// muster ledger register: a hazard is taken up.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_register();

}  // namespace muster::commands
