// SPDX-License-Identifier: Apache-2.0
// muster ledger close: a named person strikes it off.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_close();

}  // namespace muster::commands
