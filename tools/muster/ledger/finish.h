// SPDX-License-Identifier: Apache-2.0
// muster ledger finish: it has been put right.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_finish();

}  // namespace muster::commands
