// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/export.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "render/document/csv_writer.h"
#include "render/document/xlsx_writer.h"
#include "tools/muster/ledger/ledger_command.h"
#include "tools/muster/papers.h"
#include "tools/office/ledger/notice.h"
#include "tools/office/tables/table_values.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

struct LedgerExportOptions {
    // the ledger
    std::string file;
    std::string form, out;
    bool everything = false, force = false;
};

void write_form(const document::Document& document, const std::string& path, bool csv) {
    store::write_beside(path, [&](const std::string& partial) {
        if (csv) return store::write_file(partial, document::table_csv(*document::tables_of(document).front()));
        if (const std::string why = document::write_xlsx(document, partial); !why.empty())
            throw store::OutputError(path, why);
    });
}

Exit write_notices(const ledger::Ledger& ledger, const LedgerExportOptions& options, const LedgerClock& clock,
                   const Console& console) {
    const document::Document document = ledger::notice_document(
        ledger, {ledger::LedgerForm::notices, console.lang(), clock.today, false, options.everything});
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

Exit export_form(const LedgerExportOptions& options, const LedgerClock& clock, const Console& console) {
    const auto form = ledger::form_from(options.form);
    const std::string kind = tables::folded(std::filesystem::path(options.out).extension().string());
    if (!form) console.tell("muster.ledger.bad_form", {{"form", options.form}});
    const bool notices = form == ledger::LedgerForm::notices && (kind == ".html" || kind == ".docx");
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

class LedgerExportCommand final : public LedgerCommand {
protected:
    void add_options(CLI::App& app, const Help& help) override {
        app.add_option("FORM", options_.form, help("muster.ledger.form"))->required();
        app.add_option("-o,--out", options_.out, help("muster.ledger.out"))->required();
        app.add_flag("--all", options_.everything, help("muster.ledger.all"));
        app.add_flag("--force", options_.force, help("muster.force"));
    }
    Exit carry_out(const LedgerClock& clock, const Console& console) override {
        options_.file = file();
        return export_form(options_, clock, console);
    }

private:
    LedgerExportOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_ledger_export() { return std::make_unique<LedgerExportCommand>(); }

}  // namespace muster::commands
