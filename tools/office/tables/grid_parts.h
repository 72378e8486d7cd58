// SPDX-License-Identifier: Apache-2.0
// The two readers behind text_grid.h, and what they share.
#pragma once

#include "tools/office/tables/text_grid.h"

namespace muster::tables {

/// `bytes` as a text file of separated values.
[[nodiscard]] Checked<std::vector<TextGrid>> read_delimited(const std::string& bytes, const std::string& file,
                                                            const TableLimits& limits);
/// `bytes` as a zipped workbook.
[[nodiscard]] Checked<std::vector<TextGrid>> read_workbook(const std::string& bytes, const std::string& file,
                                                           const TableLimits& limits);

/// About the whole file.
[[nodiscard]] Finding table_finding(Severity severity, std::string code, const std::string& file,
                                    std::vector<std::pair<std::string, std::string>> args = {});

/// Collects the cells of one sheet within the limits; what is beyond is dropped with one finding.
class GridBuilder {
public:
    GridBuilder(TextGrid& grid, const TableLimits& limits, Findings& findings)
        : grid_(grid), limits_(limits), findings_(findings) {}
    /// The text of a cell, to be trimmed; cells of a row come in any order, rows in rising order. `line` as in GridRow.
    void add(int row, int column, int line, std::string_view text);

private:
    void complain_once(bool& said, Severity severity, std::string code, int row, int column, int line,
                       std::size_t limit);
    void add_outside(int row, int column, int line);

    TextGrid& grid_;
    const TableLimits& limits_;
    Findings& findings_;
    bool said_outside_ = false, said_long_ = false, said_stray_ = false;
    int stray_ = 0;
};

}  // namespace muster::tables
