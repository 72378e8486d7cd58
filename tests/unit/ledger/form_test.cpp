// SPDX-License-Identifier: Apache-2.0
// Forms out and, edited, in again.
#include <catch2/catch.hpp>

#include "render/document/csv_writer.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ledger/hazards.h"
#include "tests/unit/tables/found.h"
#include "tools/office/ledger/form_import.h"
#include "tools/store/output_file.h"

using namespace muster;
using namespace muster::ledger;
using namespace muster::testing;

namespace {

FormRequest f8(text::Lang lang = text::Lang::zh_cn) {
    FormRequest r;
    r.lang = lang;
    r.today = "2025-11-24";
    r.iso_dates = true;
    return r;
}

std::string csv_of(const Ledger& ledger, const FormRequest& request) {
    return document::table_csv(*document::tables_of(form_document(ledger, request)).front());
}

/// The last row's cell under that heading.
std::string with_cell(const Ledger& ledger, const char* heading, const std::string& text,
                      text::Lang lang = text::Lang::zh_cn) {
    document::Document document = form_document(ledger, f8(lang));
    auto& table = std::get<document::Table>(document.sections[0].blocks[0]);
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        if (table.columns[c].key == heading) table.rows.back()[c] = document::Cell(text);
    return document::table_csv(table);
}

struct Fixture {
    TemporaryFolder folder;
    std::string path = a_ledger(folder.file("l.sqlite"));
    std::string file = folder.file("f8.csv");

    FormImport import(const std::string& csv, bool keep = false) {
        store::write_file(file, csv);
        Ledger ledger(path, LedgerAccess::write);
        FormImport result = read_form(file, ledger, "2025-11-25", "李明");
        if (keep) {
            for (const LedgerEvent& e : result.events) ledger.append(e);
            ledger.commit();
        }
        return result;
    }
    [[nodiscard]] Ledger read() const { return Ledger(path, LedgerAccess::read); }
};

}  // namespace

TEST_CASE("forms: exactly the columns that offices have, then id and revision", "[ledger]") {
    const std::pair<LedgerForm, std::size_t> expected[] = {{LedgerForm::hazards, 20},
                                                           {LedgerForm::measures, 7},
                                                           {LedgerForm::progress, 8},
                                                           {LedgerForm::risk_register, 13},
                                                           {LedgerForm::notices, 9}};
    const Fixture f;
    const Ledger ledger = f.read();
    for (const auto& [form, columns] : expected) {
        FormRequest request = f8();
        request.form = form;
        const document::Document document = form_document(ledger, request);
        const document::Table& table = *document::tables_of(document).front();
        CHECK(document::fault_of(table).empty());
        CHECK(table.columns.size() == columns + 2);
        CHECK(table.columns.back().hidden);
        CHECK(table.columns[columns].hidden);
        CHECK_FALSE(table.columns[columns - 1].hidden);
    }
}

TEST_CASE("import: a form that nobody changed changes nothing", "[ledger]") {
    Fixture f;
    for (const text::Lang lang : text::all_languages) {
        const FormImport result = f.import(csv_of(f.read(), f8(lang)));
        REQUIRE(result.readable);
        CHECK(result.events.empty());
        CHECK_FALSE(has_errors(result.findings));
        CHECK(tables::found(result.findings, "ledger.cell_by_program") == nullptr);
    }
}

TEST_CASE("import: what a person wrote becomes an event with the name of who brings it in", "[ledger]") {
    Fixture f;
    const FormImport result = f.import(with_cell(f.read(), "ledger.col.due", "2025年12月1日"), true);
    CHECK(result.cells == 1);
    const Ledger ledger = f.read();
    CHECK(ledger.find("1")->get(field::due) == "2025-12-01");
    CHECK(ledger.history().back().who == "李明");
    CHECK(ledger.find("1")->state() == HazardState::to_register);
}

TEST_CASE("import: a person's words stand in both languages", "[ledger]") {
    Fixture f;
    f.import(with_cell(f.read(), "ledger.col.measure", "拓宽梯段"), true);
    CHECK(f.read().find("1")->get(field::measure, text::Lang::en) == "拓宽梯段");
}

