// SPDX-License-Identifier: Apache-2.0
// Whom guides found, who was left inside, and when a rescue team could bring them out.
#include <algorithm>
#include <utility>

#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_page.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

int left_in(const analysis::RunAnalysis& run) {
    int sum = 0;
    for (const analysis::RescuedRoom& room : run.rescue) sum += room.led + room.carried;
    return sum;
}

int found_in(const analysis::RunAnalysis& run) {
    int sum = 0;
    if (run.search)
        for (const analysis::FoundRoom& room : run.search->found) sum += room.people;
    return sum;
}

void add_found(ReportPage& page, const analysis::RunAnalysis& run) {
    page.note("search.note", {{"seed", std::to_string(run.seed)},
                              {"rooms", std::to_string(run.search->rooms_searched)},
                              {"count", std::to_string(found_in(run))}});
    if (run.search->found.empty()) return;
    document::Table table;
    table.key = "found";
    table.columns = {page.column("smoke.space"), page.numbers("search.people"), page.numbers("search.first"),
                     page.numbers("search.last")};
    for (const analysis::FoundRoom& room : run.search->found)
        table.rows.push_back({text::name_of_space(page.input.world->building, room.space, page.lang()),
                              std::to_string(room.people), text::number_text(room.first_s, 0),
                              text::number_text(room.last_s, 0)});
    page.add(std::move(table));
}

std::string found_by_guide(const analysis::RunAnalysis& run, SpaceId space) {
    if (run.search)
        for (const analysis::FoundRoom& room : run.search->found)
            if (room.space == space) return text::number_text(room.first_s, 0);
    return "–";
}

void add_left(ReportPage& page, const analysis::RunAnalysis& worst) {
    const Rescue& rescue = page.input.world->scenario.rescue;
    page.note("rescue.note", {{"seed", std::to_string(worst.seed)},
                              {"arrives", text::number_text(rescue.arrives_s, 0)},
                              {"teams", std::to_string(rescue.teams)},
                              {"count", std::to_string(left_in(worst))}});
    document::Table table;
    table.key = "rescue";
    table.columns = {page.column("smoke.space"),      page.numbers("rescue.led"),   page.numbers("rescue.carried"),
                     page.numbers("search.by_guide"), page.numbers("rescue.found"), page.numbers("rescue.out")};
    for (const analysis::RescuedRoom& room : worst.rescue)
        table.rows.push_back({text::name_of_space(page.input.world->building, room.space, page.lang()),
                              std::to_string(room.led), std::to_string(room.carried), found_by_guide(worst, room.space),
                              seconds_text(room.found_s), seconds_text(room.out_s)});
    page.add(std::move(table));
}

}  // namespace

void add_rescue(ReportPage& page) {
    const auto& runs = page.input.ensemble->runs;
    const auto worst =
        std::max_element(runs.begin(), runs.end(), [](const analysis::RunAnalysis& a, const analysis::RunAnalysis& b) {
            return std::pair(left_in(a), found_in(a)) < std::pair(left_in(b), found_in(b));
        });
    if (worst == runs.end() || (worst->rescue.empty() && !worst->search)) return;
    page.heading("report.rescue");
    if (worst->search) add_found(page, *worst);
    if (!worst->rescue.empty()) add_left(page, *worst);
}

}  // namespace muster::papers
