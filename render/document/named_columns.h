// SPDX-License-Identifier: Apache-2.0
// Columns of a table defined once: name, heading, how a page sets it, and how its cell is made of what a row is about.
// Tables for a page, a workbook and a form then name the columns they show.
#pragma once

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "render/document/document.h"
#include "render/text/catalogue.h"

namespace muster::document {

template <class Subject>
struct NamedColumn {
    std::string_view key;      // stable; of Column::key
    std::string_view heading;  // id of its text
    Cell (*cell)(const Subject&);
    double width = 8.0;
    FilledBy by = FilledBy::simulator;
    bool numbers = false;
    ColumnLook look = ColumnLook::prose;
    double min_mm = 0.0;

    [[nodiscard]] Column column(const text::Catalogue& words) const {
        return {std::string(key), words.text(heading), width, by, numbers, false, look, min_mm};
    }
};

/// The columns of these names, in this order. Throws std::out_of_range for a name that is none.
template <class Subject>
std::vector<NamedColumn<Subject>> chosen(std::span<const NamedColumn<Subject>> all,
                                         std::span<const std::string_view> keys) {
    std::vector<NamedColumn<Subject>> columns;
    for (const std::string_view key : keys) {
        const auto at = std::find_if(all.begin(), all.end(), [&](const auto& column) { return column.key == key; });
        if (at == all.end()) throw std::out_of_range("no column " + std::string(key));
        columns.push_back(*at);
    }
    return columns;
}

template <class Subject>
void set_columns(Table& table, const std::vector<NamedColumn<Subject>>& columns, const text::Catalogue& words) {
    for (const NamedColumn<Subject>& column : columns) table.columns.push_back(column.column(words));
}

template <class Subject>
void add_row(Table& table, const std::vector<NamedColumn<Subject>>& columns, const Subject& subject) {
    Row& row = table.rows.emplace_back();
    for (const NamedColumn<Subject>& column : columns) row.push_back(column.cell(subject));
}

}  // namespace muster::document
