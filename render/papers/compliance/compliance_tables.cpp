// SPDX-License-Identifier: Apache-2.0
#include "render/papers/compliance/compliance_tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "render/document/csv_writer.h"
#include "render/document/named_columns.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

struct ComplianceRow {
    const text::ComplianceText& text;
    const planning::ComplianceLine& line;
};

using ComplianceColumn = document::NamedColumn<ComplianceRow>;
using document::Cell;
using document::ColumnLook;

std::string plain(const planning::ComplianceLine& line, double value) {
    return line.verdict == planning::ComplianceVerdict::not_judged ? std::string() : text::number_text(value, 3);
}

// Of a figure that nobody compared with the official text.
const char* mark_of(const planning::ComplianceLine& line) {
    return line.verified || line.verdict == planning::ComplianceVerdict::not_judged ? "" : " ※";
}

std::string unit_text(const planning::ComplianceLine& line) {
    switch (planning::unit_of(line.measure)) {
        case planning::MeasureUnit::metre:
            return "m";
        case planning::MeasureUnit::degree:
            return "°";
        case planning::MeasureUnit::square_metre:
            return "m²";
        case planning::MeasureUnit::none:
        case planning::MeasureUnit::count:
        case planning::MeasureUnit::storey:
            break;
    }
    return {};
}

std::string proposed_text(const text::ComplianceText& text, const planning::ComplianceLine& line) {
    if (line.comparison || line.verdict == planning::ComplianceVerdict::not_judged) return {};
    return text.say(line.proposed ? "compliance.proposed.yes" : "compliance.proposed.no");
}

// To the hundredth that is judged and printed.
double rounded(double ratio) { return std::round(100.0 * ratio) / 100.0; }

std::string width_figure(const planning::ComplianceLine& line, double value) {
    return text::fixed_text(value, 2) + " m" + mark_of(line);
}

using CellMaker = Cell (*)(const ComplianceRow&);
using OneLine = const ComplianceRow&;

constexpr ComplianceColumn word_column(std::string_view key, std::string_view heading, CellMaker cell,
                                       ColumnLook look = ColumnLook::prose) {
    return {.key = key, .heading = heading, .cell = cell, .look = look};
}

constexpr ComplianceColumn number_column(std::string_view key, std::string_view heading, CellMaker cell) {
    return {.key = key, .heading = heading, .cell = cell, .numbers = true};
}

