// SPDX-License-Identifier: Apache-2.0
// The whole run over time: the four clocks, people out, flow of each exit, queue of each stair.
#include <array>

#include "render/text/names.h"
#include "render/text/places.h"
#include "render/viewer/panels/panels.h"
#include "render/viewer/panels/plot.h"
#include "render/viewer/scene/pane.h"
#include "sim/analysis/stories.h"

namespace muster::viewer {

namespace {

std::string seconds_of(const analysis::ClockNow& clock) {
    if (!clock.seconds) return "-";
    return text::number_text(*clock.seconds, 0) + (clock.stopped ? " s" : " s …");
}

void draw_clocks(Ui& ui, const analysis::ProgressNow& now) {
    ui.row(ui.text("viewer.clock.room"), seconds_of(now.out_of_room_clock));
    ui.row(ui.text("viewer.clock.building"), seconds_of(now.out_of_building_clock));
    ui.row(ui.text("viewer.clock.assembly"), seconds_of(now.at_assembly_clock));
    ui.row(ui.text("viewer.clock.roll_call"), seconds_of(now.roll_call_clock));
}

void draw_out(Ui& ui, const analysis::RunBook& book, const Plot& base) {
    const std::array lines{PlotLine{ui.text("viewer.chart.rooms"), book.out_of_rooms(), group_colour(GroupId{4})},
                           PlotLine{ui.text("viewer.chart.building"), book.out_of_building(), group_colour(GroupId{0})},
                           PlotLine{ui.text("viewer.chart.assembly"), book.at_assembly(), group_colour(GroupId{2})}};
    Plot plot = base;
    plot.title = ui.text("viewer.chart.out");
    plot.lines_high = 6.0F;
    draw_plot(ui, plot, lines);
}

void draw_exits(Ui& ui, const analysis::RunBook& book, const Trace& trace, std::size_t sample, const Plot& base) {
    const std::vector<analysis::ExitCurve> exits = analysis::exit_curves(book, trace, sample);
    std::vector<PlotLine> lines;
    for (std::size_t i = 0; i < exits.size(); ++i)
        if (exits[i].out.passed > 0)
            lines.push_back({text::name_of_opening(book.world().building, exits[i].exit, ui.lang()),
                             exits[i].out.per_bin, group_colour(GroupId{i})});
    Plot plot = base;
    plot.title = ui.text("viewer.chart.exits");
    plot.unit = "/s";
    plot.step_s = analysis::flow_story_bin_s;
    draw_plot(ui, plot, lines);
}

void draw_stairs(Ui& ui, const analysis::RunBook& book, std::size_t sample, const Plot& base) {
    const std::vector<analysis::StairCurve> stairs = analysis::stair_curves(book, sample);
    if (stairs.empty()) return;
    std::vector<PlotLine> lines;
    for (std::size_t i = 0; i < stairs.size(); ++i)
        lines.push_back({text::in_language(book.world().building.stair(stairs[i].stair).name, ui.lang()),
                         stairs[i].series, group_colour(GroupId{i})});
    Plot plot = base;
    plot.title = ui.text("viewer.chart.stairs");
    draw_plot(ui, plot, lines);
}

}  // namespace

void draw_charts(Ui& ui, const ViewerState& state, Wishes&) {
    if (state.book().empty() || state.moment().empty()) return;
    const analysis::RunBook& book = state.book().book();
    const Trace& trace = state.session().trace();
    const std::size_t sample = state.moment().sample();
    draw_clocks(ui, analysis::progress_at(book, trace, sample));
    Plot base;
    base.step_s = state.session().world().scenario.run.sample_s;
    base.now_s = state.playback.at_s;
    draw_out(ui, book, base);
    draw_exits(ui, book, trace, sample, base);
    draw_stairs(ui, book, sample, base);
}

}  // namespace muster::viewer
