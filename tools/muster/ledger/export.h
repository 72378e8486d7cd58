// SPDX-License-Identifier: Apache-2.0
// muster ledger export: the forms of the ledger.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_export();

}  // namespace muster::commands
