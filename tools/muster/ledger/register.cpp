// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/register.h"

#include "tools/muster/ledger/action_command.h"

namespace muster::commands {

std::unique_ptr<Command> make_ledger_register() { return std::make_unique<ActionCommand>(ledger::LedgerAction::enter); }

}  // namespace muster::commands
