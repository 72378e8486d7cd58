// SPDX-License-Identifier: Apache-2.0
#include "render/document/document.h"

#include <cmath>

#include "render/text/names.h"

namespace muster::document {

Cell Cell::of(std::optional<double> value, int decimals) {
    Cell cell;
    if (value && std::isfinite(*value)) cell.number = value;
    cell.decimals = decimals;
    return cell;
}

Cell Cell::named(std::string words, int span) {
    Cell cell(std::move(words));
    cell.span = span;
    cell.label = true;
    return cell;
}

Cell Cell::blank(int span) {
    Cell cell;
    cell.span = span;
    cell.to_fill = true;
    return cell;
}

Cell Cell::wide(std::string words, int span) {
    Cell cell(std::move(words));
    cell.span = span;
    return cell;
}

namespace {

void add_tables(const std::vector<DocumentBlock>& blocks, std::vector<const Table*>& tables) {
    for (const DocumentBlock& block : blocks) {
        if (const auto* table = std::get_if<Table>(&block)) tables.push_back(table);
        if (const auto* row = std::get_if<SideBySide>(&block))
            for (const SideBySide::Side& side : row->sides) add_tables(side.blocks, tables);
    }
}

}  // namespace

std::vector<const Table*> tables_of(const Document& document) {
    std::vector<const Table*> tables;
    for (const Section& section : document.sections) add_tables(section.blocks, tables);
    return tables;
}

std::string fault_of(const Table& table) {
    if (table.columns.empty()) return table.key + ": no columns";
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        int covered = 0;
        for (const Cell& cell : table.rows[r]) covered += cell.span;
        if (covered != static_cast<int>(table.columns.size()))
            return table.key + ": row " + std::to_string(r + 1) + " covers " + std::to_string(covered) + " of " +
                   std::to_string(table.columns.size()) + " columns";
    }
    return {};
}

bool is_to_fill(const Column& column, const Cell& cell) {
    return cell.empty() && (cell.to_fill || column.by == FilledBy::human);
}

std::string printed(const Cell& cell) {
    return cell.number ? text::fixed_text(*cell.number, cell.decimals) + cell.text : cell.text;
}

}  // namespace muster::document
