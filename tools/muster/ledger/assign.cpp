// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/assign.h"

#include "tools/muster/ledger/action_command.h"
#include "tools/muster/ledger/assignment.h"

namespace muster::commands {

namespace {

class AssignCommand final : public ActionCommand {
public:
    AssignCommand() : ActionCommand(ledger::LedgerAction::assign) {}

protected:
    void add_more_options(CLI::App& app, const Help& help) override { assignment_.add_to(app, help); }
    void fill(ledger::ActionRequest& request) const override { assignment_.fill(request); }

private:
    Assignment assignment_;
};

}  // namespace

std::unique_ptr<Command> make_ledger_assign() { return std::make_unique<AssignCommand>(); }

}  // namespace muster::commands
