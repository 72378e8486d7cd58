// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/reopen.h"

#include "tools/muster/ledger/action_command.h"

namespace muster::commands {

std::unique_ptr<Command> make_ledger_reopen() { return std::make_unique<ActionCommand>(ledger::LedgerAction::reopen); }

}  // namespace muster::commands
