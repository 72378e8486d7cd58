// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/supervise.h"

#include <CLI/CLI.hpp>

#include "tools/muster/ledger/action_command.h"

namespace muster::commands {

namespace {

class SuperviseCommand final : public ActionCommand {
public:
    SuperviseCommand() : ActionCommand(ledger::LedgerAction::supervise) {}

protected:
    void add_more_options(CLI::App& app, const Help& help) override {
        app.add_flag("--off", off_, help("muster.ledger.off"));
    }
    void fill(ledger::ActionRequest& request) const override { request.supervised = !off_; }

private:
    bool off_ = false;
};

}  // namespace

std::unique_ptr<Command> make_ledger_supervise() { return std::make_unique<SuperviseCommand>(); }

}  // namespace muster::commands
