// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/action_command.h"

#include <CLI/CLI.hpp>

#include "tools/office/tables/table_values.h"

namespace muster::commands {

void ActionCommand::add_options(CLI::App& app, const Help& help) {
    app.add_option("ITEM", item_, help("muster.ledger.item"))->required();
    signature_.add_to(app, help);
    add_more_options(app, help);
}

Exit ActionCommand::carry_out(const LedgerClock& clock, const Console& console) {
    ledger::Ledger ledger(file(), ledger::LedgerAccess::write);
    const ledger::LedgerEntry* entry = entry_asked_for(ledger, item_, console);
    if (entry == nullptr) return Exit::bad_input;
    const std::vector<ledger::LedgerAction> steps = steps_for(*entry);
    for (const ledger::LedgerAction step : steps) {
        ledger::ActionRequest request;
        request.action = step;
        request.at = clock.at;
        request.by = tables::trimmed_blanks(signature_.by);
        if (step == steps.back()) request.note = signature_.note;
        fill(request);
        auto event = ledger::act(*entry, request);
        console.tell_findings(event.findings);
        if (!event) return Exit::bad_input;
        ledger.append(std::move(*event.value));
    }
    ledger.commit();
    tell_state(*entry, clock, console);
    return Exit::good;
}

}  // namespace muster::commands
