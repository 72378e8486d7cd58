// SPDX-License-Identifier: Apache-2.0
// .xlsx: kinds of cells, merged ranges, hidden sheets, and what is refused.
#include <catch2/catch.hpp>

#include "tests/unit/tables/found.h"
#include "tests/unit/tables/made_workbook.h"
#include "tools/office/tables/table_reader.h"

using namespace muster;
using namespace muster::tables;

namespace {

const std::vector<TableColumn> workbook_columns = {
    {"class", {"班级"}, true}, {"headcount", {"人数"}, true}, {"stair", {"楼梯"}, false, true}};
const std::string strings =
    "<si><t>班级</t></si><si><r><t>人</t></r><r><t>数</t></r><rPh><t>x</t></rPh></si><si><t>楼梯</t></si>";
const std::string header =
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row>";

std::string text_cell(const std::string& at, const std::string& text) {
    return "<c r='" + at + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
}

Checked<TextTable> read_workbook(const WorkbookXml& parts, const std::string& sheet = "") {
    TableRequest request;
    request.columns = workbook_columns;
    request.sheet = sheet;
    return read_table(zipped(parts), "classes.xlsx", request);
}

WorkbookXml one_sheet(const std::string& rows, const std::string& after = "") {
    return made_workbook({{"工作表1", "<sheetData>" + header + rows + "</sheetData>" + after, "visible"}}, strings);
}

// Of a sheet whose number formats are these.
std::vector<std::string> first_row(const std::string& data, const std::string& styles) {
    const auto grids = read_grids(zipped(made_workbook({{"S", data, ""}}, "", styles)), "x.xlsx", {});
    REQUIRE(grids);
    return (*grids.value)[0].rows[0].cells;
}

}  // namespace

TEST_CASE("workbook: shared, inline and formula strings, numbers, places", "[tables]") {
    const auto table = read_workbook(one_sheet("<row r='3'>" + text_cell("A3", " 一班 ") +
                                               "<c r='B3'><v>45.000000000000007</v></c>"
                                               "<c r='C3' t='str'><f>A1</f><v>东楼梯</v></c></row>"));
    REQUIRE(table);
    REQUIRE(table.value->rows.size() == 1);
    CHECK(table.value->rows[0].cells == std::vector<std::string>{"一班", "45", "东楼梯"});
    CHECK(table.value->place(table.value->rows[0], 2) == "工作表1!C3");
    CHECK(table.findings.empty());
}

TEST_CASE("workbook: cells without a reference follow each other, and prefixes do not matter", "[tables]") {
    auto parts =
        one_sheet("<x:row><x:c t='inlineStr'><x:is><x:t>一班</x:t></x:is></x:c><x:c><x:v>44</x:v></x:c></x:row>");
    const auto table = read_workbook(parts);
    REQUIRE(table);
    CHECK(table.value->rows[0].cells[1] == "44");
    CHECK(table.value->rows[0].row == 2);
}

TEST_CASE("workbook: numbers that are shown as dates become dates", "[tables]") {
    const std::string styles =
        "<numFmts><numFmt numFmtId='200' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/>"
        "<numFmt numFmtId='201' formatCode='[Red]0.00&quot;days&quot;'/></numFmts>"
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='200'/><xf numFmtId='201'/></cellXfs>";
    const std::string data =
        "<sheetData><row r='1'><c r='A1' s='1'><v>45984</v></c><c r='B1' s='2'><v>45984.5</v></c>"
        "<c r='C1' s='3'><v>45984</v></c><c r='D1' t='d'><v>2025-11-23</v></c></row></sheetData>";
    CHECK(first_row(data, styles) ==
          std::vector<std::string>{"2025-11-23", "2025-11-23 12:00:00", "45984", "2025-11-23"});
}

TEST_CASE("workbook: times of day are what the cell shows: 0:35 typed in Excel is stored as 35 minutes", "[tables]") {
    const std::string styles =
        "<numFmts><numFmt numFmtId='200' formatCode='[h]:mm:ss'/><numFmt numFmtId='201' formatCode='h:mm;@'/></numFmts>"
        "<cellXfs><xf numFmtId='20'/><xf numFmtId='200'/><xf numFmtId='21'/><xf numFmtId='201'/><xf numFmtId='46'/>"
        "</cellXfs>";
    const std::string data =
        "<sheetData><row r='1'><c r='A1' s='0'><v>0.0243055555555556</v></c><c r='B1' s='1'><v>1.09027777777778</v></c>"
        "<c r='C1' s='2'><v>0.00118055555555556</v></c><c r='D1' s='3'><v>0.0708333333333333</v></c>"
        "<c r='E1' s='4'><v>0.5</v></c></row></sheetData>";
    CHECK(first_row(data, styles) == std::vector<std::string>{"0:35", "26:10:00", "00:01:42", "1:42", "12:00:00"});
}

