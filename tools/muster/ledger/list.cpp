// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/list.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "render/document/csv_writer.h"
#include "render/text/columns.h"
#include "render/text/names.h"
#include "tools/muster/ledger/ledger_command.h"
#include "tools/office/ledger/forms.h"
#include "tools/office/ledger/words.h"

namespace muster::commands {

namespace {

struct ListOptions {
    // the ledger
    std::string file;
    // words; "" = any
    std::string state, grade;
    std::string type = "hazard";
    bool overdue = false, csv = false;
};

bool asked_for(const ledger::LedgerEntry& entry, const ListOptions& options, const LedgerClock& clock) {
    if (word_of(entry.type()) != options.type) return false;
    if (!options.state.empty() && entry.get(ledger::field::state) != options.state) return false;
    if (!options.grade.empty() && entry.get(ledger::field::grade) != options.grade) return false;
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

Exit list_ledger(const ListOptions& options, const LedgerClock& clock, const Console& console) {
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

class ListCommand final : public LedgerCommand {
protected:
    void add_options(CLI::App& app, const Help& help) override {
        app.add_option("--state", options_.state, help("muster.ledger.state"))
            ->check(CLI::IsMember({"to_register", "registered", "in_progress", "to_review", "closed"}));
        app.add_option("--grade", options_.grade, help("muster.ledger.with_grade"))
            ->check(CLI::IsMember({"general", "major", "1", "2", "3", "4"}));
        app.add_option("--type", options_.type, help("muster.ledger.type"))
            ->check(CLI::IsMember({"hazard", "risk", "measure"}));
        app.add_flag("--overdue", options_.overdue, help("muster.ledger.overdue"));
        app.add_flag("--csv", options_.csv, help("muster.ledger.csv"));
    }
    Exit carry_out(const LedgerClock& clock, const Console& console) override {
        options_.file = file();
        return list_ledger(options_, clock, console);
    }

private:
    ListOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_ledger_list() { return std::make_unique<ListCommand>(); }

}  // namespace muster::commands
