// SPDX-License-Identifier: Apache-2.0
// Finding the header row of a grid, and which column means what.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tools/office/tables/table_reader.h"

namespace muster::tables {

struct HeaderMatch {
    std::optional<GridRow> row;  // nothing when no row matches any column; of two header rows, both in one
    std::vector<int> columns;    // of each TableColumn, 1-based; 0 = not there
    int matched = 0;
    std::vector<GridRange> split;  // names over several columns, with parts and no total
    [[nodiscard]] bool complete(std::span<const TableColumn> wanted) const;  // all required columns are there
};

/// What header words are compared by: folded, without what stands in brackets, without punctuation.
[[nodiscard]] std::string header_key(std::string_view header);

[[nodiscard]] HeaderMatch match_header(const TextGrid& grid, std::span<const TableColumn> wanted);

/// Missing columns, columns twice, those that hold personal data, those that are not asked for.
void tell_about_header(const TextGrid& grid, const HeaderMatch& match, const TableRequest& request, Findings& findings);

}  // namespace muster::tables
