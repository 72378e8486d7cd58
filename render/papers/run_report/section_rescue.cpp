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

void write_found(ReportPage& page, const analysis::RunAnalysis& run) {
    page.paragraph("search.note",
                   {{"seed", std::to_string(run.seed)},
                    {"rooms", std::to_string(run.search->rooms_searched)},
                    {"count", std::to_string(found_in(run))}},
                   "note");
    if (run.search->found.empty()) return;
    page.html.open("table");
    page.html.header_row({{page.say("smoke.space"), ""},
                          {page.say("search.people"), "num"},
                          {page.say("search.first"), "num"},
                          {page.say("search.last"), "num"}});
    for (const analysis::FoundRoom& room : run.search->found)
        page.html.row({{text::name_of_space(page.input.world->building, room.space, page.lang()), ""},
                       {std::to_string(room.people), "num"},
                       {text::number_text(room.first_s, 0), "num"},
                       {text::number_text(room.last_s, 0), "num"}});
    page.html.close("table");
}

std::string found_by_guide(const analysis::RunAnalysis& run, SpaceId space) {
    if (run.search)
        for (const analysis::FoundRoom& room : run.search->found)
            if (room.space == space) return text::number_text(room.first_s, 0);
    return "–";
}

void write_left(ReportPage& page, const analysis::RunAnalysis& worst) {
    const Rescue& rescue = page.input.world->scenario.rescue;
    page.paragraph("rescue.note",
                   {{"seed", std::to_string(worst.seed)},
                    {"arrives", text::number_text(rescue.arrives_s, 0)},
                    {"teams", std::to_string(rescue.teams)},
                    {"count", std::to_string(left_in(worst))}},
                   "note");
    page.html.open("table");
    page.html.header_row({{page.say("smoke.space"), ""},
                          {page.say("rescue.led"), "num"},
                          {page.say("rescue.carried"), "num"},
                          {page.say("search.by_guide"), "num"},
                          {page.say("rescue.found"), "num"},
                          {page.say("rescue.out"), "num"}});
    for (const analysis::RescuedRoom& room : worst.rescue)
        page.html.row({{text::name_of_space(page.input.world->building, room.space, page.lang()), ""},
                       {std::to_string(room.led), "num"},
                       {std::to_string(room.carried), "num"},
                       {found_by_guide(worst, room.space), "num"},
                       {seconds_text(room.found_s), "num"},
                       {seconds_text(room.out_s), "num"}});
    page.html.close("table");
}

}  // namespace

void write_rescue(ReportPage& page) {
    const auto& runs = page.input.ensemble->runs;
    const auto worst =
        std::max_element(runs.begin(), runs.end(), [](const analysis::RunAnalysis& a, const analysis::RunAnalysis& b) {
            return std::pair(left_in(a), found_in(a)) < std::pair(left_in(b), found_in(b));
        });
    if (worst == runs.end() || (worst->rescue.empty() && !worst->search)) return;
    page.html.open("section");
    page.heading("report.rescue");
    if (worst->search) write_found(page, *worst);
    if (!worst->rescue.empty()) write_left(page, *worst);
    page.html.close("section");
}

}  // namespace muster::papers
