// SPDX-License-Identifier: Apache-2.0
// muster ledger show: one entry and its history.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_show();

}  // namespace muster::commands
