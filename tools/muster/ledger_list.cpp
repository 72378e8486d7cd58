// SPDX-License-Identifier: Apache-2.0
// muster ledger list, show: the ledger as a person reads it at the terminal.
#include <algorithm>

#include "render/document/csv_writer.h"
#include "render/text/columns.h"
#include "render/text/names.h"
#include "tools/muster/ledger_run.h"
#include "tools/office/ledger/forms.h"

namespace muster::commands {

namespace {

bool asked_for(const ledger::LedgerEntry& entry, const LedgerOptions& options, const LedgerClock& clock) {
    if (ledger::word_of(entry.type()) != options.type) return false;
    if (!options.state.empty() && entry.get(ledger::field::state) != options.state) return false;
    if (!options.with_grade.empty() && entry.get(ledger::field::grade) != options.with_grade) return false;
    return !options.overdue || entry.overdue(clock.today);
}

std::string grade_text(const ledger::LedgerEntry& entry, const Console& console) {
    const std::string& grade = entry.get(ledger::field::grade);
    return grade.empty() ? "" : console.text("ledger.grade." + grade);
}

document::CsvRow header(const Console& console) {
    document::CsvRow row;
    for (const char* id : {"id", "state", "grade", "due", "owner", "kind", "place"})
        row.push_back(console.text(std::string("ledger.list.") + id));
    return row;
}

document::CsvRow row_of(const ledger::LedgerEntry& entry, const LedgerClock& clock, const Console& console) {
    const text::Lang lang = console.lang();
    const bool hazard = entry.type() == ledger::EntryType::hazard;
    std::string owner = entry.get(ledger::field::unit);
    if (!owner.empty() && !entry.get(ledger::field::person).empty()) owner += " ";
    owner += entry.get(ledger::field::person);
    const std::string kind = entry.type() == ledger::EntryType::risk
                                 ? entry.get(ledger::field::accident, lang)
                                 : ledger::kind_text(entry.get(ledger::field::kind), lang);
    return {
        entry.id,
        hazard ? ledger::state_text(entry, lang, clock.today) : "",
        grade_text(entry, console),
        entry.get(ledger::field::due),
        owner,
        kind,
        entry.get(entry.type() == ledger::EntryType::measure ? ledger::field::measure : ledger::field::place, lang)};
}

// Columns as wide as their widest cell, a Chinese character counting two; the last as it comes. A cell of several lines
// is put on one.
void print_aligned(std::vector<document::CsvRow> rows, const Console& console) {
    for (document::CsvRow& row : rows)
        for (std::string& cell : row) std::replace(cell.begin(), cell.end(), '\n', ' ');
    std::vector<int> widths(rows.front().size(), 0);
    const auto width = [](const std::string& cell) { return static_cast<int>(text::columns_of(cell)); };
    for (const document::CsvRow& row : rows)
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width(row[c]));
    for (const document::CsvRow& row : rows) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c) {
            line += row[c];
            if (c + 1 < row.size()) line.append(static_cast<std::size_t>(widths[c] - width(row[c]) + 2), ' ');
        }
        console.print(line);
    }
}

void print_totals(const ledger::Ledger& ledger, const LedgerClock& clock, const Console& console) {
    int all = 0, closed = 0, overdue = 0;
    for (const ledger::LedgerEntry& entry : ledger.entries()) {
        if (entry.type() != ledger::EntryType::hazard) continue;
        ++all;
        closed += entry.state() == ledger::HazardState::closed ? 1 : 0;
        overdue += entry.overdue(clock.today) ? 1 : 0;
    }
    if (all == 0) return;
    console.print(console.text("ledger.said.totals", {{"all", std::to_string(all)},
                                                      {"closed", std::to_string(closed)},
                                                      {"overdue", std::to_string(overdue)},
                                                      {"rate", text::number_text(100.0 * closed / all, 0)}}));
}

