// SPDX-License-Identifier: Apache-2.0
// Header rows, columns by their names, and what is never kept.
#include <catch2/catch.hpp>

#include "tests/unit/tables/found.h"
#include "tools/office/tables/header_rows.h"
#include "tools/office/tables/table_reader.h"

using namespace muster;
using namespace muster::tables;

namespace {

const std::vector<TableColumn> reader_columns = {{"class", {"班级", "class"}, true},
                                                 {"headcount", {"人数", "headcount"}, true}};

Checked<TextTable> read_list(std::string bytes) {
    TableRequest request;
    request.columns = reader_columns;
    return read_table(std::move(bytes), "classes.csv", request);
}

}  // namespace

TEST_CASE("reader: the header is found below a title, whatever the order and the brackets", "[tables]") {
    const auto table =
        read_list("实验小学班级一览表,,\n2025年11月,,\n\n备注,人数（人）,班 级*\n无,45,一班\n\n无,44,二班\n");
    REQUIRE(table);
    CHECK(table.value->header_row == 4);
    CHECK(table.value->columns == std::vector<int>{3, 2});
    CHECK(table.value->header == std::vector<std::string>{"班 级*", "人数（人）"});
    REQUIRE(table.value->rows.size() == 2);
    CHECK(table.value->rows[1].row == 7);
    CHECK(table.value->rows[1].cells == std::vector<std::string>{"二班", "44"});
    CHECK(found(table.findings, "table.unused_column")->severity == Severity::note);
}

TEST_CASE("reader: English headers, and a header printed again on the next page", "[tables]") {
    const auto table = read_list("Class;Headcount\nC1;45\nClass;Headcount\nC2;44\n");
    REQUIRE(table);
    CHECK(table.value->rows.size() == 2);
}

TEST_CASE("reader: every remark in brackets is left out of a header", "[tables]") {
    CHECK(read_list("\"班级（必填）\n（人工）\",\"人数（人）\n(by hand)\"\n一班,45\n"));
}

TEST_CASE("reader: a missing column is named, with the nearest word of the header", "[tables]") {
    const auto table = read_list("班级,人数量\n一班,45\n");
    CHECK_FALSE(table);
    const Finding* finding = found(table.findings, "table.missing_column");
    REQUIRE(finding != nullptr);
    CHECK(arg(*finding, "column") == "人数 / headcount");
    CHECK(arg(*finding, "nearest") == "人数量");
    CHECK(found(read_list("a,b\n1,2\n").findings, "table.no_header") != nullptr);
    CHECK(found(read_list("班级,人数\n").findings, "table.no_rows") != nullptr);
}

TEST_CASE("reader: of two columns of one meaning the first is read, said so", "[tables]") {
    const auto table = read_list("班级,人数,headcount\n一班,45,45\n二班,44,\n");
    REQUIRE(table);
    CHECK(table.value->rows[1].cells[1] == "44");
    CHECK(found(table.findings, "table.two_columns")->pointer == "C1");
}

TEST_CASE("reader: of two columns of one meaning that differ none is read", "[tables]") {
    const auto twice = read_list("班级,人数,headcount\n一班,45,46\n");
    CHECK_FALSE(twice);
    CHECK(found(twice.findings, "table.two_columns_differ")->pointer == "C1");
    CHECK_FALSE(read_list("班级,人数,,班级,人数\n一班,45,,二班,44\n"));  // lists side by side
}

TEST_CASE("reader: of a header of two rows the total is read", "[tables]") {
    const auto table = read_list("班级,人数,,,教室\n,男,女,合计,\n一班,21,24,45,101\n");
    REQUIRE(table);
    CHECK(table.value->header_row == 2);
    CHECK(table.value->columns == std::vector<int>{1, 4});
    REQUIRE(table.value->rows.size() == 1);
    CHECK(table.value->rows[0].cells == std::vector<std::string>{"一班", "45"});
    const auto split = read_list("班级,人数,\n,男,女\n一班,21,24\n");
    CHECK_FALSE(split);
    CHECK(found(split.findings, "table.split_header")->pointer == "B1:C1");
}

TEST_CASE("reader: merged cells of a header of two rows", "[tables]") {
    TextGrid grid;
    grid.sheet = "S";
    grid.rows = {
        {1, 0, {"班级", "疏散路线", "", "人数"}}, {2, 0, {"", "楼梯", "出口"}}, {3, 0, {"一班", "东", "西", "45"}}};
    grid.merged = {{1, 1, 2, 1}, {1, 2, 1, 3}, {1, 4, 2, 4}};
    const auto two = two_header_rows(grid, grid.rows[0], grid.rows[1], {1, 4});
    REQUIRE(two);
    CHECK(two->row.cells == std::vector<std::string>{"班级", "楼梯", "出口", "人数"});
    CHECK_FALSE(two_header_rows(grid, grid.rows[1], grid.rows[2], {}));
}

TEST_CASE("reader: columns of pupils' names are never kept", "[tables]") {
    const auto table = read_list("班级,姓名,学号,人数\n一班,张三,2025001,45\n");
    REQUIRE(table);
    const Finding* finding = found(table.findings, "table.personal_column");
    REQUIRE(finding != nullptr);
    CHECK(finding->pointer == "B1");
    for (const Finding& f : table.findings)
        for (const auto& [key, value] : f.args) CHECK(value.find("张三") == value.npos);
    for (const TableRow& row : table.value->rows)
        for (const std::string& cell : row.cells) CHECK(cell.find("张三") == cell.npos);
    for (const char* header : {"学生姓名", "Pupil name", "Name", "身份证号", "监护人", "班主任"})
        CHECK(promises_personal_data(header));
    for (const char* header : {"班级名称", "Class name", "人数", "教室", "路线编号"})
        CHECK_FALSE(promises_personal_data(header));
}
