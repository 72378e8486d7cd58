// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/grid_parts.h"
#include "tools/office/tables/table_values.h"

namespace muster::tables {

void GridBuilder::complain_once(bool& said, Severity severity, std::string code, int row, int column, int line,
                                std::size_t limit) {
    if (said) return;
    said = true;
    findings_.push_back(
        {severity, std::move(code), grid_.place(row, column), grid_.file, line, {{"limit", std::to_string(limit)}}});
}

void GridBuilder::add(int row, int column, int line, std::string_view text) {
    const std::string trimmed = trimmed_blanks(text);
    if (trimmed.empty()) return;
    if (row > limits_.rows || column > limits_.columns) return add_outside(row, column, line);
    if (trimmed.size() > limits_.cell_bytes)
        return complain_once(said_long_, Severity::error, "table.cell_too_long", row, column, line, limits_.cell_bytes);
    if (grid_.rows.empty() || grid_.rows.back().row != row) grid_.rows.push_back({row, line, {}});
    auto& cells = grid_.rows.back().cells;
    if (cells.size() < static_cast<std::size_t>(column)) cells.resize(static_cast<std::size_t>(column));
    cells[static_cast<std::size_t>(column) - 1] = trimmed;
}

// A table that goes on beyond is too long; a cell far away from it was hit by accident, and means nothing.
void GridBuilder::add_outside(int row, int column, int line) {
    const bool below = row > limits_.rows;
    const auto limit = static_cast<std::size_t>(below ? limits_.rows : limits_.columns);
    const bool goes_on =
        !grid_.rows.empty() && (below ? grid_.rows.back().row == limits_.rows
                                      : grid_.rows.back().row == row && grid_.rows.back().cells.size() == limit);
    constexpr int max_stray = 10;
    if (!goes_on && ++stray_ <= max_stray)
        return complain_once(said_stray_, Severity::warning, "table.stray_cell", row, column, line, limit);
    complain_once(said_outside_, Severity::error, below ? "table.too_many_rows" : "table.too_many_columns", row, column,
                  line, limit);
}

}  // namespace muster::tables
