// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/start.h"

#include "tools/muster/ledger/action_command.h"
#include "tools/muster/ledger/assignment.h"

namespace muster::commands {

namespace {

class StartCommand final : public ActionCommand {
public:
    StartCommand() : ActionCommand(ledger::LedgerAction::start) {}

protected:
    void add_more_options(CLI::App& app, const Help& help) override { assignment_.add_to(app, help); }
    void fill(ledger::ActionRequest& request) const override { assignment_.fill(request); }

    // Who starts and says for whom registers and assigns on the way.
    [[nodiscard]] std::vector<ledger::LedgerAction> steps_for(const ledger::LedgerEntry& entry) const override {
        using ledger::LedgerAction;
        if (!assignment_.any() || entry.type() != ledger::EntryType::hazard) return {LedgerAction::start};
        if (entry.state() != ledger::HazardState::to_register) return {LedgerAction::assign, LedgerAction::start};
        return {LedgerAction::enter, LedgerAction::assign, LedgerAction::start};
    }

private:
    Assignment assignment_;
};

}  // namespace

std::unique_ptr<Command> make_ledger_start() { return std::make_unique<StartCommand>(); }

}  // namespace muster::commands
