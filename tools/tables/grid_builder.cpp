// SPDX-License-Identifier: Apache-2.0
#include "tools/tables/grid_parts.h"
#include "tools/tables/table_values.h"

namespace muster {

void GridBuilder::complain_once(bool& said, std::string code, int row, int column, int line, std::size_t limit) {
    if (said) return;
    said = true;
    findings_.push_back({Severity::error,
                         std::move(code),
                         grid_.place(row, column),
                         grid_.file,
                         line,
                         {{"limit", std::to_string(limit)}}});
}

void GridBuilder::add(int row, int column, int line, std::string_view text) {
    const std::string trimmed = trimmed_blanks(text);
    if (trimmed.empty()) return;
    if (row > limits_.rows || column > limits_.columns) {
        const int limit = row > limits_.rows ? limits_.rows : limits_.columns;
        return complain_once(said_outside_, row > limits_.rows ? "table.too_many_rows" : "table.too_many_columns", row,
                             column, line, static_cast<std::size_t>(limit));
    }
    if (trimmed.size() > limits_.cell_bytes)
        return complain_once(said_long_, "table.cell_too_long", row, column, line, limits_.cell_bytes);
    if (grid_.rows.empty() || grid_.rows.back().row != row) grid_.rows.push_back({row, line, {}});
    auto& cells = grid_.rows.back().cells;
    if (cells.size() < static_cast<std::size_t>(column)) cells.resize(static_cast<std::size_t>(column));
    cells[static_cast<std::size_t>(column) - 1] = trimmed;
}

}  // namespace muster
