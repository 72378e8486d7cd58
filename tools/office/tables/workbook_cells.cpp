// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/workbook_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "tools/office/tables/grid_parts.h"
#include "tools/office/tables/table_values.h"
#include "tools/office/tables/workbook_parts.h"

namespace muster::tables {

namespace {

struct CellPlace {
    int row = 0, column = 0;
};

constexpr std::size_t max_merged = 100'000;

// "C5" or "$C$5"; nothing when it is no cell. Excel ends at XFD1048576.
std::optional<CellPlace> place_in(std::string_view reference) {
    CellPlace place;
    for (const char c : reference) {
        if (c == '$') continue;
        if (c >= 'A' && c <= 'Z' && place.row == 0) {
            place.column = place.column * 26 + (c - 'A' + 1);
        } else if (c >= '0' && c <= '9') {
            place.row = place.row * 10 + (c - '0');
        } else {
            return std::nullopt;
        }
        if (place.column > 16384 || place.row > 1048576) return std::nullopt;
    }
    if (place.row == 0 || place.column == 0) return std::nullopt;
    return place;
}

std::optional<GridRange> range_in(std::string_view reference) {
    const auto colon = reference.find(':');
    const auto first = place_in(reference.substr(0, colon));
    const auto last = colon == reference.npos ? first : place_in(reference.substr(colon + 1));
    if (!first || !last) return std::nullopt;
    return GridRange{std::min(first->row, last->row), std::min(first->column, last->column),
                     std::max(first->row, last->row), std::max(first->column, last->column)};
}

std::optional<std::size_t> index_in(std::string_view text) {
    std::size_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return value;
}

class SheetReader {
public:
    SheetReader(const WorkbookTables& tables, const TableLimits& limits, TextGrid& grid, Findings& findings)
        : tables_(tables), grid_(grid), findings_(findings), builder_(grid, limits, findings) {}

    void read(const pugi::xml_node& root) {
        int row = 0;
        for (const pugi::xml_node& line : child_of(root, "sheetData").children()) {
            if (local_name(line) != "row") continue;
            const auto number = index_in(attribute_of(line, "r"));
            const int next = number && *number <= 1048576 ? static_cast<int>(*number) : row + 1;
            if (next <= row) {  // rows of a sound file rise
                findings_.push_back(
                    table_finding(Severity::error, "table.damaged_part", grid_.file, {{"part", grid_.sheet}}));
                return;
            }
            row = next;
            read_row(line, row);
        }
        for (const pugi::xml_node& merge : child_of(root, "mergeCells").children()) {
            const auto range = range_in(attribute_of(merge, "ref"));
            if (range && grid_.merged.size() < max_merged) grid_.merged.push_back(*range);
        }
    }

private:
    void read_row(const pugi::xml_node& line, int row) {
        int column = 0;
        for (const pugi::xml_node& cell : line.children()) {
            if (local_name(cell) != "c") continue;
            const auto place = place_in(attribute_of(cell, "r"));
            column = place && place->row == row ? place->column : column + 1;
            builder_.add(row, column, 0, text_of(cell, row, column));
        }
    }

    std::string text_of(const pugi::xml_node& cell, int row, int column) {
        const std::string kind = attribute_of(cell, "t");
        const std::string value = child_of(cell, "v").child_value();
        if (kind == "inlineStr") return rich_text(child_of(cell, "is"));
        if (kind == "s") {
            const auto index = index_in(value);
            return index && *index < tables_.strings.size() ? tables_.strings[*index] : std::string{};
        }
        if (kind == "e") return error_cell(value, row, column);
        if (kind == "b") return value == "1" ? "TRUE" : "FALSE";
        if (kind == "str" || kind == "d") return value;
        if (value.empty() && child_of(cell, "f")) return error_cell("=", row, column);
        return number(value, attribute_of(cell, "s"));
    }

    std::string error_cell(const std::string& value, int row, int column) {
        findings_.push_back({Severity::warning,
                             value == "=" ? "table.formula_not_worked_out" : "table.cell_error",
                             grid_.place(row, column),
                             grid_.file,
                             0,
                             {{"value", value}}});
        return {};
    }

    // Excel writes 0.1 + 0.2 as 0.30000000000000004: fifteen digits are what it shows, and means.
    std::string number(const std::string& value, const std::string& style) const {
        double parsed = 0.0;
        const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
        if (error != std::errc{} || stop != value.data() + value.size()) return value;
        const auto format = index_in(style);
        const NumberLook look = format && *format < tables_.looks.size() ? tables_.looks[*format] : NumberLook::number;
        if (look == NumberLook::hours_minutes || look == NumberLook::elapsed)
            if (const auto time = excel_clock(parsed, look == NumberLook::elapsed)) return *time;
        if (look != NumberLook::number)
            if (const auto date = excel_date(parsed + (tables_.since_1904 && parsed >= 1.0 ? 1462.0 : 0.0)))
                return *date;
        std::array<char, 32> text{};
        const auto written =
            std::to_chars(text.data(), text.data() + text.size(), parsed, std::chars_format::general, 15);
        return {text.data(), written.ptr};
    }

    const WorkbookTables& tables_;
    TextGrid& grid_;
    Findings& findings_;
    GridBuilder builder_;
};

}  // namespace

void read_worksheet(const pugi::xml_node& root, const WorkbookTables& tables, const TableLimits& limits, TextGrid& grid,
                    Findings& findings) {
    SheetReader(tables, limits, grid, findings).read(root);
}

}  // namespace muster::tables
