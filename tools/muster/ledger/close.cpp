// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/close.h"

#include "tools/muster/ledger/action_command.h"

namespace muster::commands {

std::unique_ptr<Command> make_ledger_close() { return std::make_unique<ActionCommand>(ledger::LedgerAction::close); }

}  // namespace muster::commands
