// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/text_grid.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "tools/office/tables/grid_parts.h"

namespace muster::tables {

namespace {

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";  // .xls, .et, encrypted .xlsx
// The name of the encrypted stream inside, in UTF-16 little-endian.
constexpr std::string_view encrypted_package("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

bool is_web_page(std::string_view bytes) {
    std::string start(bytes.substr(0, 512));
    std::transform(start.begin(), start.end(), start.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto first = start.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (first == start.npos) return false;
    const std::string_view from = std::string_view(start).substr(first);
    return from.starts_with("<html") || from.starts_with("<!doctype") || from.starts_with("<table") ||
           from.starts_with("<?xml");
}

Checked<std::vector<TextGrid>> refused(std::string code, const std::string& file) {
    return {std::nullopt, {table_finding(Severity::error, std::move(code), file)}};
}

}  // namespace

const std::string& GridRow::cell(int column) const {
    static const std::string none;
    const auto index = static_cast<std::size_t>(column) - 1;
    return index < cells.size() ? cells[index] : none;
}

const GridRow* TextGrid::row(int number) const {
    const auto at =
        std::lower_bound(rows.begin(), rows.end(), number, [](const GridRow& r, int wanted) { return r.row < wanted; });
    return at != rows.end() && at->row == number ? &*at : nullptr;
}

std::string TextGrid::place(int row_number, int column) const {
    return (sheet.empty() ? "" : sheet + "!") + column_letters(column) + std::to_string(row_number);
}

std::string TextGrid::place(const GridRange& r) const {
    const std::string first = place(r.first_row, r.first_column);
    if (r.first_row == r.last_row && r.first_column == r.last_column) return first;
    return first + ":" + column_letters(r.last_column) + std::to_string(r.last_row);
}

std::string column_letters(int column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

Finding table_finding(Severity severity, std::string code, const std::string& file,
                      std::vector<std::pair<std::string, std::string>> args) {
    return {severity, std::move(code), "", file, 0, std::move(args)};
}

Checked<std::vector<TextGrid>> read_grids(const std::string& path, const TableLimits& limits) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return refused("file.unreadable", path);
    std::string bytes(limits.file_bytes + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (stream.bad()) return refused("file.unreadable", path);  // a folder opens, and cannot be read
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return read_grids(std::move(bytes), path, limits);
}

Checked<std::vector<TextGrid>> read_grids(std::string bytes, const std::string& file, const TableLimits& limits) {
    if (bytes.size() > limits.file_bytes) {
        return {std::nullopt,
                {table_finding(Severity::error, "table.too_large", file,
                               {{"limit", std::to_string(limits.file_bytes >> 20U)}})}};
    }
    if (bytes.empty()) return refused("table.empty", file);
    const std::string_view view = bytes;
    if (view.starts_with(compound_file))
        return refused(view.find(encrypted_package) == view.npos ? "table.old_xls" : "table.encrypted", file);
    if (view.starts_with("PK\x03\x04")) return read_workbook(bytes, file, limits);
    if (view.starts_with("PK")) return refused("table.damaged", file);
    if (is_web_page(view)) return refused("table.web_page", file);
    return read_delimited(bytes, file, limits);
}

}  // namespace muster::tables
