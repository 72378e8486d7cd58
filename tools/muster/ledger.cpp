// SPDX-License-Identifier: Apache-2.0
// muster ledger: which part does it, and what became of the file.
#include <algorithm>
#include <optional>

#include "tools/muster/ledger_run.h"
#include "tools/muster/run_results.h"
#include "tools/office/ledger/actions.h"
#include "tools/office/ledger/forms.h"
#include "tools/office/ledger/words.h"
#include "tools/office/tables/table_values.h"

namespace muster::commands {

namespace {

std::optional<LedgerClock> clock_of(const LedgerOptions& options, const Console& console) {
    if (options.today.empty()) return LedgerClock{today(), today() + " " + time_of_day()};
    const auto date = tables::iso_date(options.today);
    if (date) return LedgerClock{*date, *date};
    complain(console, "ledger.bad_date", {{"date", options.today}});
    return {};
}

ledger::ActionRequest request_of(ledger::LedgerAction action, const LedgerOptions& options, const LedgerClock& clock) {
    ledger::ActionRequest request;
    request.action = action;
    request.at = clock.at;
    request.by = tables::trimmed_blanks(options.by);
    request.note = options.note;
    request.unit = options.unit;
    request.person = options.person;
    request.due = options.due;
    request.done_on = options.done_on;
    request.supervised = !options.off;
    return request;
}

// Who starts and says for whom registers and assigns on the way, each a row of the history.
std::vector<ledger::LedgerAction> steps_of(ledger::LedgerAction action, const ledger::LedgerEntry& entry,
                                           const LedgerOptions& options) {
    const bool assigns = !options.unit.empty() || !options.person.empty() || !options.due.empty();
    if (action != ledger::LedgerAction::start || !assigns || entry.type() != ledger::EntryType::hazard) return {action};
    std::vector<ledger::LedgerAction> steps{ledger::LedgerAction::assign, ledger::LedgerAction::start};
    if (entry.state() == ledger::HazardState::to_register) steps.insert(steps.begin(), ledger::LedgerAction::enter);
    return steps;
}

Exit act_on_entry(ledger::LedgerAction action, const LedgerOptions& options, const LedgerClock& clock,
                  const Console& console) {
    ledger::Ledger ledger(options.file, ledger::LedgerAccess::write);
    const ledger::LedgerEntry* entry = entry_asked_for(ledger, options.item, console);
    if (entry == nullptr) return Exit::bad_input;
    const std::vector<ledger::LedgerAction> steps = steps_of(action, *entry, options);
    for (const ledger::LedgerAction step : steps) {
        ledger::ActionRequest request = request_of(step, options, clock);
        if (step != steps.back()) request.note.clear();
        auto event = ledger::act(*entry, request);
        console.tell_findings(event.findings);
        if (!event) return Exit::bad_input;
        ledger.append(std::move(*event.value));
    }
    ledger.commit();
    tell_state(*entry, clock, console);
    return Exit::good;
}

Exit carry_out(const LedgerOptions& options, const LedgerClock& clock, const Console& console) {
    if (options.what == "add") return add_to_ledger(options, clock, console);
    if (options.what == "list") return list_ledger(options, clock, console);
    if (options.what == "show") return show_entry(options, clock, console);
    if (options.what == "retest") return retest_entry(options, clock, console);
    if (options.what == "export") return export_form(options, clock, console);
    if (options.what == "import") return import_form(options, clock, console);
    return act_on_entry(from_word<ledger::LedgerAction>(options.what).value_or(ledger::LedgerAction::enter), options,
                        clock, console);
}

}  // namespace

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

Exit ledger(const LedgerOptions& options, const Console& console) {
    const auto clock = clock_of(options, console);
    if (!clock) return Exit::bad_input;
    try {
        return carry_out(options, *clock, console);
    } catch (const ledger::LedgerTrouble& trouble) {
        console.tell_findings({trouble.finding()});
        return trouble.bad_input() ? Exit::bad_input : Exit::could_not_run;
    }
}

}  // namespace muster::commands
