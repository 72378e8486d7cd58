// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/finish.h"

#include <CLI/CLI.hpp>

#include "tools/muster/ledger/action_command.h"

namespace muster::commands {

namespace {

class FinishCommand final : public ActionCommand {
public:
    FinishCommand() : ActionCommand(ledger::LedgerAction::finish) {}

protected:
    void add_more_options(CLI::App& app, const Help& help) override {
        app.add_option("--done", done_on_, help("muster.ledger.done"));
    }
    void fill(ledger::ActionRequest& request) const override { request.done_on = done_on_; }

private:
    // "" = the day of the entry
    std::string done_on_;
};

}  // namespace

std::unique_ptr<Command> make_ledger_finish() { return std::make_unique<FinishCommand>(); }

}  // namespace muster::commands
