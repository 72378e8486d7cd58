// SPDX-License-Identifier: Apache-2.0
// muster ledger supervise: a major hazard is put under supervision, or no longer.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_supervise();

}  // namespace muster::commands
