// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/table_header.h"

#include <algorithm>
#include <array>

#include "floorplans/json_cursor.h"
#include "tools/office/tables/grid_parts.h"
#include "tools/office/tables/header_rows.h"
#include "tools/office/tables/table_values.h"

namespace muster::tables {

namespace {

constexpr int searched_rows = 30;  // titles, dates and notes stand above a header, not a whole page

// Index of the column that `header` names; -1 when none.
int meaning_of(std::string_view header, std::span<const TableColumn> wanted) {
    const std::string key = header_key(header);
    if (key.empty()) return -1;
    for (std::size_t c = 0; c < wanted.size(); ++c)
        for (const std::string& name : wanted[c].names)
            if (header_key(name) == key) return static_cast<int>(c);
    return -1;
}

HeaderMatch match_row(const GridRow& row, std::span<const TableColumn> wanted) {
    HeaderMatch match{row, std::vector<int>(wanted.size(), 0), 0, {}};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const int meaning = meaning_of(row.cells[i], wanted);
        if (meaning < 0 || match.columns[static_cast<std::size_t>(meaning)] != 0) continue;
        match.columns[static_cast<std::size_t>(meaning)] = static_cast<int>(i) + 1;
        ++match.matched;
    }
    return match;
}

// Columns that every row of data fills.
std::vector<int> keys_of(const HeaderMatch& match, std::span<const TableColumn> wanted) {
    std::vector<int> keys;
    for (std::size_t c = 0; c < wanted.size(); ++c)
        if (wanted[c].required && match.columns[c] != 0) keys.push_back(match.columns[c]);
    return keys;
}

std::string names_of(const TableColumn& column) {
    return column.names.size() < 2 ? column.names.front() : column.names.front() + " / " + column.names.back();
}

// The header words of the row that no column has taken.
std::vector<std::string> unmatched(const HeaderMatch& match) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < match.row->cells.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        const bool taken = std::find(match.columns.begin(), match.columns.end(), number) != match.columns.end();
        if (!taken && !match.row->cells[i].empty()) words.push_back(match.row->cells[i]);
    }
    return words;
}

// The name over the columns of `range`, in the row above the parts.
const std::string& name_over(const TextGrid& grid, const GridRange& range) {
    return grid.row(range.first_row)->cell(range.first_column);
}

void tell_missing(const TextGrid& grid, const HeaderMatch& match, std::span<const TableColumn> wanted,
                  Findings& findings) {
    for (std::size_t c = 0; c < wanted.size(); ++c) {
        const bool is_split = std::any_of(match.split.begin(), match.split.end(), [&](const GridRange& range) {
            return meaning_of(name_over(grid, range), wanted) == static_cast<int>(c);
        });
        if (!wanted[c].required || match.columns[c] != 0 || is_split) continue;
        std::string nearest;
        for (const std::string& name : wanted[c].names) {
            nearest = floorplans::nearest_word(name, unmatched(match));
            if (!nearest.empty()) break;
        }
        findings.push_back({Severity::error,
                            "table.missing_column",
                            grid.place(match.row->row, 1),
                            grid.file,
                            match.row->line,
                            {{"column", names_of(wanted[c])}, {"nearest", nearest.empty() ? "—" : nearest}}});
    }
}

// A name that is asked for, over parts of which none is the total: "人数" over 男, 女.
void tell_split(const TextGrid& grid, const HeaderMatch& match, std::span<const TableColumn> wanted,
                Findings& findings) {
    for (const GridRange& range : match.split) {
        const std::string& name = name_over(grid, range);
        if (meaning_of(name, wanted) < 0) continue;
        findings.push_back({Severity::error,
                            "table.split_header",
                            grid.place(range),
                            grid.file,
                            grid.row(range.first_row)->line,
                            {{"column", name}}});
    }
}

// Whether the rows below say other things there than in the column that is read.
bool says_otherwise(const TextGrid& grid, const HeaderMatch& match, int column, int read) {
    return std::any_of(grid.rows.begin(), grid.rows.end(), [&](const GridRow& row) {
        const std::string here = folded(row.cell(column));
        return row.row > match.row->row && !here.empty() && here != folded(row.cell(read));
    });
}

