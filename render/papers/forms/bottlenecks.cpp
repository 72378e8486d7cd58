// SPDX-License-Identifier: Apache-2.0
// F16: where it gets stuck, with numbers as numbers.
#include <algorithm>
#include <set>

#include "render/papers/forms/parts.h"
#include "render/papers/run_report/bottleneck_columns.h"
#include "render/text/compliance_words.h"
#include "render/text/held_words.h"
#include "render/text/names.h"
#include "render/text/places.h"
#include "sim/planning/required_width.h"

namespace muster::papers {

namespace {

constexpr std::size_t max_places = 30;
constexpr double min_waiting_s = 1.0;  // person-seconds lost, under which a place is no bottleneck
// People walk freely and nobody queues: whatever time was lost there was lost in slowing down, and no guide could help.
constexpr double free_density = 1.0;  // persons/m2; our judgement
constexpr int free_queue = 10;        // persons slower than 0.3 m/s at one time; our judgement

bool is_free(const analysis::Bottleneck& b) { return b.peak_density < free_density && b.longest_queue < free_queue; }

constexpr std::string_view shown_columns[] = {
    "rank",      "place",   "held",         "held_why",  "kind",      "width",  "needed_width",
    "ratio",     "persons", "peak_density", "peak_time", "congested", "queue",  "mean_flow",
    "peak_flow", "classes", "form_lost",    "interval",  "judgement", "advice", "after"};
constexpr std::size_t groups_named = 3;

bool is_by_code(std::string_view key) { return key == "needed_width" || key == "ratio" || key == "judgement"; }

// Required width, ratio and judgement are a person's to fill where nothing was held against the codes; so is the rest
// of what is still to come.
std::vector<BottleneckColumn> form_columns(const FormSheet& sheet) {
    std::vector<BottleneckColumn> columns =
        document::chosen(bottleneck_columns(), std::span<const std::string_view>(shown_columns));
    leave_out_held(columns, *sheet.input.run->ensemble);
    for (BottleneckColumn& column : columns)
        if (column.by == document::FilledBy::later)
            column.by = is_by_code(column.key) && sheet.input.compliance != nullptr ? document::FilledBy::simulator
                                                                                    : document::FilledBy::human;
    return columns;
}

CodeCells code_cells(const FormSheet& sheet, const analysis::Bottleneck& b) {
    if (sheet.input.compliance == nullptr) return {};
    const auto line = planning::required_width(sheet.building(), *sheet.input.compliance, b.opening, b.space);
    if (!line) return {"–", "–", "–"};
    const text::ComplianceText text{sheet.building(), *sheet.input.packs, *sheet.input.compliance, sheet.lang()};
    CodeCells cells{document::Cell::of(line->required, 2), document::Cell::of(line->ratio, 2), text.verdict(*line)};
    if (planning::is_total(*line)) cells.needed.text = "*";
    return cells;
}

document::Table bottleneck_table(const FormSheet& sheet, const std::set<std::size_t>& indices) {
    const std::vector<BottleneckColumn> columns = form_columns(sheet);
    document::Table table;
    table.key = "F16";
    table.title = sheet.say("f16.title");
    document::set_columns(table, columns, sheet.words);
    const ReportInput& run = *sheet.input.run;
    for (const std::size_t i : indices) {
        document::add_row(
            table, columns,
            BottleneckRow{run, i, sheet.words, groups_named, code_cells(sheet, run.ensemble->bottlenecks[i])});
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (document::Cell& cell = table.rows.back()[c]; columns[c].key == "interval" && cell.empty()) cell = "–";
    }
    return table;
}

// The first by time lost; and, wherever they rank, the densest place and the one crowded longest.
std::set<std::size_t> shown(const std::vector<analysis::Bottleneck>& places) {
    std::set<std::size_t> indices;
    for (std::size_t i = 0; i < std::min(max_places, places.size()); ++i)
        if (places[i].held.persons() > 0 || (places[i].delay_person_s >= min_waiting_s && !is_free(places[i])))
            indices.insert(i);
    for (double analysis::Bottleneck::*figure :
         {&analysis::Bottleneck::peak_density, &analysis::Bottleneck::congestion_s}) {
        const auto most = std::max_element(
            places.begin(), places.end(),
            [&](const analysis::Bottleneck& a, const analysis::Bottleneck& b) { return a.*figure < b.*figure; });
        if (most != places.end() && (*most).*figure > 0.0)
            indices.insert(static_cast<std::size_t>(most - places.begin()));
    }
    return indices;
}

}  // namespace

std::vector<std::string> worst_places(const FormSheet& sheet, std::size_t most) {
    std::vector<std::string> places;
    const analysis::Ensemble& all = *sheet.input.run->ensemble;
    for (std::size_t i = 0; i < count_worth_showing(all, all.bottlenecks.size()) && places.size() < most; ++i) {
        const analysis::Bottleneck& b = all.bottlenecks[i];
        if (b.held.persons() > 0) {
            places.push_back(
                sheet.say("f16.held_sentence",
                          {{"place", text::name_of_place(sheet.building(), b, sheet.lang())},
                           {"level", sheet.name(sheet.building().level(level_of_place(sheet.building(), b)).name)},
                           {"kind", std::string(text::name_of(b.kind, sheet.lang()))},
                           {"count", std::to_string(b.held.persons())},
                           {"reasons", text::held_reasons(b.held, sheet.lang())}}));
            continue;
        }
        if (is_free(b)) continue;
        places.push_back(sheet.say(
            "f16.sentence", {{"place", text::name_of_place(sheet.building(), b, sheet.lang())},
                             {"level", sheet.name(sheet.building().level(level_of_place(sheet.building(), b)).name)},
                             {"kind", std::string(text::name_of(b.kind, sheet.lang()))},
                             {"width", text::fixed_text(b.clear_width_m, 2)},
                             {"persons", std::to_string(b.persons)},
                             {"density", text::fixed_text(b.peak_density, 1)},
                             {"seconds", text::number_text(b.congestion_s, 0)},
                             {"queue", std::to_string(b.longest_queue)},
                             {"lost", text::number_text(b.delay_person_s, 0)}}));
    }
    return places;
}

document::Document bottlenecks_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::bottlenecks, true);
    document::Table table = bottleneck_table(sheet, shown(sheet.input.run->ensemble->bottlenecks));
    if (table.rows.empty())
        table.rows.push_back(
            {document::Cell::wide(sheet.say("report.no_bottleneck"), static_cast<int>(table.columns.size()))});
    table.notes = {sheet.say("f16.note"),
                   sheet.say(sheet.input.compliance == nullptr ? "f16.code_note_open" : "f16.code_note"),
                   source_note(sheet)};
    document.sections.front().blocks = {std::move(table)};
    return document;
}

}  // namespace muster::papers
