// SPDX-License-Identifier: Apache-2.0
// muster ledger add: from a folder of results, or what a person found.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_add();

}  // namespace muster::commands
