// SPDX-License-Identifier: Apache-2.0
// muster ledger retest: the scenario with the plan as it was and as it is now, over the same seeds.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_ledger_retest();

}  // namespace muster::commands
