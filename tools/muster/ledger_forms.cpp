// SPDX-License-Identifier: Apache-2.0
// muster ledger export, import: forms out and in.
#include <filesystem>

#include "render/document/csv_writer.h"
#include "render/document/xlsx_writer.h"
#include "tools/ledger/actions.h"
#include "tools/ledger/form_import.h"
#include "tools/muster/ledger_run.h"
#include "tools/store/output_file.h"
#include "tools/tables/table_values.h"

namespace muster {

namespace {

void write_form(const Document& document, const std::string& path, bool csv) {
    write_beside(path, [&](const std::string& partial) {
        if (csv) return write_file(partial, table_csv(*tables_of(document).front()));
        if (const std::string why = write_xlsx(document, partial); !why.empty()) throw OutputError(path, why);
    });
}

}  // namespace

Exit export_form(const LedgerOptions& options, const LedgerClock& clock, const Console& console) {
    const auto form = form_from(options.form);
    const std::string kind = folded(std::filesystem::path(options.out).extension().string());
    if (!form) console.tell("muster.ledger.bad_form", {{"form", options.form}});
    const bool good_name = kind == ".xlsx" || kind == ".csv";
    if (!good_name) console.tell("muster.ledger.bad_out", {{"file", options.out}});
    if (!form || !good_name) return Exit::bad_input;
    if (!options.force && std::filesystem::exists(options.out)) {
        console.tell("muster.file_exists", {{"file", options.out}});
        return Exit::bad_input;
    }
    const Ledger ledger(options.file, LedgerAccess::read);
    const bool csv = kind == ".csv";
    const Document document = form_document(ledger, {*form, console.lang(), clock.today, csv, options.everything});
    write_form(document, options.out, csv);
    const std::size_t rows = tables_of(document).front()->rows.size();
    console.print(console.text("ledger.said.exported", {{"file", options.out}, {"rows", std::to_string(rows)}}));
    return Exit::good;
}

Exit import_form(const LedgerOptions& options, const LedgerClock& clock, const Console& console) {
    if (!options.by.empty() && !is_name(options.by)) {
        complain(console, "ledger.not_a_name", {{"name", options.by}});
        return Exit::bad_input;
    }
    Ledger ledger(options.file, LedgerAccess::write);
    FormImport import = read_form(options.table, ledger, clock.at, trimmed_blanks(options.by));
    if (!import.readable) {
        console.tell_findings(import.findings);
        return Exit::bad_input;
    }
    const std::size_t items = import.events.size();
    for (LedgerEvent& event : import.events) {
        event.note = options.note;
        ledger.append(std::move(event));
    }
    ledger.commit();
    console.print_findings(import.findings);
    console.print(console.text("ledger.said.imported", {{"items", std::to_string(items)},
                                                        {"cells", std::to_string(import.cells)},
                                                        {"conflicts", std::to_string(import.conflicts)}}));
    return has_errors(import.findings) ? Exit::missed : Exit::good;
}

}  // namespace muster
