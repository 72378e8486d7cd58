// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/import.h"

#include <CLI/CLI.hpp>

#include "tools/muster/ledger/ledger_command.h"
#include "tools/office/ledger/actions.h"
#include "tools/office/ledger/form_import.h"
#include "tools/office/tables/table_values.h"

namespace muster::commands {

namespace {

struct LedgerImportOptions {
    // the ledger
    std::string file;
    std::string table;
    Signature signature;
};

Exit import_form(const LedgerImportOptions& options, const LedgerClock& clock, const Console& console) {
    if (!options.signature.by.empty() && !ledger::is_name(options.signature.by)) {
        complain(console, "ledger.not_a_name", {{"name", options.signature.by}});
        return Exit::bad_input;
    }
    ledger::Ledger ledger(options.file, ledger::LedgerAccess::write);
    ledger::FormImport import =
        ledger::read_form(options.table, ledger, clock.at, tables::trimmed_blanks(options.signature.by));
    if (!import.readable) {
        console.tell_findings(import.findings);
        return Exit::bad_input;
    }
    const std::size_t items = import.events.size();
    for (ledger::LedgerEvent& event : import.events) {
        event.note = options.signature.note;
        ledger.append(std::move(event));
    }
    ledger.commit();
    console.print_findings(import.findings);
    console.print(console.text("ledger.said.imported", {{"items", std::to_string(items)},
                                                        {"cells", std::to_string(import.cells)},
                                                        {"conflicts", std::to_string(import.conflicts)}}));
    return has_errors(import.findings) ? Exit::missed : Exit::good;
}

class LedgerImportCommand final : public LedgerCommand {
protected:
    void add_options(CLI::App& app, const Help& help) override {
        options_.signature.add_to(app, help);
        app.add_option("FILE", options_.table, help("muster.ledger.table"))->required();
    }
    Exit carry_out(const LedgerClock& clock, const Console& console) override {
        options_.file = file();
        return import_form(options_, clock, console);
    }

private:
    LedgerImportOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_ledger_import() { return std::make_unique<LedgerImportCommand>(); }

}  // namespace muster::commands