std::string who_text(const ledger::LedgerEvent& event, const Console& console) {
    if (event.who.empty()) return console.text("ledger.said.unnamed");
    return event.who == ledger::program_name ? console.text("ledger.said.program") : event.who;
}

// The words of the language read here; of what is kept in both, the other is left out.
bool worth_showing(const ledger::Change& change, text::Lang lang) {
    if (change.field == ledger::field::identity || change.field == ledger::field::type) return false;
    return !change.field.ends_with("." + std::string(text::tag_of(text::languages_of_names(lang).back())));
}

std::string value_text(const std::string& name, const std::string& value, const Console& console) {
    if (value.empty()) return "";
    if (name == ledger::field::supervised) return console.text("ledger.said.yes");
    if (name == ledger::field::kind) return ledger::kind_text(value, console.lang());
    const bool word = name == ledger::field::state || name == ledger::field::category || name == ledger::field::grade;
    return word ? console.text("ledger." + name + "." + value) : value;
}

std::string change_text(const ledger::Change& change, const Console& console) {
    const std::string name = change.field.substr(0, change.field.find('.'));
    const std::string before = value_text(name, change.before, console);
    return console.text("ledger.field." + name) + ": " + (before.empty() ? "" : before + " → ") +
           value_text(name, change.after, console);
}

void print_event(const ledger::LedgerEvent& event, const Console& console) {
    const std::string id = "ledger.action." + event.action;
    console.print("#" + std::to_string(event.number) + "  " + event.at + "  " + who_text(event, console) + "  " +
                  console.text(id) + (event.note.empty() ? "" : "  “" + event.note + "”"));
    for (const ledger::Change& change : event.changes)
        if (worth_showing(change, console.lang())) console.print("      " + change_text(change, console));
    if (event.proof.kind.empty()) return;
    console.print("      " + console.text("ledger.said.evidence") + ": " +
                  text::in_language(event.proof.words, console.lang()));
    if (!event.proof.source.empty())
        console.print("      " + event.proof.source + "  sha256 " + event.proof.sha256.substr(0, 16));
}

}  // namespace

Exit list_ledger(const LedgerOptions& options, const LedgerClock& clock, const Console& console) {
    const ledger::Ledger ledger(options.file, ledger::LedgerAccess::read);
    std::vector<document::CsvRow> rows{header(console)};
    for (const ledger::LedgerEntry& entry : ledger.entries())
        if (asked_for(entry, options, clock)) rows.push_back(row_of(entry, clock, console));
    if (options.csv) {
        std::string text = document::csv_text(rows);
        text.resize(text.size() - 2);  // print() ends the last line
        console.print(text);
        return Exit::good;
    }
    if (rows.size() == 1)
        console.print(console.text("ledger.said.empty"));
    else
        print_aligned(std::move(rows), console);
    print_totals(ledger, clock, console);
    return Exit::good;
}

Exit show_entry(const LedgerOptions& options, const LedgerClock& clock, const Console& console) {
    const ledger::Ledger ledger(options.file, ledger::LedgerAccess::read);
    const ledger::LedgerEntry* entry = entry_asked_for(ledger, options.item, console);
    if (entry == nullptr) return Exit::bad_input;
    tell_state(*entry, clock, console);
    console.print(entry->get(ledger::field::description, console.lang()));
    if (const std::string& risk = entry->get(ledger::field::risk); !risk.empty())
        console.print(console.text("ledger.said.risk") + ": " + risk);
    for (const ledger::LedgerEntry& other : ledger.entries())
        if (other.get(ledger::field::risk) == entry->id)
            console.print(console.text("ledger.said.hazards") + ": " + other.id + "  " +
                          ledger::state_text(other, console.lang(), clock.today));
    for (const ledger::LedgerEvent& event : ledger.history())
        if (event.item == entry->id) print_event(event, console);
    return Exit::good;
}

}  // namespace muster::commands
