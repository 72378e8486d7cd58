// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/ledger_command.h"

#include <CLI/CLI.hpp>
#include <optional>

#include "tools/muster/run_results.h"
#include "tools/office/ledger/forms.h"
#include "tools/office/tables/table_values.h"

namespace muster::commands {

namespace {

std::optional<LedgerClock> clock_of(const std::string& date_given, const Console& console) {
    if (date_given.empty()) return LedgerClock{today(), today() + " " + time_of_day()};
    const auto date = tables::iso_date(date_given);
    if (date) return LedgerClock{*date, *date};
    complain(console, "ledger.bad_date", {{"date", date_given}});
    return {};
}

}  // namespace

void Signature::add_to(CLI::App& app, const Help& help) {
    app.add_option("--by", by, help("muster.ledger.by"));
    app.add_option("--note", note, help("muster.ledger.note"));
}

void LedgerCommand::setup(CLI::App& app, const Help& help) {
    app.add_option("--ledger", file_, help("muster.ledger.file"));
    app.add_option("--today", today_, help("muster.ledger.today"));
    add_options(app, help);
}

Exit LedgerCommand::run(const Call& call) {
    const auto clock = clock_of(today_, call.console);
    if (!clock) return Exit::bad_input;
    try {
        return carry_out(*clock, call.console);
    } catch (const ledger::LedgerTrouble& trouble) {
        call.console.tell_findings({trouble.finding()});
        return trouble.bad_input() ? Exit::bad_input : Exit::could_not_run;
    }
}

void complain(const Console& console, const std::string& code, std::vector<std::pair<std::string, std::string>> args) {
    console.tell_findings({Finding{Severity::error, code, "", "", 0, std::move(args)}});
}

const ledger::LedgerEntry* entry_asked_for(const ledger::Ledger& ledger, const std::string& item,
                                           const Console& console) {
    const ledger::LedgerEntry* entry = ledger.find(item);
    if (entry == nullptr) complain(console, "ledger.no_item", {{"item", item}});
    return entry;
}

void tell_state(const ledger::LedgerEntry& entry, const LedgerClock& clock, const Console& console) {
    const bool hazard = entry.type() == ledger::EntryType::hazard;
    const std::string state = hazard ? ledger::state_text(entry, console.lang(), clock.today)
                                     : entry.get(ledger::field::unit) + " " + entry.get(ledger::field::person);
    console.print(console.text("ledger.said.done", {{"item", entry.id}, {"state", state}}));
}

}  // namespace muster::commands
