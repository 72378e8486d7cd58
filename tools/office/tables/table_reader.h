// SPDX-License-Identifier: Apache-2.0
// Reads a list that a person keeps in Excel or WPS: finds the header row, matches its columns by their Chinese and
// English names, and gives the rows as text. Only the columns that are asked for are kept; any other is named in a note
// and forgotten, and one that holds pupils' names or numbers is never kept, said so. Does not know what a value means.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/finding.h"
#include "tools/office/tables/table_values.h"  // number_in, iso_date, seconds_in: for the cells
#include "tools/office/tables/text_grid.h"

namespace muster::tables {

/// A column that the caller understands.
struct TableColumn {
    std::string key;  // "headcount"; goes into findings when nothing in the header matches
    std::vector<std::string>
        names;  // {"人数", "应到人数", "headcount"}; the first Chinese and the last are shown in hints
    bool required = false;  // not there: error table.missing_column
    /// A merged cell over several rows: spread to each (a storey, a stair), or an error (a number: it would count
    /// twice).
    bool spread_merged = false;
};

struct TableRow {
    int row = 0, line = 0;           // as in GridRow
    std::vector<std::string> cells;  // one per TableColumn, in that order; "" = empty, or the column is not there
};

struct TextTable {
    std::string file, sheet, encoding, separator;  // as in TextGrid
    int header_row = 0;                            // as Excel shows it
    std::vector<int> columns;                      // of each TableColumn, 1-based; 0 = not in this file
    std::vector<std::string> header;               // the words found for each; "" = not in this file
    std::vector<TableRow> rows;                    // those with anything in a column asked for

    [[nodiscard]] bool has(std::size_t column) const { return columns[column] != 0; }
    /// "C5" or "工作表1!C5". Of a column that is not there: the row, "5" or "工作表1!5".
    [[nodiscard]] std::string place(const TableRow& row, std::size_t column) const;
    /// A finding about that cell: file, line and pointer are filled in.
    [[nodiscard]] Finding finding(Severity severity, std::string code, const TableRow& row, std::size_t column,
                                  std::vector<std::pair<std::string, std::string>> args = {}) const;
};

struct TableRequest {
    std::span<const TableColumn> columns;
    std::string sheet;  // "" = the first visible sheet that has the required columns
    /// A note for each column of the file that is not asked for.
    bool tell_unused = true;
    TableLimits limits;
};

/// The header row is the one, among the first 30, that matches the most columns. Header words match when equal after
/// half-width, lower case and without blanks, units in brackets and punctuation: "人数（人）" is "人数".
/// Notes: encoding other than UTF-8, sheet chosen, merged cells spread. Warnings: two columns of one meaning (the first
/// is read), columns that hold names. Errors: missing columns (with the nearest header), merged numbers, and all of
/// read_grids.
[[nodiscard]] Checked<TextTable> read_table(const std::string& path, const TableRequest& request);
/// The same of bytes in memory; `file` is the name in findings.
[[nodiscard]] Checked<TextTable> read_table(std::string bytes, const std::string& file, const TableRequest& request);

/// True of a header that promises a person's name or number: 姓名, 学号, 身份证, "pupil name".
[[nodiscard]] bool promises_personal_data(std::string_view header);

}  // namespace muster::tables
