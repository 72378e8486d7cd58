// SPDX-License-Identifier: Apache-2.0
// How it went: per class, per event, per seed.
#include <algorithm>

#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/f16.h"
#include "render/papers/run_report/report_page.h"
#include "render/papers/run_report/timeline.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

std::vector<document::HtmlCell> class_cells(std::vector<std::string> texts) {
    std::vector<document::HtmlCell> cells;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool number = i == 0 || i == 4 || i >= 9;
        cells.push_back({texts[i].empty() && i >= 5 ? "–" : std::move(texts[i]), number ? "num" : ""});
    }
    return cells;
}

std::vector<std::string> class_header(const ReportPage& page) {
    std::vector<std::string> texts;
    for (const char* id : {"class.number", "class.level", "class.name", "class.room", "class.persons", "class.door",
                           "class.stair", "class.exit", "class.spot", "class.out_of_room", "class.out_of_building",
                           "class.at_assembly", "class.counted"})
        texts.push_back(page.say(id));
    return texts;
}

std::string optional_seconds(const std::optional<double>& clock, double signal) {
    return clock ? text::fixed_text(*clock - signal, 1) : "–";
}

void write_run_row(ReportPage& page, std::size_t index) {
    const analysis::RunAnalysis& run = page.input.ensemble->runs[index];
    const RunFacts facts = index < page.input.runs.size() ? page.input.runs[index] : RunFacts{};
    const double signal = signal_s(*page.input.world, run);
    const bool known = facts.wall_s > 0.0;
    page.html.row({{std::to_string(run.seed), "num"},
                   {optional_seconds(run.clocks.last_out_of_room, signal), "num"},
                   {optional_seconds(run.clocks.last_out_of_building, signal), "num"},
                   {optional_seconds(run.clocks.last_at_assembly, signal), "num"},
                   {optional_seconds(run.clocks.roll_call_done, signal), "num"},
                   {std::to_string(run.people.evacuated), "num"},
                   {std::to_string(left_inside(run.people)), "num"},
                   {std::to_string(run.falls), "num"},
                   {std::to_string(run.replaced), "num"},
                   {text::number_text(run.exposure_person_s, 0), "num"},
                   {known ? text::number_text(facts.simulated_s / facts.wall_s, 0) + "×" : "–", "num"},
                   {facts.fingerprint, "key nowrap"}});
}

std::vector<document::HtmlCell> run_header(const ReportPage& page) {
    std::vector<document::HtmlCell> header;
    for (const char* id : {"run.seed", "run.out_of_room", "run.out_of_building", "run.at_assembly", "run.counted",
                           "run.evacuated", "run.inside", "run.falls", "run.replaced", "run.critical", "run.speed"})
        header.push_back({page.say(id), "num"});
    header.push_back({page.say("run.fingerprint"), ""});
    return header;
}

}  // namespace

void write_classes(ReportPage& page) {
    if (page.input.trace == nullptr) return;
    page.html.open("section", "wide");
    page.heading("report.classes");
    page.paragraph("report.classes_note", {{"seed", std::to_string(page.input.ensemble->runs.front().seed)}}, "note");
    page.html.open("table");
    page.html.header_row(class_cells(class_header(page)));
    for (const ClassTimes& times : class_times(*page.input.trace))
        page.html.row(class_cells(class_row(page.input, times, page.lang())));
    page.html.close("table").close("section");
}

void write_events(ReportPage& page) {
    if (page.input.trace == nullptr) return;
    page.heading("report.events");
    const analysis::RunAnalysis& first = page.input.ensemble->runs.front();
    page.paragraph("report.events_note", {{"seed", std::to_string(first.seed)}}, "note");
    page.html.open("table", "pairs");
    page.html.header_row({{page.say("event.time"), "num"}, {page.say("event.what"), ""}});
    const double signal = signal_s(*page.input.world, first);
    for (const TimelineRow& row : timeline(*page.input.trace, page.lang()))
        page.html.row({{text::fixed_text(row.time_s - signal, 1), "num"}, {row.text, ""}});
    page.html.close("table");
}

void write_runs(ReportPage& page) {
    page.heading("report.runs");
    page.paragraph("report.runs_note", {}, "note");
    const Account account = account_of(page.input);
    page.paragraph("report.account", {{"runs", std::to_string(page.input.ensemble->runs.size())},
                                      {"lost", std::to_string(account.lost_in_runs)},
                                      {"back", std::to_string(account.put_back)},
                                      {"inside", std::to_string(account.left_inside)}});
    if (page.input.ensemble->runs.size() > 1)
        page.paragraph(page.input.ensemble->runs.size() >= imo_runs ? "report.enough_runs" : "report.few_runs",
                       {{"runs", std::to_string(page.input.ensemble->runs.size())}}, "note");
    if (const auto& state = page.input.convergence)
        page.paragraph(state->converged ? "report.converged" : "report.not_converged",
                       {{"runs", std::to_string(page.input.ensemble->runs.size())},
                        {"change", text::number_text(100.0 * state->total_time, 2)},
                        {"row", std::to_string(analysis::ConvergenceLimits{}.in_a_row)}});
    page.html.open("table", "small");
    page.html.header_row(run_header(page));
    for (std::size_t i = 0; i < page.input.ensemble->runs.size(); ++i) write_run_row(page, i);
    page.html.close("table");
}

}  // namespace muster::papers
