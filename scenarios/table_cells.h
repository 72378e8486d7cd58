// SPDX-License-Identifier: Apache-2.0
// Cells of a table of numbers as fire programs and office programs write it: commas, semicolons or tabs between the
// cells, decimal points or commas. What could mean two things is refused.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muster::scenarios {

/// Why a table cannot be read: a finding's code and what it names.
class UnreadableTable : public std::runtime_error {
public:
    using Args = std::vector<std::pair<std::string, std::string>>;
    UnreadableTable(const char* with_code, Args with_args);

    const char* code;
    Args args;
};

struct TableRow {
    std::size_t line = 0;  // of the file, from 1
    std::vector<std::string> cells;
};

/// The rows of `text` that are not empty; the separator is told by the first `header_rows`. Throws UnreadableTable.
[[nodiscard]] std::vector<TableRow> table_rows(std::string_view text, std::size_t header_rows);

/// Reads numbers of one table, and keeps an eye on how they are written.
class TableNumbers {
public:
    /// NaN for what is no number. Throws UnreadableTable for one that could be two.
    [[nodiscard]] double read(const std::string& cell, std::size_t line);
    /// After the last number: throws when commas may have been meant as thousands.
    void finish() const;

private:
    [[nodiscard]] double read_with_comma(const std::string& cell, std::size_t line);

    std::string with_point_, with_comma_;  // the first of each
    std::size_t comma_line_ = 0;
    bool decimal_comma_ = false;  // one was seen that cannot be thousands
};

}  // namespace muster::scenarios
