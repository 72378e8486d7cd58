// SPDX-License-Identifier: Apache-2.0
// muster ledger list: the entries as a table.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_list();

}  // namespace muster::commands
