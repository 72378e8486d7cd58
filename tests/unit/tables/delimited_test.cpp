// SPDX-License-Identifier: Apache-2.0
// Text files as Excel, WPS and people write them.
#include <iconv.h>

#include <catch2/catch.hpp>

#include "tests/unit/tables/found.h"
#include "tools/office/tables/table_reader.h"

using namespace muster;
using namespace muster::tables;

namespace {

const std::vector<TableColumn> text_columns = {{"class", {"班级", "class"}, true},
                                               {"headcount", {"人数", "应到人数", "headcount"}, true},
                                               {"stair", {"楼梯", "stair"}, false, true}};

Checked<TextTable> read_text(std::string bytes) {
    TableRequest request;
    request.columns = text_columns;
    return read_table(std::move(bytes), "classes.csv", request);
}

std::string from_utf8(std::string text, const char* encoding) {
    iconv_t handle = iconv_open(encoding, "UTF-8");
    std::string bytes(text.size() * 4 + 16, '\0');
    char *from = text.data(), *to = bytes.data();
    std::size_t left = text.size(), room = bytes.size();
    iconv(handle, &from, &left, &to, &room);
    iconv_close(handle);
    bytes.resize(bytes.size() - room);
    return bytes;
}

const std::string plain = "班级,人数,楼梯\n三年级2班,45,东楼梯\n三年级3班,44,西楼梯\n";

void check_plain(const Checked<TextTable>& table, const std::string& encoding) {
    REQUIRE(table);
    CHECK(table.value->encoding == encoding);
    REQUIRE(table.value->rows.size() == 2);
    CHECK(table.value->rows[0].cells == std::vector<std::string>{"三年级2班", "45", "东楼梯"});
    CHECK(table.value->rows[1].row == 3);
    CHECK(table.value->place(table.value->rows[1], 1) == "B3");
}

}  // namespace

TEST_CASE("delimited: every encoding that Excel, WPS and Notepad write is told and read", "[tables]") {
    check_plain(read_text(plain), "UTF-8");
    CHECK(read_text(plain).findings.empty());
    check_plain(read_text("\xEF\xBB\xBF" + plain), "UTF-8 BOM");
    const auto gb = read_text(from_utf8(plain, "GB18030"));
    check_plain(gb, "GB18030");
    REQUIRE(found(gb.findings, "table.encoding") != nullptr);
    CHECK(arg(*found(gb.findings, "table.encoding"), "encoding") == "GB18030");
    check_plain(read_text(from_utf8(plain, "GBK")), "GB18030");
    check_plain(read_text("\xFF\xFE" + from_utf8(plain, "UTF-16LE")), "UTF-16LE");
    check_plain(read_text("\xFE\xFF" + from_utf8(plain, "UTF-16BE")), "UTF-16BE");
}

TEST_CASE("delimited: a rare character of GB18030's four bytes survives", "[tables]") {
    const auto table = read_text(from_utf8("班级,人数\n㐇𠀀班,45\n", "GB18030"));
    REQUIRE(table);
    CHECK(table.value->rows[0].cells[0] == "㐇𠀀班");
}

TEST_CASE("delimited: bytes of no known encoding and binary files are refused", "[tables]") {
    CHECK(found(read_text("班级,人数\n\xFF\xFF\xFF,45\n").findings, "table.encoding_unknown") != nullptr);
    CHECK(found(read_text(std::string("class,headcount\n\0a,3\n", 22)).findings, "table.binary") != nullptr);
    CHECK(found(read_text("").findings, "table.empty") != nullptr);
}

TEST_CASE("delimited: characters lost before are told of", "[tables]") {
    const auto table = read_text("班级,人数\n三年级锟斤拷班,45\n");
    REQUIRE(table);
    CHECK(found(table.findings, "table.lost_characters") != nullptr);
}