// Every column there is; each table below names its own. "required_m" and the like are plain numbers for a spreadsheet.
constexpr ComplianceColumn all_columns[] = {
    word_column(
        "verdict", "compliance.column.verdict", [](OneLine r) { return Cell(r.text.verdict(r.line)); },
        ColumnLook::line),
    word_column("verdict_proposed", "compliance.column.verdict",
                [](OneLine r) {
                    return Cell(r.text.verdict(r.line) +
                                (r.line.proposed ? " " + r.text.say("compliance.proposed") : ""));
                }),
    word_column("pack", "compliance.column.code", [](OneLine r) { return Cell(r.line.pack_key); }),
    word_column(
        "rule", "compliance.column.rule", [](OneLine r) { return Cell(r.line.rule_id); }, ColumnLook::line),
    word_column("clause", "compliance.column.clause", [](OneLine r) { return Cell(r.line.clause); }),
    word_column(
        "code", "compliance.column.code", [](OneLine r) { return Cell(r.text.clause(r.line)); }, ColumnLook::line),
    word_column("asks", "compliance.column.asks",
                [](OneLine r) { return Cell(text::in_language(r.text.rule(r.line).text, r.text.lang)); }),
    word_column("level", "compliance.column.level",
                [](OneLine r) {
                    return Cell(r.text.say(r.line.mandatory ? "compliance.mandatory" : "compliance.recommended"));
                }),
    word_column("storey", "compliance.column.storey", [](OneLine r) { return Cell(r.text.where(r.line)); }),
    word_column("where", "compliance.column.where", [](OneLine r) { return Cell(r.text.where(r.line)); }),
    word_column("key", "compliance.column.key", [](OneLine r) { return Cell(r.text.key(r.line)); }),
    word_column("item", "compliance.column.item", [](OneLine r) { return Cell(r.text.measure(r.line)); }),
    number_column("persons", "compliance.column.persons",
                  [](OneLine r) { return r.line.persons > 0 ? Cell::of(r.line.persons) : Cell(); }),
    number_column("per_100", "compliance.column.per_100",
                  [](OneLine r) { return r.line.per_100 > 0.0 ? Cell::of(r.line.per_100, 2) : Cell(); }),
    word_column(
        "reading", "compliance.column.reading", [](OneLine r) { return Cell(r.text.reading(r.line)); },
        ColumnLook::line),
    number_column("required_width", "compliance.column.required",
                  [](OneLine r) { return Cell(width_figure(r.line, r.line.required)); }),
    number_column("required", "compliance.column.required",
                  [](OneLine r) { return Cell(r.text.required(r.line) + mark_of(r.line)); }),
    number_column("required_m", "compliance.column.required",
                  [](OneLine r) { return Cell(plain(r.line, r.line.required)); }),
    number_column("major", "compliance.column.major", [](OneLine r) { return Cell(r.text.major_line(r.line)); }),
    number_column(
        "major_m", "compliance.column.major",
        [](OneLine r) { return Cell(r.line.major_below ? text::number_text(*r.line.major_below, 3) : std::string()); }),
    number_column("actual_width", "compliance.column.actual",
                  [](OneLine r) { return Cell(text::fixed_text(r.line.actual, 2) + " m"); }),
    number_column("actual", "compliance.column.actual", [](OneLine r) { return Cell(r.text.actual(r.line)); }),
    number_column("actual_m", "compliance.column.actual", [](OneLine r) { return Cell(plain(r.line, r.line.actual)); }),
    word_column("unit", "compliance.column.unit", [](OneLine r) { return Cell(unit_text(r.line)); }),
    number_column("ratio", "compliance.column.ratio",
                  [](OneLine r) { return r.text.ratio(r.line).empty() ? Cell() : Cell::of(rounded(r.line.ratio), 2); }),
    word_column("people", "compliance.column.people", [](OneLine r) { return Cell(r.text.people(r.line)); }),
    word_column("proposed", "compliance.column.proposed",
                [](OneLine r) { return Cell(proposed_text(r.text, r.line)); }),
    number_column("things", "compliance.column.things",
                  [](OneLine r) { return Cell::of(static_cast<double>(r.line.things)); }),
    word_column("checked", "compliance.column.checked", [](OneLine r) { return Cell(r.text.checked(r.line)); }),
    word_column(
        "source", "compliance.column.source", [](OneLine r) { return Cell(r.text.source(r.line)); },
        ColumnLook::remark),
    number_column("verified", "compliance.column.checked",
                  [](OneLine r) { return Cell(r.text.rule(r.line).verified ? "✓" : "※"); }),
    word_column("note", "compliance.column.note", [](OneLine r) { return Cell(r.text.note(r.line)); })};

template <std::size_t N>
std::vector<ComplianceColumn> columns_named(const std::string_view (&keys)[N]) {
    return document::chosen(std::span<const ComplianceColumn>(all_columns), std::span<const std::string_view>(keys));
}

document::Table table_with(const char* key, const std::vector<ComplianceColumn>& columns,
                           const text::ComplianceText& text) {
    document::Table table;
    table.key = key;
    document::set_columns(table, columns, text::Catalogue(text.lang));
    return table;
}

document::Table table_of(const char* key, const std::vector<ComplianceColumn>& columns,
                         const text::ComplianceText& text, const std::vector<const planning::ComplianceLine*>& lines) {
    document::Table table = table_with(key, columns, text);
    for (const planning::ComplianceLine* line : lines) document::add_row(table, columns, ComplianceRow{text, *line});
    return table;
}

}  // namespace

