// SPDX-License-Identifier: Apache-2.0
// How it went: per class, per event, per seed.
#include "render/papers/run_report/class_table.h"
#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_page.h"
#include "render/papers/run_report/timeline.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

std::string optional_seconds(const std::optional<double>& clock, double signal) {
    return clock ? text::fixed_text(*clock - signal, 1) : "–";
}

document::Row run_row(const ReportPage& page, std::size_t index) {
    const analysis::RunAnalysis& run = page.input.ensemble->runs[index];
    const RunFacts facts = index < page.input.runs.size() ? page.input.runs[index] : RunFacts{};
    const double signal = signal_s(*page.input.world, run);
    const bool known = facts.wall_s > 0.0;
    return {std::to_string(run.seed),
            optional_seconds(run.clocks.last_out_of_room, signal),
            optional_seconds(run.clocks.last_out_of_building, signal),
            optional_seconds(run.clocks.last_at_assembly, signal),
            optional_seconds(run.clocks.roll_call_done, signal),
            std::to_string(run.people.evacuated),
            std::to_string(run.people.left_inside()),
            std::to_string(run.falls),
            std::to_string(run.replaced),
            text::number_text(run.exposure_person_s, 0),
            known ? text::number_text(facts.simulated_s / facts.wall_s, 0) + "×" : "–",
            facts.fingerprint};
}

document::Table runs_table(const ReportPage& page) {
    document::Table table;
    table.key = "runs";
    for (const char* id : {"run.seed", "run.out_of_room", "run.out_of_building", "run.at_assembly", "run.counted",
                           "run.evacuated", "run.inside", "run.falls", "run.replaced", "run.critical", "run.speed"})
        table.columns.push_back(page.numbers(id));
    table.columns.push_back(page.column("run.fingerprint", document::ColumnLook::code));
    table.columns.back().min_mm = 31.0;  // sixteen digits in one line
    for (std::size_t i = 0; i < page.input.ensemble->runs.size(); ++i) table.rows.push_back(run_row(page, i));
    return table;
}

}  // namespace

void add_classes(ReportPage& page) {
    if (page.input.trace == nullptr) return;
    page.turn(true);
    page.heading("report.classes");
    page.note("report.classes_note", {{"seed", std::to_string(page.input.ensemble->runs.front().seed)}});
    document::Table table = class_table(page.input, page.lang());
    for (document::Row& row : table.rows)
        for (document::Cell& cell : row)
            if (cell.empty()) cell = "–";
    page.add(std::move(table));
    page.turn(false);
}

void add_events(ReportPage& page) {
    if (page.input.trace == nullptr) return;
    page.heading("report.events");
    const analysis::RunAnalysis& first = page.input.ensemble->runs.front();
    page.note("report.events_note", {{"seed", std::to_string(first.seed)}});
    document::Table table;
    table.key = "events";
    table.columns = {page.numbers("event.time"), page.column("event.what")};
    table.columns.front().min_mm = 22.0;
    const double signal = signal_s(*page.input.world, first);
    for (const TimelineRow& row : timeline(*page.input.trace, page.lang()))
        table.rows.push_back({text::fixed_text(row.time_s - signal, 1), row.text});
    page.add(std::move(table));
}

void add_runs(ReportPage& page) {
    page.heading("report.runs");
    page.note("report.runs_note");
    const Account account = account_of(page.input);
    page.paragraph("report.account", {{"runs", std::to_string(page.input.ensemble->runs.size())},
                                      {"lost", std::to_string(account.lost_in_runs)},
                                      {"back", std::to_string(account.put_back)},
                                      {"inside", std::to_string(account.left_inside)}});
    if (page.input.ensemble->runs.size() > 1)
        page.paragraph(page.input.ensemble->runs.size() >= imo_runs ? "report.enough_runs" : "report.few_runs",
                       {{"runs", std::to_string(page.input.ensemble->runs.size())}}, document::Voice::note);
    if (const auto& state = page.input.convergence)
        page.paragraph(state->converged ? "report.converged" : "report.not_converged",
                       {{"runs", std::to_string(page.input.ensemble->runs.size())},
                        {"change", text::number_text(100.0 * state->total_time, 2)},
                        {"row", std::to_string(analysis::ConvergenceLimits{}.in_a_row)}});
    page.add(runs_table(page));
}

}  // namespace muster::papers
