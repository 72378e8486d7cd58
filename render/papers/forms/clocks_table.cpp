// SPDX-License-Identifier: Apache-2.0
// The four clocks, predicted, with the target.
#include "render/papers/forms/parts.h"
#include "render/papers/run_report/derived.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

struct Clock {
    const char* id;
    std::optional<analysis::Spread> analysis::ClockSpread::*of;
};
constexpr Clock clocks[] = {{"clock.out_of_room", &analysis::ClockSpread::last_out_of_room},
                            {"clock.out_of_building", &analysis::ClockSpread::last_out_of_building},
                            {"clock.at_assembly", &analysis::ClockSpread::last_at_assembly},
                            {"clock.roll_call", &analysis::ClockSpread::roll_call_done}};

std::string range_of(const FormSheet& sheet, const std::optional<analysis::Spread>& spread) {
    if (!spread || sheet.input.run->ensemble->runs.size() < 2) return "–";
    return text::number_text(spread->p5, 0) + "–" + text::number_text(spread->p95, 0);
}

}  // namespace

document::Table clocks_table(const FormSheet& sheet) {
    using enum document::FilledBy;
    document::Table table;
    table.key = "clocks";
    table.columns = {column(sheet, "clocks.clock", 12.0), column(sheet, "clocks.predicted", 6.0, simulator, true),
                     column(sheet, "clocks.range", 6.0, simulator, true),
                     column(sheet, "clocks.target", 5.0, plan, true), column(sheet, "clocks.measured", 6.0, human)};
    const double signal = signal_s(*sheet.input.run);
    for (const Clock& clock : clocks) {
        const auto spread = since_signal(sheet.input.run->ensemble->clocks.*clock.of, signal);
        const bool judged = clock.of == &analysis::ClockSpread::last_out_of_building;
        table.rows.push_back({sheet.say(clock.id),
                              spread ? document::Cell::of(spread->median) : document::Cell(sheet.say("clocks.never")),
                              range_of(sheet, spread),
                              judged && !sheet.dismissal() ? document::Cell::of(sheet.world().scenario.target_out_s)
                                                           : document::Cell("–"),
                              document::Cell()});
    }
    table.notes = {sheet.say("clocks.note"), source_note(sheet)};
    return table;
}

}  // namespace muster::papers
