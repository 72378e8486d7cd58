// SPDX-License-Identifier: Apache-2.0
// Headers of two rows, as offices draw them: "班级" over both, "人数" over 男, 女, 合计. Made into one row of names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/office/tables/text_grid.h"

namespace muster::tables {

struct HeaderRows {
    GridRow row;  // the lower one, with the names of both
    /// Columns of the upper name of which the lower row has parts and no total: nobody can tell which part is meant.
    std::vector<GridRange> split;
};

/// Of the rows `upper` and the one below it in `grid`; nothing when the lower one is no header. `keys`: columns
/// (1-based) that every row of data fills.
[[nodiscard]] std::optional<HeaderRows> two_header_rows(const TextGrid& grid, const GridRow& upper,
                                                        const GridRow& lower, const std::vector<int>& keys);

}  // namespace muster::tables
