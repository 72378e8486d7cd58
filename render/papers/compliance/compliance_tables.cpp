// SPDX-License-Identifier: Apache-2.0
#include "render/papers/compliance/compliance_tables.h"

#include <map>
#include <tuple>

#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

document::CsvRow headings(const text::ComplianceText& text, std::initializer_list<const char*> columns) {
    document::CsvRow row;
    for (const char* column : columns) row.push_back(text.say(std::string("compliance.column.") + column));
    return row;
}

std::string persons_text(const planning::ComplianceLine& line) {
    return line.persons > 0 ? std::to_string(line.persons) : std::string();
}

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

document::CsvRow full_row(const text::ComplianceText& text, const planning::ComplianceLine& line) {
    return {text.verdict(line),
            line.pack_key,
            line.rule_id,
            line.clause,
            text::in_language(text.rule(line).text, text.lang),
            text.say(line.mandatory ? "compliance.mandatory" : "compliance.recommended"),
            text.where(line),
            text.key(line),
            text.measure(line),
            plain(line, line.required),
            line.major_below ? text::number_text(*line.major_below, 3) : std::string(),
            plain(line, line.actual),
            unit_text(line),
            text.ratio(line),
            persons_text(line),
            text.people(line),
            line.per_100 > 0.0 ? text::fixed_text(line.per_100, 2) : std::string(),
            text.reading(line),
            proposed_text(text, line),
            std::to_string(line.things),
            text.checked(line),
            text.source(line),
            text.note(line)};
}

}  // namespace

std::vector<document::CsvRow> storey_rows(const text::ComplianceText& text) {
    std::vector<document::CsvRow> rows{headings(text, {"storey", "item", "code", "persons", "per_100", "reading",
                                                       "required", "major", "actual", "ratio", "verdict", "note"})};
    for (const planning::ComplianceLine* line : text::storey_widths(text.result, false)) {
        rows.push_back({text.where(*line), text.measure(*line), text.clause(*line), persons_text(*line),
                        text::fixed_text(line->per_100, 2), text.reading(*line),
                        text::fixed_text(line->required, 2) + " m" + mark_of(*line), text.major_line(*line),
                        text::fixed_text(line->actual, 2) + " m", text.ratio(*line),
                        text.verdict(*line) + (line->proposed ? " " + text.say("compliance.proposed") : ""),
                        text.note(*line)});
    }
    return rows;
}

std::vector<document::CsvRow> panel_rows(const text::ComplianceText& text) {
    document::CsvRow heading = headings(text, {"storey", "item", "persons", "actual"});
    std::vector<std::string> codes;
    for (const planning::RulePack& pack : text.packs)
        if (pack.comparison) {
            codes.push_back(pack.key);
            heading.push_back(text::in_language(pack.short_name, text.lang) + " ※");
        }
    std::vector<document::CsvRow> rows{heading};
    std::map<std::tuple<std::string, planning::Measure>, std::size_t> row_of;
    for (const planning::ComplianceLine* line : text::storey_widths(text.result, true)) {
        const auto place = std::tuple(text.where(*line), line->measure);
        if (!row_of.contains(place)) {
            row_of[place] = rows.size();
            rows.push_back({text.where(*line), text.measure(*line), persons_text(*line),
                            text::fixed_text(line->actual, 2) + " m"});
            rows.back().resize(4 + codes.size(), "–");
        }
        const auto column =
            static_cast<std::size_t>(std::find(codes.begin(), codes.end(), line->pack_key) - codes.begin());
        const double mm = line->persons > 0 ? 1000.0 * line->required / line->persons : 0.0;
        rows[row_of[place]][4 + column] =
            text::fixed_text(line->required, 2) + " m (" + text::number_text(mm, 1) + " mm/p) " + text.ratio(*line);
    }
    return rows;
}

std::vector<document::CsvRow> line_rows(const text::ComplianceText& text,
                                        const std::vector<const planning::ComplianceLine*>& lines) {
    std::vector<document::CsvRow> rows{
        headings(text, {"verdict", "where", "item", "required", "actual", "code", "note"})};
    for (const planning::ComplianceLine* line : lines) {
        rows.push_back({text.verdict(*line), text.where(*line), text.measure(*line),
                        text.required(*line) + mark_of(*line), text.actual(*line), text.clause(*line),
                        text.note(*line)});
    }
    return rows;
}

std::string compliance_csv(const text::ComplianceText& text) {
    document::CsvRow heading = headings(text, {"verdict", "code", "rule"});
    const document::CsvRow rest =
        headings(text, {"asks", "level", "where", "key", "item", "required", "major", "actual", "unit", "ratio",
                        "persons", "people", "per_100", "reading", "proposed", "things", "checked", "source", "note"});
    heading.push_back(text.say("compliance.column.clause"));
    heading.insert(heading.end(), rest.begin(), rest.end());
    std::vector<document::CsvRow> rows{heading};
    for (const planning::ComplianceLine& line : text.result.lines) rows.push_back(full_row(text, line));
    return document::csv_text(rows);
}

}  // namespace muster::papers
