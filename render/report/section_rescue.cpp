// SPDX-License-Identifier: Apache-2.0
// Those left inside, and when a rescue team could bring them out.
#include <algorithm>

#include "render/report/derived.h"
#include "render/report/report_page.h"
#include "render/text/names.h"

namespace muster {

void write_rescue(ReportPage& page) {
    const auto& runs = page.input.ensemble->runs;
    const auto left = [](const RunAnalysis& r) {
        int sum = 0;
        for (const RescuedRoom& room : r.rescue) sum += room.led + room.carried;
        return sum;
    };
    const auto worst = std::max_element(runs.begin(), runs.end(),
                                        [&](const RunAnalysis& a, const RunAnalysis& b) { return left(a) < left(b); });
    if (worst == runs.end() || worst->rescue.empty()) return;
    const Rescue& rescue = page.input.world->scenario.rescue;
    page.html.open("section");
    page.heading("report.rescue");
    page.paragraph("rescue.note",
                   {{"seed", std::to_string(worst->seed)},
                    {"arrives", number_text(rescue.arrives_s, 0)},
                    {"teams", std::to_string(rescue.teams)},
                    {"count", std::to_string(left(*worst))}},
                   "note");
    page.html.open("table");
    page.html.header_row({{page.say("smoke.space"), ""},
                          {page.say("rescue.led"), "num"},
                          {page.say("rescue.carried"), "num"},
                          {page.say("rescue.found"), "num"},
                          {page.say("rescue.out"), "num"}});
    for (const RescuedRoom& room : worst->rescue)
        page.html.row({{name_of_space(page.input.world->building, room.space, page.lang()), ""},
                       {std::to_string(room.led), "num"},
                       {std::to_string(room.carried), "num"},
                       {seconds_text(room.found_s), "num"},
                       {seconds_text(room.out_s), "num"}});
    page.html.close("table");
    page.html.close("section");
}

}  // namespace muster
