// SPDX-License-Identifier: Apache-2.0
// muster ledger export, import: forms out and in.
#include <filesystem>

#include "render/document/csv_writer.h"
#include "render/document/xlsx_writer.h"
#include "tools/muster/ledger_run.h"
#include "tools/muster/papers.h"
#include "tools/office/ledger/actions.h"
#include "tools/office/ledger/form_import.h"
#include "tools/office/ledger/notice.h"
#include "tools/office/tables/table_values.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

void write_form(const document::Document& document, const std::string& path, bool csv) {
    store::write_beside(path, [&](const std::string& partial) {
        if (csv) return store::write_file(partial, document::table_csv(*document::tables_of(document).front()));
        if (const std::string why = document::write_xlsx(document, partial); !why.empty())
            throw store::OutputError(path, why);
    });
}

Exit write_notices(const ledger::Ledger& ledger, const LedgerOptions& options, const LedgerClock& clock,
                   const Console& console) {
    const document::Document document = ledger::notice_document(
        ledger, {ledger::LedgerForm::f15, console.lang(), clock.today, false, options.everything});
    if (document.sections.empty()) return console.print(console.text("ledger.said.empty")), Exit::good;
    const std::filesystem::path out = options.out;
    const bool html = tables::folded(out.extension().string()) == ".html";
    documents::PapersOrder order;
    order.folder = out.parent_path().empty() ? "." : out.parent_path().string();
    order.kinds = {html ? documents::PaperKind::html : documents::PaperKind::docx};
    order.replace = options.force;
    if (const Exit end = papers({{out.stem().string(), document, false}}, order, console); end != Exit::good)
        return end;
    console.print(console.text("ledger.said.notices", {{"count", std::to_string(document.sections.size())}}));
    return Exit::good;
}

}  // namespace

Exit export_form(const LedgerOptions& options, const LedgerClock& clock, const Console& console) {
    const auto form = ledger::form_from(options.form);
    const std::string kind = tables::folded(std::filesystem::path(options.out).extension().string());
    if (!form) console.tell("muster.ledger.bad_form", {{"form", options.form}});
    const bool notices = form == ledger::LedgerForm::f15 && (kind == ".html" || kind == ".docx");
    const bool good_name = notices || kind == ".xlsx" || kind == ".csv";
    if (!good_name) console.tell("muster.ledger.bad_out", {{"file", options.out}});
    if (!form || !good_name) return Exit::bad_input;
    std::error_code none;
    if (std::filesystem::equivalent(options.out, options.file, none)) {
        console.tell("muster.file_is_source", {{"file", options.out}});
        return Exit::bad_input;
    }
    if (!options.force && std::filesystem::exists(options.out)) {
        console.tell("muster.file_exists", {{"file", options.out}});
        return Exit::bad_input;
    }
    const ledger::Ledger ledger(options.file, ledger::LedgerAccess::read);
    if (notices) return write_notices(ledger, options, clock, console);
    const bool csv = kind == ".csv";
    const document::Document document =
        ledger::form_document(ledger, {*form, console.lang(), clock.today, csv, options.everything});
    write_form(document, options.out, csv);
    const std::size_t rows = document::tables_of(document).front()->rows.size();
    console.print(console.text("ledger.said.exported", {{"file", options.out}, {"rows", std::to_string(rows)}}));
    return Exit::good;
}

Exit import_form(const LedgerOptions& options, const LedgerClock& clock, const Console& console) {
    if (!options.by.empty() && !ledger::is_name(options.by)) {
        complain(console, "ledger.not_a_name", {{"name", options.by}});
        return Exit::bad_input;
    }
    ledger::Ledger ledger(options.file, ledger::LedgerAccess::write);
    ledger::FormImport import = ledger::read_form(options.table, ledger, clock.at, tables::trimmed_blanks(options.by));
    if (!import.readable) {
        console.tell_findings(import.findings);
        return Exit::bad_input;
    }
    const std::size_t items = import.events.size();
    for (ledger::LedgerEvent& event : import.events) {
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

}  // namespace muster::commands
