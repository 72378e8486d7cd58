// SPDX-License-Identifier: Apache-2.0
// Text in the columns of a terminal, where East Asian characters take two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace muster::text {

[[nodiscard]] std::size_t columns_of(std::string_view text);
/// Exactly `columns` wide: cut with "…" or filled with blanks.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t columns);

/// Rows in columns as wide as their widest cell (but for the last), two blanks apart; the first row is the heading and
/// gets a rule under it. A column is right-aligned when `right` says so.
[[nodiscard]] std::string aligned_table(const std::vector<std::vector<std::string>>& rows,
                                        const std::vector<bool>& right);

}  // namespace muster::text
