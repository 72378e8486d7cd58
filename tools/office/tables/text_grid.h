// SPDX-License-Identifier: Apache-2.0
// A sheet as plain text, whatever file it came from: .csv and .tsv in the encodings that Excel and WPS write, .xlsx.
// Knows no columns and no meaning; table_reader.h makes a table of it. Nothing here throws on content: what is wrong
// becomes a finding (pointer = the cell as a person finds it in Excel, "C5" or "工作表1!C5"; line = of a text file).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/base/finding.h"

namespace muster::tables {

/// What is refused as too large, before it is unpacked or read. A class list or a ledger is a few hundred rows; the
/// sizes keep a zip bomb's XML tree under about 500 MB of memory.
struct TableLimits {
    std::size_t file_bytes = 24U << 20U;      // of the file
    std::size_t unpacked_bytes = 24U << 20U;  // of all parts of an .xlsx that are read, or of a text file in UTF-8
    int rows = 100'000, columns = 512;        // a cell beyond is dropped, with one finding
    std::size_t cell_bytes = 128U << 10U;     // text of one cell; Excel's own limit is 32,767 characters
};

/// A cell or range by row and column, both 1-based as in Excel.
struct GridRange {
    int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
    bool operator==(const GridRange&) const = default;
    [[nodiscard]] bool holds(int row, int column) const {
        return first_row <= row && row <= last_row && first_column <= column && column <= last_column;
    }
};

struct GridRow {
    int row = 0;                     // 1-based, as Excel shows it
    int line = 0;                    // of a text file, 1-based; 0 in an .xlsx
    std::vector<std::string> cells;  // UTF-8, trimmed of blanks (full-width ones too); from column A on
    /// By its column, 1-based; "" beyond the last.
    [[nodiscard]] const std::string& cell(int column) const;
};

struct TextGrid {
    std::string file;               // as the user gave it
    std::string sheet;              // "" for text files
    std::string encoding;           // "UTF-8", "UTF-8 BOM", "GB18030", "UTF-16LE", "UTF-16BE"; "" in an .xlsx
    std::string separator;          // "," ";" "\t" "，"; "" in an .xlsx
    std::vector<GridRow> rows;      // empty rows are left out
    std::vector<GridRange> merged;  // the value stands in the first cell only
    [[nodiscard]] const GridRow* row(int number) const;
    /// "C5", with the sheet before it in an .xlsx: "工作表1!C5".
    [[nodiscard]] std::string place(int row, int column) const;
    [[nodiscard]] std::string place(const GridRange& range) const;
};

/// All visible sheets of the file (one for a text file), in the order of the file. The kind of file is told by its
/// bytes, not by its name. An .xls, an encrypted workbook, .ods and web pages called .xls are refused with what to do.
[[nodiscard]] Checked<std::vector<TextGrid>> read_grids(const std::string& path, const TableLimits& limits = {});
/// The same of bytes in memory; `file` is the name in findings.
[[nodiscard]] Checked<std::vector<TextGrid>> read_grids(std::string bytes, const std::string& file,
                                                        const TableLimits& limits);

/// "A", "Z", "AA"; 1-based.
[[nodiscard]] std::string column_letters(int column);

}  // namespace muster::tables
