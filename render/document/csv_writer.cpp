// SPDX-License-Identifier: Apache-2.0
#include "render/document/csv_writer.h"

#include <charconv>
#include <string_view>

namespace muster::document {

namespace {

// What a spreadsheet would reckon with instead of showing it. Numbers it may: "-3.5" is no formula.
bool looks_like_a_formula(const std::string& cell) {
    if (cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos) return false;
    double number = 0.0;
    const char* end = cell.data() + cell.size();
    const auto [stop, error] = std::from_chars(cell.data() + (cell.front() == '+' ? 1 : 0), end, number);
    return error != std::errc() || stop != end;
}

}  // namespace

std::string csv_text(const std::vector<CsvRow>& rows) {
    std::string text = "\xEF\xBB\xBF";
    for (const CsvRow& row : rows) {
        const char* separator = "";
        for (const std::string& cell : row) {
            text.append(separator).append(looks_like_a_formula(cell) ? "\"'" : "\"");
            for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
            text += '"';
            separator = ",";
        }
        text += "\r\n";
    }
    return text;
}

std::string table_csv(const Table& table) {
    std::vector<CsvRow> rows;
    CsvRow& headings = rows.emplace_back();
    for (const Column& column : table.columns) headings.push_back(column.heading);
    if (!table.header) rows.clear();
    for (const Row& row : table.rows) {
        CsvRow& cells = rows.emplace_back();
        for (const Cell& cell : row) {
            cells.push_back(printed(cell));
            cells.resize(cells.size() + static_cast<std::size_t>(cell.span - 1));
        }
    }
    return csv_text(rows);
}

}  // namespace muster::document