std::string nearest_name(const std::string& header, std::span<const TableColumn> wanted) {
    std::vector<std::string> names;
    for (const TableColumn& column : wanted) names.insert(names.end(), column.names.begin(), column.names.end());
    const std::string nearest = floorplans::nearest_word(header, names);
    return nearest.empty() ? "—" : nearest;
}

}  // namespace

bool HeaderMatch::complete(std::span<const TableColumn> wanted) const {
    for (std::size_t c = 0; c < wanted.size(); ++c)
        if (wanted[c].required && columns[c] == 0) return false;
    return true;
}

bool promises_personal_data(std::string_view header) {
    constexpr std::array<std::string_view, 26> parts = {
        "姓名",    "学号",      "身份证", "学籍",      "名字",      "班主任",      "家长",     "监护人",   "出生",
        "手机",    "电话",      "住址",   "pupilname", "childname", "studentname", "idcard",   "idnumber", "studentid",
        "pupilid", "studentno", "birth",  "guardian",  "surname",   "firstname",   "lastname", "fullname"};
    constexpr std::array<std::string_view, 5> whole = {"name", "names", "id", "phone", "学生"};
    const std::string key = header_key(header);
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view p) { return key.find(p) != key.npos; }) ||
           std::find(whole.begin(), whole.end(), key) != whole.end();
}

std::string header_key(std::string_view header) {
    std::string text = folded(header);
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"(", ")"}, {"[", "]"}, {"【", "】"}}) {
        for (std::size_t from; (from = text.find(open, 1)) != text.npos;) {  // one at the start is a name: "(1)班"
            const auto to = text.find(close, from);
            if (to == text.npos) break;
            text.erase(from, to + close.size() - from);
        }
    }
    std::string key;
    for (std::string_view rest = text; !rest.empty();) {
        if (std::string_view("*:._-/'\"").find(rest.front()) != std::string_view::npos) {
            rest.remove_prefix(1);
        } else if (rest.starts_with("、") || rest.starts_with("。")) {
            rest.remove_prefix(3);
        } else {
            key += rest.front();
            rest.remove_prefix(1);
        }
    }
    return key;
}

HeaderMatch match_header(const TextGrid& grid, std::span<const TableColumn> wanted) {
    HeaderMatch best{std::nullopt, std::vector<int>(wanted.size(), 0), 0, {}};
    for (std::size_t i = 0; i < grid.rows.size() && i < searched_rows; ++i) {
        HeaderMatch match = match_row(grid.rows[i], wanted);
        if (match.matched == 0) continue;
        if (i + 1 < grid.rows.size()) {
            if (auto two = two_header_rows(grid, grid.rows[i], grid.rows[i + 1], keys_of(match, wanted))) {
                match = match_row(two->row, wanted);
                match.split = std::move(two->split);
            }
        }
        if (match.matched > best.matched) best = std::move(match);
    }
    return best;
}

void tell_about_header(const TextGrid& grid, const HeaderMatch& match, const TableRequest& request,
                       Findings& findings) {
    tell_split(grid, match, request.columns, findings);
    tell_missing(grid, match, request.columns, findings);
    for (std::size_t i = 0; i < match.row->cells.size(); ++i) {
        const std::string& header = match.row->cells[i];
        const int number = static_cast<int>(i) + 1;
        if (header.empty() || std::find(match.columns.begin(), match.columns.end(), number) != match.columns.end())
            continue;
        const auto tell = [&](Severity severity, std::string code, std::string other) {
            findings.push_back({severity,
                                std::move(code),
                                grid.place(match.row->row, number),
                                grid.file,
                                match.row->line,
                                {{"header", header}, {"other", std::move(other)}}});
        };
        const int meaning = meaning_of(header, request.columns);
        if (meaning >= 0) {
            const int first = match.columns[static_cast<std::size_t>(meaning)];
            const bool differ = says_otherwise(grid, match, number, first);
            tell(differ ? Severity::error : Severity::warning,
                 differ ? "table.two_columns_differ" : "table.two_columns", grid.place(match.row->row, first));
        } else if (promises_personal_data(header)) {
            tell(Severity::warning, "table.personal_column", "");
        } else if (request.tell_unused) {
            tell(Severity::note, "table.unused_column", nearest_name(header, request.columns));
        }
    }
}

}  // namespace muster::tables
