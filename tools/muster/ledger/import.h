// SPDX-License-Identifier: Apache-2.0
// muster ledger import: a filled-in form.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_import();

}  // namespace muster::commands