TEST_CASE("workbook: a merged word is spread, a merged number refused, both with their range", "[tables]") {
    const std::string rows = "<row r='2'>" + text_cell("A2", "一班") + "<c r='B2'><v>45</v></c>" +
                             text_cell("C2", "东楼梯") + "</row>" + "<row r='3'>" + text_cell("A3", "二班") +
                             "<c r='B3'><v>44</v></c></row>";
    const auto spread = read_workbook(one_sheet(rows, "<mergeCells><mergeCell ref='C2:C3'/></mergeCells>"));
    REQUIRE(spread);
    CHECK(spread.value->rows[1].cells[2] == "东楼梯");
    REQUIRE(found(spread.findings, "table.merged_spread") != nullptr);
    CHECK(found(spread.findings, "table.merged_spread")->pointer == "工作表1!C2:C3");
    const auto refused = read_workbook(one_sheet(rows, "<mergeCells><mergeCell ref='B2:B3'/></mergeCells>"));
    CHECK_FALSE(refused);
    CHECK(found(refused.findings, "table.merged_refused")->pointer == "工作表1!B2:B3");
}

TEST_CASE("workbook: hidden sheets are left out; the sheet with the columns is taken, or the one named", "[tables]") {
    const std::string data =
        "<sheetData>" + header + "<row r='2'>" + text_cell("A2", "一班") + "<c r='B2'><v>45</v></c></row></sheetData>";
    const auto parts =
        made_workbook({{"旧表", data, "hidden"}, {"说明", "<sheetData/>", ""}, {"班级表", data, ""}}, strings);
    const auto table = read_workbook(parts);
    REQUIRE(table);
    CHECK(table.value->sheet == "班级表");
    CHECK(found(table.findings, "table.hidden_sheet") != nullptr);
    CHECK(found(table.findings, "table.sheet_chosen") != nullptr);
    CHECK(read_workbook(parts, "班级表"));
    CHECK(found(read_workbook(parts, "说明").findings, "table.no_header") != nullptr);
    CHECK(found(read_workbook(parts, "没有").findings, "table.no_such_sheet") != nullptr);
    CHECK(found(read_workbook(made_workbook({{"旧表", data, "veryHidden"}}, strings)).findings, "table.no_sheet") !=
          nullptr);
}

TEST_CASE("workbook: Excel's errors and formulas nobody worked out are empty cells, said so", "[tables]") {
    const auto table = read_workbook(one_sheet("<row r='2'>" + text_cell("A2", "一班") +
                                               "<c r='B2' t='e'><v>#REF!</v></c><c r='C2'><f>A1</f></c></row>"));
    REQUIRE(table);
    CHECK(table.value->rows[0].cells == std::vector<std::string>{"一班", "", ""});
    CHECK(found(table.findings, "table.cell_error")->pointer == "工作表1!B2");
    CHECK(found(table.findings, "table.formula_not_worked_out")->pointer == "工作表1!C2");
}

TEST_CASE("workbook: what is no workbook, damaged or too large is refused", "[tables]") {
    const std::string good = zipped(one_sheet(""));
    const auto codes = [](const std::string& bytes, const TableLimits& limits = {}) {
        const auto grids = read_grids(bytes, "x.xlsx", limits);
        CHECK_FALSE(grids);
        return grids.findings.empty() ? "" : grids.findings.front().code;
    };
    CHECK(codes(good.substr(0, good.size() / 2)) == "table.damaged");
    CHECK(codes("PK") == "table.damaged");
    CHECK(codes(zipped({{"content.xml", "<a/>"}})) == "table.other_program");
    CHECK(codes(zipped({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<a/>"}})) == "table.other_program");
    auto broken = one_sheet("");
    broken["xl/worksheets/sheet0.xml"] = "<worksheet><sheetData><row></worksheet>";
    CHECK(codes(zipped(broken)) == "table.damaged_part");
    broken.erase("xl/worksheets/sheet0.xml");
    CHECK(codes(zipped(broken)) == "table.damaged_part");
    CHECK(codes(zipped(one_sheet("<row r='7'/><row r='2'/>"))) == "table.damaged_part");
}

TEST_CASE("workbook: a zip bomb is refused before it is unpacked", "[tables]") {
    auto bomb = one_sheet("");
    bomb["xl/worksheets/sheet0.xml"] = "<worksheet>" + std::string(40U << 20U, ' ') + "</worksheet>";
    const std::string bytes = zipped(bomb);
    CHECK(bytes.size() < 200'000);
    const auto grids = read_grids(bytes, "x.xlsx", {});
    CHECK_FALSE(grids);
    CHECK(found(grids.findings, "table.unpacks_too_large") != nullptr);
}

TEST_CASE("workbook: every cut and every changed byte of a sound file is survived", "[tables][property]") {
    const std::string good =
        zipped(one_sheet("<row r='2'>" + text_cell("A2", "一班") + "<c r='B2'><v>45</v></c></row>"));
    TableRequest request;
    request.columns = workbook_columns;
    for (std::size_t i = 0; i < good.size(); i += 3) {
        std::string changed = good;
        changed[i] = static_cast<char>(changed[i] ^ 0x55);
        for (const std::string& bytes : {good.substr(0, i), changed}) {
            const auto table = read_table(bytes, "x.xlsx", request);
            CHECK(table.value.has_value() != has_errors(table.findings));
        }
    }
}
