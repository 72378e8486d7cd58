// SPDX-License-Identifier: Apache-2.0
// Whom guides found, who was left inside, and when a rescue team could bring them out.
#include <algorithm>
#include <utility>

#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_page.h"
#include "render/text/names.h"

namespace muster {

namespace {

int left_in(const RunAnalysis& run) {
    int sum = 0;
    for (const RescuedRoom& room : run.rescue) sum += room.led + room.carried;
    return sum;
}

int found_in(const RunAnalysis& run) {
    int sum = 0;
    if (run.search)
        for (const FoundRoom& room : run.search->found) sum += room.people;
    return sum;
}

void write_found(ReportPage& page, const RunAnalysis& run) {
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
    for (const FoundRoom& room : run.search->found)
        page.html.row({{name_of_space(page.input.world->building, room.space, page.lang()), ""},
                       {std::to_string(room.people), "num"},
                       {number_text(room.first_s, 0), "num"},
                       {number_text(room.last_s, 0), "num"}});
    page.html.close("table");
}

std::string found_by_guide(const RunAnalysis& run, SpaceId space) {
    if (run.search)
        for (const FoundRoom& room : run.search->found)
            if (room.space == space) return number_text(room.first_s, 0);
    return "–";
}

void write_left(ReportPage& page, const RunAnalysis& worst) {
    const Rescue& rescue = page.input.world->scenario.rescue;
    page.paragraph("rescue.note",
                   {{"seed", std::to_string(worst.seed)},
                    {"arrives", number_text(rescue.arrives_s, 0)},
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
    for (const RescuedRoom& room : worst.rescue)
        page.html.row({{name_of_space(page.input.world->building, room.space, page.lang()), ""},
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
    const auto worst = std::max_element(runs.begin(), runs.end(), [](const RunAnalysis& a, const RunAnalysis& b) {
        return std::pair(left_in(a), found_in(a)) < std::pair(left_in(b), found_in(b));
    });
    if (worst == runs.end() || (worst->rescue.empty() && !worst->search)) return;
    page.html.open("section");
    page.heading("report.rescue");
    if (worst->search) write_found(page, *worst);
    if (!worst->rescue.empty()) write_left(page, *worst);
    page.html.close("section");
}

}  // namespace muster
