// SPDX-License-Identifier: Apache-2.0
// F16: where it gets stuck, with numbers as numbers.
#include "render/papers/run_report/f16.h"

#include <algorithm>
#include <set>

#include "render/papers/forms/parts.h"
#include "render/papers/run_report/derived.h"
#include "render/text/compliance_words.h"
#include "render/text/names.h"
#include "render/text/places.h"
#include "sim/planning/required_width.h"

namespace muster::papers {

namespace {

constexpr std::size_t max_rows = 30;
constexpr double min_waiting_s = 1.0;  // person-seconds lost, under which a place is no bottleneck

std::vector<document::Column> bottleneck_columns(const FormSheet& sheet) {
    using enum document::FilledBy;
    const document::FilledBy code = sheet.input.compliance == nullptr ? human : simulator;
    return {column(sheet, "f16.rank", 2.2, simulator, true),
            column(sheet, "f16.form_place", 7.0),
            column(sheet, "f16.kind", 3.4),
            column(sheet, "f16.width", 2.8, plan, true),
            column(sheet, "f16.needed_width", 3.0, code, true),
            column(sheet, "f16.ratio", 2.6, code, true),
            column(sheet, "f16.persons", 2.8, simulator, true),
            column(sheet, "f16.peak_density", 3.4, simulator, true),
            column(sheet, "f16.peak_time", 3.0, simulator, true),
            column(sheet, "f16.congested", 4.0, simulator, true),
            column(sheet, "f16.queue", 3.2, simulator, true),
            column(sheet, "f16.form_mean_flow", 3.2, simulator, true),
            column(sheet, "f16.form_peak_flow", 3.2, simulator, true),
            column(sheet, "f16.classes", 7.5),
            column(sheet, "f16.form_lost", 3.8, simulator, true),
            column(sheet, "f16.interval", 4.0),
            column(sheet, "f16.judgement", 3.4, code),
            column(sheet, "f16.advice", 5.0, human),
            column(sheet, "f16.after", 3.4, human)};
}

// Required width, ratio and judgement: a person's to fill where nothing was held against the codes.
struct CodeCells {
    document::Cell needed, ratio, judgement;
};

CodeCells code_cells(const FormSheet& sheet, const analysis::Bottleneck& b) {
    if (sheet.input.compliance == nullptr) return {};
    const auto line = planning::required_width(sheet.building(), *sheet.input.compliance, b.opening, b.space);
    if (!line) return {"–", "–", "–"};
    const text::ComplianceText text{sheet.building(), *sheet.input.packs, *sheet.input.compliance, sheet.lang()};
    CodeCells cells{document::Cell::of(line->required, 2), document::Cell::of(line->ratio, 2), text.verdict(*line)};
    if (planning::is_total(*line)) cells.needed.text = "*";
    return cells;
}

document::Row row_of(const FormSheet& sheet, std::size_t index, double signal) {
    const analysis::Bottleneck& b = sheet.input.run->ensemble->bottlenecks[index];
    const Level& level = sheet.building().level(level_of_place(sheet.building(), b));
    const std::string interval = loss_range(*sheet.input.run, index);
    const CodeCells code = code_cells(sheet, b);
    return {document::Cell::of(static_cast<double>(index + 1)),
            sheet.name(level.name) + " " + text::name_of_place(sheet.building(), b, sheet.lang()),
            std::string(text::name_of(b.kind, sheet.lang())),
            document::Cell::of(b.clear_width_m, 2),
            code.needed,
            code.ratio,
            document::Cell::of(b.persons),
            document::Cell::of(b.peak_density, 1),
            document::Cell::of(b.peak_time_s - signal),
            document::Cell::of(b.congestion_s),
            document::Cell::of(b.longest_queue),
            document::Cell::of(b.mean_flow, 2),
            document::Cell::of(b.peak_flow, 1),
            names_of(sheet, b.groups, 3),
            document::Cell::of(b.delay_person_s),
            interval.empty() ? document::Cell("–") : document::Cell(interval),
            code.judgement,
            document::Cell(),
            document::Cell()};
}

// The first by time lost; and, wherever they rank, the densest place and the one crowded longest.
std::set<std::size_t> shown(const std::vector<analysis::Bottleneck>& places) {
    std::set<std::size_t> indices;
    for (std::size_t i = 0; i < std::min(max_rows, places.size()); ++i)
        if (places[i].delay_person_s >= min_waiting_s) indices.insert(i);
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
    for (std::size_t i = 0; i < count_worth_showing(all, most); ++i) {
        const analysis::Bottleneck& b = all.bottlenecks[i];
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

document::Document form_f16(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::bottlenecks, true);
    const analysis::Ensemble& all = *sheet.input.run->ensemble;
    document::Table table;
    table.key = "F16";
    table.title = sheet.say("f16.title");
    table.columns = bottleneck_columns(sheet);
    const double signal = signal_s(*sheet.input.run);
    for (const std::size_t i : shown(all.bottlenecks)) table.rows.push_back(row_of(sheet, i, signal));
    if (table.rows.empty()) table.rows.push_back({document::Cell::wide(sheet.say("report.no_bottleneck"), 19)});
    table.notes = {sheet.say("f16.note"),
                   sheet.say(sheet.input.compliance == nullptr ? "f16.code_note_open" : "f16.code_note"),
                   source_note(sheet)};
    document.sections.front().blocks = {std::move(table)};
    return document;
}

}  // namespace muster::papers
