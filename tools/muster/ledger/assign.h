// SPDX-License-Identifier: Apache-2.0
// muster ledger assign: who puts it right, and until when.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_assign();

}  // namespace muster::commands
