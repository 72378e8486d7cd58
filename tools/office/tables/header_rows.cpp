// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/header_rows.h"

#include <algorithm>
#include <array>

#include "tools/office/tables/table_values.h"

namespace muster::tables {

namespace {

bool names_total(const std::string& text) {
    constexpr std::array<std::string_view, 9> totals = {"合计",   "小计",  "总计", "共计", "总数",
                                                        "总人数", "total", "sum",  "all"};
    return std::find(totals.begin(), totals.end(), folded(text)) != totals.end();
}

class TwoRows {
public:
    TwoRows(const TextGrid& grid, const GridRow& upper, const GridRow& lower)
        : grid_(grid),
          upper_(upper),
          lower_(lower),
          columns_(static_cast<int>(std::max(upper.cells.size(), lower.cells.size()))) {}

    // Text without numbers, under a name that spans several columns; what every row of data fills stands above only.
    [[nodiscard]] bool are_header(const std::vector<int>& keys) const {
        if (lower_.row != upper_.row + 1) return false;
        const auto stands_alone = [&](int column) { return last_under(column) == column; };
        const auto filled = [&](int column) { return stands_alone(column) && !lower_.cell(column).empty(); };
        if (std::none_of(keys.begin(), keys.end(), stands_alone) || std::any_of(keys.begin(), keys.end(), filled))
            return false;
        const auto is_number = [](const std::string& cell) { return number_in(cell).has_value(); };
        if (std::any_of(lower_.cells.begin(), lower_.cells.end(), is_number)) return false;
        for (int column = 1; column <= columns_; ++column)
            if (last_under(column) > column) return true;
        return false;
    }

    [[nodiscard]] HeaderRows joined() const {
        HeaderRows out{lower_, {}};
        out.row.cells.resize(static_cast<std::size_t>(columns_));
        for (int column = 1; column <= columns_; ++column) {
            const std::string& name = upper_.cell(column);
            if (name.empty()) continue;
            const int last = last_under(column);
            if (last == column) {
                if (lower_.cell(column).empty()) out.row.cells[static_cast<std::size_t>(column) - 1] = name;
                continue;
            }
            int total = column;
            while (total <= last && !names_total(lower_.cell(total))) ++total;
            if (total <= last)
                out.row.cells[static_cast<std::size_t>(total) - 1] = name;
            else
                out.split.push_back({upper_.row, column, upper_.row, last});
        }
        return out;
    }

private:
    // The last column under the upper name that begins in `column`: of its merged cell, or, in a file without such, of
    // the empty ones beside it that have something below.
    [[nodiscard]] int last_under(int column) const {
        if (upper_.cell(column).empty()) return column;
        for (const GridRange& range : grid_.merged)
            if (range.first_row == upper_.row && range.first_column == column && range.last_row == upper_.row)
                return std::min(range.last_column, columns_);
        int last = column;
        if (lower_.cell(column).empty() || !grid_.merged.empty()) return last;
        while (last < columns_ && upper_.cell(last + 1).empty() && !lower_.cell(last + 1).empty()) ++last;
        return last;
    }

    const TextGrid& grid_;
    const GridRow &upper_, &lower_;
    int columns_ = 0;
};

}  // namespace

std::optional<HeaderRows> two_header_rows(const TextGrid& grid, const GridRow& upper, const GridRow& lower,
                                          const std::vector<int>& keys) {
    const TwoRows rows(grid, upper, lower);
    if (!rows.are_header(keys)) return std::nullopt;
    return rows.joined();
}

}  // namespace muster::tables
