// SPDX-License-Identifier: Apache-2.0
#include "render/document/csv_writer.h"

#include "render/report/tables.h"

namespace muster {

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

}  // namespace muster
