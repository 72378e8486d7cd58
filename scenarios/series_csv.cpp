// SPDX-License-Identifier: Apache-2.0
#include "scenarios/series_csv.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace muster::scenarios {

namespace {

SeriesColumn column_of(const std::vector<TableRow>& rows, std::size_t header_rows, std::size_t i) {
    const auto of = [&](std::size_t r) { return i < rows[r].cells.size() ? rows[r].cells[i] : std::string{}; };
    if (header_rows == 4) return {of(0), of(1), of(2), of(3), {}};
    return {of(1), {}, of(1), of(0), {}};
}

double time_of(const TableRow& row, TableNumbers& numbers, const std::vector<double>& before) {
    const double time = numbers.read(row.cells.front(), row.line);
    const char* wrong = !std::isfinite(time)                       ? "outside.table_time"
                        : !before.empty() && time <= before.back() ? "outside.table_order"
                                                                   : nullptr;
    if (wrong != nullptr) throw UnreadableTable(wrong, {{"line", std::to_string(row.line)}});
    return time;
}

SeriesTable read(std::string_view text, std::size_t header_rows) {
    const std::vector<TableRow> rows = table_rows(text, header_rows);
    SeriesTable out;
    for (std::size_t i = 1; i < rows[header_rows - 1].cells.size(); ++i)
        out.columns.push_back(column_of(rows, header_rows, i));
    TableNumbers numbers;
    for (std::size_t r = header_rows; r < rows.size(); ++r) {
        const TableRow& row = rows[r];
        out.time_s.push_back(time_of(row, numbers, out.time_s));
        for (std::size_t i = 0; i < out.columns.size(); ++i)
            out.columns[i].values.push_back(i + 1 < row.cells.size() ? numbers.read(row.cells[i + 1], row.line)
                                                                     : std::numeric_limits<double>::quiet_NaN());
    }
    numbers.finish();
    return out;
}

}  // namespace

const SeriesColumn* SeriesTable::find(std::string_view device, std::string_view measurement) const {
    for (const SeriesColumn& c : columns)
        if (c.device == device && c.measurement == measurement) return &c;
    return nullptr;
}

double SeriesTable::at(const SeriesColumn& column, double t) const {
    if (time_s.empty()) return std::numeric_limits<double>::quiet_NaN();
    const auto it = std::upper_bound(time_s.begin(), time_s.end(), t);
    if (it == time_s.begin()) return column.values.front();
    if (it == time_s.end()) return column.values.back();
    const auto i = static_cast<std::size_t>(it - time_s.begin());
    const double share = (t - time_s[i - 1]) / (time_s[i] - time_s[i - 1]);
    return column.values[i - 1] + share * (column.values[i] - column.values[i - 1]);
}

SeriesTable read_cfast_csv(std::string_view text) { return read(text, 4); }
SeriesTable read_fds_csv(std::string_view text) { return read(text, 2); }

}  // namespace muster::scenarios