TEST_CASE("import: changed here and there is a conflict, listed and not overwritten", "[ledger]") {
    Fixture f;
    const std::string csv = with_cell(f.read(), "ledger.col.unit", "教务处");
    done(f.path, a_request(LedgerAction::enter));
    done(f.path, a_request(LedgerAction::assign));
    const FormImport result = f.import(csv, true);
    CHECK(result.conflicts == 1);
    const Finding* conflict = tables::found(result.findings, "ledger.conflict");
    REQUIRE(conflict != nullptr);
    CHECK(conflict->pointer == "K2");
    CHECK(tables::arg(*conflict, "theirs") == "教务处");
    CHECK(tables::arg(*conflict, "ours") == "总务处");
    CHECK(f.read().find("1")->get(field::unit) == "总务处");
}

TEST_CASE("import: who does it and by when is not taken off work under way", "[ledger]") {
    Fixture f;
    for (const LedgerAction action : {LedgerAction::enter, LedgerAction::assign})
        CHECK(done(f.path, a_request(action)).empty());
    CHECK(f.import(with_cell(f.read(), "ledger.col.due", "")).cells == 1);  // nobody works on it yet
    CHECK(done(f.path, a_request(LedgerAction::start)).empty());
    const FormImport result = f.import(with_cell(f.read(), "ledger.col.due", ""));
    CHECK(result.cells == 0);
    CHECK(tables::found(result.findings, "ledger.cell_blank")->pointer == "M2");
}

TEST_CASE("import: what the program writes is not taken from a form, said so", "[ledger]") {
    Fixture f;
    const FormImport result = f.import(with_cell(f.read(), "ledger.col.found_on", "2025-11-19"));
    CHECK(result.events.empty());
    CHECK(tables::found(result.findings, "ledger.cell_by_program")->pointer == "C2");
    CHECK(f.import(with_cell(f.read(), "ledger.col.found_on", "2025/11/20")).findings.empty());
}

TEST_CASE("import: both sides wrote the same is no conflict", "[ledger]") {
    Fixture f;
    const std::string csv = with_cell(f.read(), "ledger.col.unit", "总务处");
    done(f.path, a_request(LedgerAction::enter));
    done(f.path, a_request(LedgerAction::assign));
    const FormImport result = f.import(csv);
    CHECK(result.conflicts == 0);
    CHECK(result.events.empty());
}

TEST_CASE("import: cells and rows that cannot be taken are told by their place, the others are", "[ledger]") {
    Fixture f;
    const auto code = [&](const char* heading, const char* text) {
        const FormImport result = f.import(with_cell(f.read(), heading, text));
        CHECK(result.events.empty());
        for (const Finding& finding : result.findings)
            if (finding.severity == Severity::error) return finding.code + " " + finding.pointer;
        return std::string();
    };
    CHECK(code("ledger.col.due", "下个月") == "ledger.cell_date M2");
    CHECK(code("ledger.col.money", "很多") == "ledger.cell_money N2");
    CHECK(code("ledger.col.grade", "特大") == "ledger.cell_word H2");
    CHECK(code("ledger.col.person", "muster") == "ledger.cell_name L2");
    CHECK(code("ledger.col.state", "已销号") == "ledger.closed_by_hand T2");
    CHECK(code("ledger.col.closed_on", "2025-11-25") == "ledger.closed_by_hand S2");
    CHECK(code("ledger.col.done_on", "2030-01-01") == "ledger.cell_future P2");
    CHECK(code("ledger.col.description", "") == "ledger.cell_blank F2");
    CHECK(code("ledger.col.description", "楼?拥堵") == "ledger.cell_lost_letters F2");
    CHECK(code("ledger.col.id", "school-F1-ST_1-099") == "ledger.unknown_row U2");
    CHECK(code("ledger.col.id", "") == "ledger.row_without_id U2");
    CHECK(code("ledger.col.revision", "77") == "ledger.bad_revision V2");
}

TEST_CASE("import: a row twice is taken once", "[ledger]") {
    Fixture f;
    const std::string csv = with_cell(f.read(), "ledger.col.unit", "教务处");
    const std::string row = csv.substr(csv.find('\n') + 1);
    const FormImport result = f.import(csv + row);
    CHECK(result.events.size() == 1);
    CHECK(tables::found(result.findings, "ledger.row_twice") != nullptr);
}

TEST_CASE("import: words that a spreadsheet would take for a formula come back as they were", "[ledger]") {
    Fixture f;
    f.import(with_cell(f.read(), "ledger.col.photo", "=HYPERLINK(1)"), true);
    CHECK(f.read().find("1")->get(field::photo) == "=HYPERLINK(1)");
    CHECK(f.import(csv_of(f.read(), f8())).events.empty());
}
