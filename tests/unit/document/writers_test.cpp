// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>

#include "render/document/csv_writer.h"
#include "render/document/html_writer.h"
#include "render/document/json_writer.h"
#include "render/document/layout.h"
#include "render/document/xlsx_writer.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/document/sample_document.h"

using namespace muster;
using namespace muster::document;
using namespace muster::testing;

namespace {

std::size_t count(const std::string& text, const std::string& word) {
    std::size_t n = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("A number that is none is an empty cell") {
    CHECK(Cell::of(std::numeric_limits<double>::quiet_NaN()).empty());
    CHECK(Cell::of(std::nullopt).empty());
    CHECK(printed(Cell::of(-0.01, 1)) == "0.0");
    CHECK(printed(Cell::of(1080)) == "1080");
}

TEST_CASE("Only what is empty is a person's to fill") {
    const Column hand{"guide", "引导教师", 8.0, FilledBy::human, false}, plan{"class", "班级"};
    CHECK(is_to_fill(hand, Cell()));
    CHECK_FALSE(is_to_fill(hand, Cell("张")));
    CHECK_FALSE(is_to_fill(plan, Cell()));
    CHECK(is_to_fill(plan, Cell::blank()));
}

TEST_CASE("A row that misses the columns is told") {
    Table table = *tables_of(sample_document()).front();
    CHECK(fault_of(table).empty());
    table.rows[2].pop_back();
    CHECK(fault_of(table).find("row 3") != std::string::npos);
    CHECK_FALSE(fault_of(Table{}).empty());
}

TEST_CASE("The page says everything once, escaped, and hatches what is to be filled") {
    const std::string html = document_html(sample_document());
    CHECK(html.find("<h1>疏散路线 &lt;表&gt;</h1>") != std::string::npos);
    CHECK(html.find("安全第一 &lt;b&gt;") != std::string::npos);
    CHECK(count(html, "<section") == 2);
    CHECK(count(html, "class=\"fill\"") == 4);  // the guide of one class and of the sum, in two tables
    CHECK(count(html, "<thead>") == 1);         // the second table has no header
    CHECK(html.find("<td class=\"num\">96.3</td>") != std::string::npos);
    CHECK(html.find("colspan=\"3\"") != std::string::npos);
    CHECK(html.find("297mm 210mm") != std::string::npos);
    CHECK(html.find("斜纹格由学校填写") != std::string::npos);
    CHECK(html.find("http") == std::string::npos);  // needs no network
}

TEST_CASE("A report is one page with a sheet of its own for what is wide; marks nothing as a person's") {
    const std::string html = document_html(sample_page(DocumentKind::report));
    CHECK(count(html, "<main>") == 1);
    CHECK(count(html, "<section class=\"wide\"") == 1);
    CHECK(html.find("演练 &amp; 火灾") != std::string::npos);
    CHECK(html.find("<td class=\"bad\">✗ &lt;失败&gt;</td>") != std::string::npos);
    CHECK(html.find("<th class=\"later\">建议</th>") != std::string::npos);
    CHECK(html.find("callout bad") != std::string::npos);
    CHECK(html.find("P95 140 s") != std::string::npos);
    CHECK(html.find("grid-template-columns: minmax(0, 2fr) minmax(0, 1fr)") != std::string::npos);
    CHECK(html.find("手填") == std::string::npos);
    CHECK(count(html, "仅供参考") == 1);  // at the end, once
}

TEST_CASE("A poster fills its sheets and numbers its steps in discs") {
    const std::string html = document_html(sample_page(DocumentKind::poster));
    CHECK(html.find("height: 296mm") != std::string::npos);
    CHECK(html.find("<span class=\"ball\">2</span>") != std::string::npos);
    CHECK(html.find("演练报告</h1>") == std::string::npos);  // its own heads instead
}

TEST_CASE(
    "What only a page lays out reaches a .docx as tables and paragraphs, and CSV finds tables beside each other") {
    const Document document = sample_page(DocumentKind::report);
    const auto json = nlohmann::json::parse(document_json(document));
    const std::string text = json.dump();
    for (const char* words : {"六年级1班", "演练 & 火灾", "未达标", "130 s", "1 最堵的地方", "西楼梯口\\n挤了 30 s",
                              "run --seed 1", "值班", "每学期更新"})
        CHECK(text.find(words) != std::string::npos);
    for (const auto& section : json["sections"])
        for (const auto& block : section["blocks"])
            if (block["kind"] == "table")
                for (const auto& row : block["rows"]) CHECK(row.size() == block["columns"].size());
    CHECK(tables_of(document).size() == 1);
}

TEST_CASE("CSV has a BOM, CRLF, covered columns, and no formulas") {
    const std::string csv = table_csv(*tables_of(sample_document()).front());
    CHECK(csv ==
          "\xEF\xBB\xBF\"班级\",\"人数（人）\",\"出楼（s）\",\"引导教师\"\r\n\"一(1)班\",\"45\",\"96.3\",\"\"\r\n"
          "\"'=1+1\",\"48\",\"\",\"张\"\r\n\"合计\",\"\",\"\",\"\"\r\n");
}

TEST_CASE("The description for the .docx holds what a reader sees") {
    const auto json = nlohmann::json::parse(document_json(sample_document()));
    CHECK(json["sections"].size() == 2);
    CHECK(json["sections"][1]["width_mm"] == 297.0);
    const auto& table = json["sections"][0]["blocks"][3];
    CHECK(table["kind"] == "table");
    CHECK(table["columns"][3]["heading"] == "引导教师\n（手填）");
    CHECK(table["rows"][0][3]["to_fill"] == true);
    CHECK(table["rows"][0][2]["text"] == "96.3");
    CHECK(table["rows"][2][0]["span"] == 3);
}

TEST_CASE("The same tables give the same workbook; a folder in the way is told") {
    const TemporaryFolder folder;
    const std::string one = folder.file("一.xlsx"), two = folder.file("二.xlsx");
    CHECK(write_xlsx(sample_document(), one).empty());
    CHECK(write_xlsx(sample_document(), two).empty());
    CHECK(content_of(one).starts_with("PK"));
    CHECK(content_of(one) == content_of(two));
    CHECK_FALSE(write_xlsx(sample_document(), folder.file("no such folder/x.xlsx")).empty());
}

TEST_CASE("Widths, lines and sizes of letters") {
    CHECK(width_in_characters("一二三") == Approx(3.0));
    CHECK(width_in_characters("ab\n一二") == Approx(2.0));
    CHECK(lines_in("一二三四五", 2.0) == 3);
    CHECK(lines_in("一\n\n二", 8.0) == 3);
    const Document document = sample_document();
    const Table& table = *tables_of(document).front();
    CHECK(font_points(table, 174.0) == 10.5);
    CHECK(font_points(table, 60.0) < 10.5);
    CHECK(font_points(table, 10.0) == 6.5);
}