TEST_CASE("delimited: any line end, any separator, and sep= of Excel", "[tables]") {
    const auto with = [](std::string text, const std::string& comma, const std::string& end) {
        std::string changed;
        for (const char c : text) changed += c == ',' ? comma : c == '\n' ? end : std::string(1, c);
        return changed;
    };
    for (const std::string comma : {",", ";", "\t", "，"})
        for (const std::string end : {"\n", "\r\n", "\r"}) {
            INFO(comma);
            const auto table = read_text(with(plain, comma, end));
            check_plain(table, "UTF-8");
            CHECK(table.value->separator == comma);
            CHECK(table.value->rows[1].line == 3);
        }
    const auto said = read_text("sep=;\n班级;人数\n一,1班;45\n");
    REQUIRE(said);
    CHECK(said.value->rows[0].cells[0] == "一,1班");
    CHECK(said.value->rows[0].row == 3);
}

TEST_CASE("delimited: quotes hold separators, line ends and quotes; lines are counted through them", "[tables]") {
    const auto table = read_text("班级,人数,楼梯\n\"一年级\"\"1\"\"班\",45,\"东,\n楼梯\"\n二班, \"46\" ,=\"007\"\n");
    REQUIRE(table);
    REQUIRE(table.value->rows.size() == 2);
    CHECK(table.value->rows[0].cells == std::vector<std::string>{"一年级\"1\"班", "45", "东,\n楼梯"});
    CHECK(table.value->rows[1].cells == std::vector<std::string>{"二班", "46", "007"});
    CHECK(table.value->rows[1].row == 3);
    CHECK(table.value->rows[1].line == 4);
    const auto open = read_text("班级,人数\n一班,45\n二班,\"46\n三班,47\n");
    REQUIRE(found(open.findings, "table.unclosed_quote") != nullptr);
    CHECK(found(open.findings, "table.unclosed_quote")->line == 3);
}

TEST_CASE("delimited: a row typed with full-width commas is taken apart, said so", "[tables]") {
    const auto table = read_text("班级,人数,楼梯\n一班，45，东楼梯\n二班,46,西楼梯\n");
    REQUIRE(table);
    CHECK(table.value->rows[0].cells == std::vector<std::string>{"一班", "45", "东楼梯"});
    REQUIRE(found(table.findings, "table.full_width_commas") != nullptr);
    CHECK(found(table.findings, "table.full_width_commas")->line == 2);
}

TEST_CASE("delimited: files of other kinds are refused by what they hold, whatever their name", "[tables]") {
    const std::string compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    CHECK(found(read_text(compound + std::string(600, '\0')).findings, "table.old_xls") != nullptr);
    const std::string encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    CHECK(found(read_text(compound + std::string(600, '\0') + encrypted).findings, "table.encrypted") != nullptr);
    CHECK(found(read_text("<html><table><tr><td>班级</td></tr></table>").findings, "table.web_page") != nullptr);
    CHECK(found(read_grids("/nowhere/classes.csv").findings, "file.unreadable") != nullptr);
    CHECK(found(read_grids("/").findings, "file.unreadable") != nullptr);
}

TEST_CASE("delimited: sizes are limited", "[tables]") {
    TableLimits limits;
    limits.rows = 2;
    limits.columns = 3;
    CHECK(found(read_grids("a\nb\nc\nd\n", "x.csv", limits).findings, "table.too_many_rows") != nullptr);
    const auto stray = read_grids("a\n\n\nx\n", "x.csv", limits);
    REQUIRE(stray);
    CHECK(found(stray.findings, "table.stray_cell")->severity == Severity::warning);
    CHECK(found(read_grids("a,b,c,d\n", "x.csv", limits).findings, "table.too_many_columns") != nullptr);
    limits.cell_bytes = 4;
    CHECK(found(read_grids("abcde\n", "x.csv", limits).findings, "table.cell_too_long") != nullptr);
    limits.file_bytes = 4;
    CHECK(found(read_grids("abcde\n", "x.csv", limits).findings, "table.too_large") != nullptr);
}
