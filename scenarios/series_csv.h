// SPDX-License-Identifier: Apache-2.0
// Tables over time that fire programs write: CFAST (four header rows: short name, measurement, device, unit) and FDS
// (two: unit, name). Separators and decimal marks: table_cells.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/table_cells.h"

namespace muster::scenarios {

struct SeriesColumn {
    std::string name;         // CFAST: short name (ULT_1); FDS: the device's name
    std::string measurement;  // CFAST only, in words
    std::string device;       // CFAST: the room or device; FDS: as name
    std::string unit;
    std::vector<double> values;  // beside SeriesTable::time_s; NaN where there was no number
};

struct SeriesTable {
    std::vector<double> time_s;
    std::vector<SeriesColumn> columns;  // without the time

    /// By room or device and measurement; null when there is none.
    [[nodiscard]] const SeriesColumn* find(std::string_view device, std::string_view measurement) const;
    /// Linear in time, the ends held; NaN for an empty table.
    [[nodiscard]] double at(const SeriesColumn& column, double time_s) const;
};

/// Throws UnreadableTable.
[[nodiscard]] SeriesTable read_cfast_csv(std::string_view text);
[[nodiscard]] SeriesTable read_fds_csv(std::string_view text);

}  // namespace muster::scenarios
