// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/table_reader.h"

#include <algorithm>

#include "floorplans/json_cursor.h"
#include "tools/office/tables/grid_parts.h"
#include "tools/office/tables/table_header.h"

namespace muster::tables {

namespace {

std::string listed(const std::vector<TextGrid>& grids) {
    std::string names;
    for (const TextGrid& grid : grids) names += (names.empty() ? "" : ", ") + grid.sheet;
    return names;
}

// The sheet of that name; else the first with all that is required, else the one that matches most.
const TextGrid* choose(const std::vector<TextGrid>& grids, const TableRequest& request, Findings& findings) {
    if (!request.sheet.empty()) {
        for (const TextGrid& grid : grids)
            if (folded(grid.sheet) == folded(request.sheet)) return &grid;
        findings.push_back(table_finding(Severity::error, "table.no_such_sheet", grids.front().file,
                                         {{"sheet", request.sheet}, {"sheets", listed(grids)}}));
        return nullptr;
    }
    const TextGrid* best = &grids.front();
    int most = -1;
    for (const TextGrid& grid : grids) {
        const HeaderMatch match = match_header(grid, request.columns);
        const bool complete = match.row && match.complete(request.columns);
        if (complete || match.matched > most) best = &grid, most = match.matched;
        if (complete) break;
    }
    if (grids.size() > 1) {
        findings.push_back(table_finding(Severity::note, "table.sheet_chosen", best->file,
                                         {{"sheet", best->sheet}, {"sheets", listed(grids)}}));
    }
    return best;
}

class TableBuilder {
public:
    TableBuilder(const TextGrid& grid, const TableRequest& request, Findings& findings)
        : grid_(grid), request_(request), findings_(findings), match_(match_header(grid, request.columns)) {}

    std::optional<TextTable> build() {
        if (!match_.row) return without_header();
        tell_about_header(grid_, match_, request_, findings_);
        table_.file = grid_.file, table_.sheet = grid_.sheet;
        table_.encoding = grid_.encoding, table_.separator = grid_.separator;
        table_.header_row = match_.row->row;
        table_.columns = match_.columns;
        for (const int column : match_.columns) table_.header.push_back(column == 0 ? "" : match_.row->cell(column));
        take_rows();
        for (std::size_t c = 0; c < table_.columns.size(); ++c)
            if (table_.has(c)) take_merged(c);
        std::erase_if(table_.rows, [](const TableRow& row) {
            return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& s) { return s.empty(); });
        });
        if (table_.rows.empty())
            findings_.push_back({Severity::error,
                                 "table.no_rows",
                                 grid_.place(table_.header_row, 1),
                                 grid_.file,
                                 match_.row->line,
                                 {}});
        return std::move(table_);
    }

private:
    std::optional<TextTable> without_header() {
        std::string names;
        for (const TableColumn& column : request_.columns)
            if (column.required) names += (names.empty() ? "" : ", ") + column.names.front();
        findings_.push_back(table_finding(Severity::error, "table.no_header", grid_.file, {{"columns", names}}));
        return std::nullopt;
    }

    // A header printed again on each page is no row.
    bool is_header_again(const TableRow& row) const {
        for (std::size_t c = 0; c < row.cells.size(); ++c)
            if (row.cells[c] != table_.header[c]) return false;
        return true;
    }

    void take_rows() {
        for (const GridRow& row : grid_.rows) {
            if (row.row <= table_.header_row) continue;
            TableRow taken{row.row, row.line, std::vector<std::string>(table_.columns.size())};
            for (std::size_t c = 0; c < table_.columns.size(); ++c)
                if (table_.has(c)) taken.cells[c] = row.cell(table_.columns[c]);
            if (!is_header_again(taken)) table_.rows.push_back(std::move(taken));
        }
    }

    // The ranges of more than one row that begin in this column, below the header; ranges of a sound file are apart.
    std::vector<GridRange> ranges_in(int column) const {
        std::vector<GridRange> ranges;
        for (const GridRange& range : grid_.merged)
            if (range.first_column == column && range.last_row > range.first_row && range.first_row > table_.header_row)
                ranges.push_back(range);
        std::sort(ranges.begin(), ranges.end(),
                  [](const GridRange& a, const GridRange& b) { return a.first_row < b.first_row; });
        return ranges;
    }

    void take_merged(std::size_t c) {
        int done = 0;  // last row of the ranges before
        for (const GridRange& range : ranges_in(table_.columns[c])) {
            if (range.first_row <= done) continue;
            done = range.last_row;
            const GridRow* first = grid_.row(range.first_row);
            if (first == nullptr || first->cell(range.first_column).empty()) continue;
            const std::string& value = first->cell(range.first_column);
            const bool spread = request_.columns[c].spread_merged;
            findings_.push_back({spread ? Severity::note : Severity::error,
                                 spread ? "table.merged_spread" : "table.merged_refused",
                                 grid_.place(range),
                                 grid_.file,
                                 0,
                                 {{"column", table_.header[c]}, {"value", value}}});
            if (spread) fill(c, range, value);
        }
    }

    void fill(std::size_t c, const GridRange& range, const std::string& value) {
        for (auto row = std::lower_bound(table_.rows.begin(), table_.rows.end(), range.first_row,
                                         [](const TableRow&r, int wanted) { return r.row < wanted; });
             row != table_.rows.end() && row->row <= range.last_row; ++row)
            row->cells[c] = value;
    }

    const TextGrid& grid_;
    const TableRequest& request_;
    Findings& findings_;
    HeaderMatch match_;
    TextTable table_;
};

Checked<TextTable> table_of(Checked<std::vector<TextGrid>> grids, const TableRequest& request) {
    Checked<TextTable> result;
    result.findings = std::move(grids.findings);
    if (!grids) return result;
    const TextGrid* grid = choose(*grids.value, request, result.findings);
    if (grid == nullptr) return result;
    auto table = TableBuilder(*grid, request, result.findings).build();
    if (!has_errors(result.findings)) result.value = std::move(table);
    return result;
}

}  // namespace

std::string TextTable::place(const TableRow& row, std::size_t column) const {
    return (sheet.empty() ? "" : sheet + "!") + column_letters(columns[column]) + std::to_string(row.row);
}

Finding TextTable::finding(Severity severity, std::string code, const TableRow& row, std::size_t column,
                           std::vector<std::pair<std::string, std::string>> args) const {
    return {severity, std::move(code), place(row, column), file, row.line, std::move(args)};
}

Checked<TextTable> read_table(const std::string& path, const TableRequest& request) {
    return table_of(read_grids(path, request.limits), request);
}

Checked<TextTable> read_table(std::string bytes, const std::string& file, const TableRequest& request) {
    return table_of(read_grids(std::move(bytes), file, request.limits), request);
}

}  // namespace muster::tables
