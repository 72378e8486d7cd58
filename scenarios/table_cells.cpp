// SPDX-License-Identifier: Apache-2.0
#include "scenarios/table_cells.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace muster::scenarios {

namespace {

constexpr std::string_view separators = ",;\t";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Line {
    std::size_t number;
    std::string_view text;
};

std::string trimmed(std::string_view s) {
    const auto first = s.find_first_not_of(" \t\r\"");
    if (first == std::string_view::npos) return {};
    return std::string(s.substr(first, s.find_last_not_of(" \t\r\"") - first + 1));
}

std::vector<Line> lines_of(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::vector<Line> out;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (!trimmed(text.substr(0, end)).empty()) out.push_back({number, text.substr(0, end)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::vector<std::string> cells_of(std::string_view line, char separator) {
    std::vector<std::string> out;
    bool quoted = false;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '"') quoted = !quoted;
        if (i < line.size() && (line[i] != separator || quoted)) continue;
        out.push_back(trimmed(line.substr(from, i - from)));
        from = i + 1;
    }
    return out;
}

// The one that stands in every row of the heading; of several, the one that makes as many cells of each.
char separator_of(const std::vector<Line>& header) {
    std::string in_all, even;
    for (const char c : separators) {
        std::vector<std::size_t> counts;
        for (const Line& line : header) counts.push_back(cells_of(line.text, c).size());
        if (counts.empty() || *std::min_element(counts.begin(), counts.end()) < 2) continue;
        in_all += c;
        if (std::count(counts.begin(), counts.end(), counts.front()) == static_cast<std::ptrdiff_t>(counts.size()))
            even += c;
    }
    const std::string& fits = in_all.size() == 1 ? in_all : even;
    if (fits.size() != 1) throw UnreadableTable("outside.table_separator", {});
    return fits.front();
}

double point_number(std::string_view s) {
    double out = 0.0;
    if (!s.empty() && s.front() == '+') s.remove_prefix(1);
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), out);
    return error == std::errc{} && end == s.data() + s.size() ? out : std::numeric_limits<double>::quiet_NaN();
}

// "1,234": one to three digits of which the first is not nought, and three more.
bool may_be_thousands(const std::string& cell) {
    const std::size_t comma = cell.find(','), sign = cell.find_first_of("+-") == 0 ? 1 : 0;
    return comma > sign && comma - sign <= 3 && cell[sign] != '0' && cell.size() - comma == 4 &&
           cell.find_first_of("eE") == std::string::npos;
}

}  // namespace

UnreadableTable::UnreadableTable(const char* with_code, Args with_args)
    : std::runtime_error(with_code), code(with_code), args(std::move(with_args)) {}

std::vector<TableRow> table_rows(std::string_view text, std::size_t header_rows) {
    const std::vector<Line> lines = lines_of(text);
    if (lines.size() <= header_rows) throw UnreadableTable("outside.table_empty", {});
    const char separator = separator_of({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(header_rows)});
    std::vector<TableRow> out;
    for (const Line& line : lines) out.push_back({line.number, cells_of(line.text, separator)});
    const std::size_t columns = out[header_rows - 1].cells.size();
    for (const TableRow& row : out) {
        std::size_t cells = row.cells.size();
        while (cells > columns && row.cells[cells - 1].empty()) --cells;
        if (cells > columns)
            throw UnreadableTable("outside.table_surplus", {{"line", std::to_string(row.line)},
                                                            {"cells", std::to_string(cells)},
                                                            {"columns", std::to_string(columns)}});
    }
    return out;
}

double TableNumbers::read(const std::string& cell, std::size_t line) {
    if (cell.find(',') != std::string::npos) return read_with_comma(cell, line);
    const double value = point_number(cell);
    if (value == value && with_point_.empty() && cell.find('.') != std::string::npos) with_point_ = cell;
    return value;
}

double TableNumbers::read_with_comma(const std::string& cell, std::size_t line) {
    std::string with_point = cell;
    with_point[cell.find(',')] = '.';
    const bool several = cell.find(',') != cell.rfind(',') || cell.find('.') != std::string::npos;
    if (several && cell.find_first_not_of("+-0123456789.,eE") == std::string::npos)
        throw UnreadableTable("outside.table_thousands", {{"line", std::to_string(line)}, {"cell", cell}});
    const double value = several ? std::numeric_limits<double>::quiet_NaN() : point_number(with_point);
    if (value != value) return value;
    if (with_comma_.empty()) with_comma_ = cell, comma_line_ = line;
    if (!may_be_thousands(cell)) decimal_comma_ = true;
    return value;
}

void TableNumbers::finish() const {
    if (with_comma_.empty()) return;
    if (!with_point_.empty())
        throw UnreadableTable("outside.table_decimals", {{"comma", with_comma_}, {"point", with_point_}});
    if (!decimal_comma_)
        throw UnreadableTable("outside.table_thousands",
                              {{"line", std::to_string(comma_line_)}, {"cell", with_comma_}});
}

}  // namespace muster::scenarios