document::Table storey_table(const text::ComplianceText& text) {
    static constexpr std::string_view shown[] = {
        "storey",         "item",  "code",         "persons", "per_100",          "reading",
        "required_width", "major", "actual_width", "ratio",   "verdict_proposed", "note"};
    document::Table table = table_of("storeys", columns_named(shown), text, text::storey_widths(text.result, false));
    constexpr double words_mm = 21.0, storey_mm = 11.0;  // short words that would break within
    for (document::Column& column : table.columns) {
        if (column.key == "item" || column.key == "note") column.min_mm = words_mm;
        if (column.key == "storey") column.min_mm = storey_mm;
    }
    return table;
}

document::Table panel_table(const text::ComplianceText& text) {
    static constexpr std::string_view shown[] = {"where", "item", "persons", "actual_width"};
    const std::vector<ComplianceColumn> columns = columns_named(shown);
    document::Table table = table_with("panel", columns, text);
    table.columns.front().heading = text.say("compliance.column.storey");
    std::vector<std::string> codes;
    for (const planning::RulePack& pack : text.packs)
        if (pack.comparison) {
            codes.push_back(pack.key);
            table.columns.push_back(
                {.key = pack.key, .heading = text::in_language(pack.short_name, text.lang) + " ※", .numbers = true});
        }
    std::map<std::tuple<std::string, planning::Measure>, std::size_t> row_of;
    for (const planning::ComplianceLine* line : text::storey_widths(text.result, true)) {
        const auto place = std::tuple(text.where(*line), line->measure);
        if (!row_of.contains(place)) {
            row_of[place] = table.rows.size();
            document::add_row(table, columns, ComplianceRow{text, *line});
            table.rows.back().resize(columns.size() + codes.size(), "–");
        }
        const auto column =
            static_cast<std::size_t>(std::find(codes.begin(), codes.end(), line->pack_key) - codes.begin());
        const double mm = line->persons > 0 ? 1000.0 * line->required / line->persons : 0.0;
        table.rows[row_of[place]][columns.size() + column] =
            text::fixed_text(line->required, 2) + " m (" + text::number_text(mm, 1) + " mm/p) " + text.ratio(*line);
    }
    return table;
}

document::Table line_table(const text::ComplianceText& text,
                           const std::vector<const planning::ComplianceLine*>& lines) {
    static constexpr std::string_view shown[] = {"verdict", "where", "item", "required", "actual", "code", "note"};
    return table_of("lines", columns_named(shown), text, lines);
}

document::Table rule_table(const text::ComplianceText& text) {
    static constexpr std::string_view shown[] = {"rule", "code", "asks", "source", "verified"};
    const std::vector<ComplianceColumn> columns = columns_named(shown);
    document::Table table = table_with("rules", columns, text);
    for (std::size_t p = 0; p < text.packs.size(); ++p) {
        for (std::size_t r = 0; r < text.packs[p].rules.size(); ++r) {
            planning::ComplianceLine line;
            line.pack = p;
            line.rule = r;
            line.rule_id = text.packs[p].rules[r].id;
            line.clause = text.packs[p].rules[r].clause;
            document::add_row(table, columns, ComplianceRow{text, line});
        }
    }
    return table;
}

std::string compliance_csv(const text::ComplianceText& text) {
    static constexpr std::string_view shown[] = {"verdict",  "pack",   "rule",    "clause",     "asks",    "level",
                                                 "where",    "key",    "item",    "required_m", "major_m", "actual_m",
                                                 "unit",     "ratio",  "persons", "people",     "per_100", "reading",
                                                 "proposed", "things", "checked", "source",     "note"};
    std::vector<const planning::ComplianceLine*> lines;
    for (const planning::ComplianceLine& line : text.result.lines) lines.push_back(&line);
    return document::table_csv(table_of("compliance", columns_named(shown), text, lines));
}

}  // namespace muster::papers
