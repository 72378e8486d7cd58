// SPDX-License-Identifier: Apache-2.0
// Subcommands that change the state of one entry: `muster ledger register`, `close` and `reopen` as they are; those
// that are told more add it.
#pragma once

#include <string>
#include <vector>

#include "tools/muster/ledger/ledger_command.h"
#include "tools/office/ledger/actions.h"

namespace muster::commands {

class ActionCommand : public LedgerCommand {
public:
    explicit ActionCommand(ledger::LedgerAction action) : action_(action) {}

protected:
    void add_options(CLI::App& app, const Help& help) final;
    [[nodiscard]] Exit carry_out(const LedgerClock& clock, const Console& console) final;

    virtual void add_more_options(CLI::App&, const Help&) {}
    /// What those options say.
    virtual void fill(ledger::ActionRequest&) const {}
    /// The action itself last, before it what it needs; each is a row of the history.
    [[nodiscard]] virtual std::vector<ledger::LedgerAction> steps_for(const ledger::LedgerEntry&) const {
        return {action_};
    }

private:
    ledger::LedgerAction action_;
    std::string item_;
    Signature signature_;
};

}  // namespace muster::commands
