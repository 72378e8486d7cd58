// SPDX-License-Identifier: Apache-2.0
// The numbers of what was clicked, now and over time.
#include "render/text/names.h"
#include "render/text/places.h"
#include "render/viewer/panels/panels.h"
#include "render/viewer/panels/plot.h"
#include "render/viewer/scene/pane.h"
#include "sim/analysis/stories.h"
#include "sim/base/constants.h"
#include "sim/base/overload.h"

namespace muster::viewer {

namespace {

struct Page {
    Ui& ui;
    const ViewerState& state;

    [[nodiscard]] const World& world() const { return state.session().world(); }
    [[nodiscard]] const Trace& trace() const { return state.session().trace(); }
    [[nodiscard]] std::size_t sample() const { return state.moment().sample(); }
    void row(const char* id, const std::string& value) const { ui.row(ui.text(id), value); }
    void number(const char* id, double value, int decimals, const char* unit) const {
        row(id, text::number_text(value, decimals) + unit);
    }
    void plot(const char* id, const char* unit, std::span<const float> values, double step_s = 0.0) const {
        Plot p;
        p.title = ui.text(id);
        p.unit = unit;
        p.step_s = step_s > 0.0 ? step_s : world().scenario.run.sample_s;
        p.now_s = state.playback.at_s;
        draw_plot(ui, p, values);
    }
};

void show(const Page& p, PersonId id) {
    if (id.index() >= p.state.moment().people().size() || p.state.book().empty()) return;
    const PersonInfo& info = p.trace().people[id.index()];
    const analysis::PersonFollow& follow = p.state.book().person(p.state.session(), id);
    const analysis::PersonStory now = follow.at(p.trace(), p.sample());
    ImGui::TextUnformatted(p.ui.text("viewer.person", {{"number", std::to_string(id.index() + 1)}}).c_str());
    p.row("viewer.group",
          text::in_language(p.world().scenario.population.groups[info.group.index()].name, p.ui.lang()));
    p.row("viewer.state", std::string(text::name_of(now.state, p.ui.lang())));
    if (now.space.valid()) p.row("viewer.where", text::name_of_space(p.world().building, now.space, p.ui.lang()));
    p.number("viewer.speed", now.speed, 2, " m/s");
    p.number("viewer.free_speed", static_cast<double>(info.free_speed), 2, " m/s");
    p.number("viewer.pressure", now.pressure, 0, " N/m");
    p.number("viewer.lost", now.time_lost_s, 1, " s");
    if (now.waiting_since_s) p.number("viewer.waiting_since", p.state.playback.at_s - *now.waiting_since_s, 1, " s");
    if (now.dose > 0.0) p.number("viewer.dose", now.dose, 3, "");
    p.plot("viewer.chart.speed", "m/s", follow.speed());
    p.plot("viewer.chart.density", "/m²", follow.density());
}

void show(const Page& p, OpeningId id) {
    const Opening& o = p.world().building.opening(id);
    ImGui::TextWrapped("%s", text::name_of_opening(p.world().building, id, p.ui.lang()).c_str());
    p.row("viewer.kind", std::string(text::name_of(o.kind, p.ui.lang())));
    p.number("viewer.clear_width", o.clear_width_m, 2, " m");
    const auto openings = openings_at(p.trace(), p.state.playback.at_s);
    if (id.index() < openings.size()) {
        const OpeningNow& now = openings[id.index()];
        p.row("viewer.state",
              now.blocked ? p.ui.text("viewer.blocked") : std::string(text::name_of(now.state, p.ui.lang())));
    }
    if (p.state.book().empty()) return;
    const analysis::OpeningStory story = analysis::opening_story(p.state.book().book(), p.trace(), id, p.sample());
    p.row("viewer.through", std::to_string(story.into_to.passed + story.into_from.passed));
    p.number("viewer.flow_now", story.into_to.now + story.into_from.now, 2, " /s");
    p.number("viewer.specific_flow", (story.into_to.now + story.into_from.now) / o.clear_width_m, 2, " /(m s)");
    p.row("viewer.queue_now", std::to_string(story.queue));
    p.row("viewer.longest_queue", std::to_string(story.longest_queue));
    p.number("viewer.density", story.density, 2, " /m²");
    std::vector<float> flow = story.into_to.per_bin;
    for (std::size_t i = 0; i < flow.size() && i < story.into_from.per_bin.size(); ++i)
        flow[i] += story.into_from.per_bin[i];
    p.plot("viewer.chart.flow", "/s", flow, analysis::flow_story_bin_s);
    p.plot("viewer.chart.queue", "", story.queue_series);
}

void show_air(const Page& p, const analysis::SpaceStory& story) {
    if (!story.air) return;
    p.number("viewer.layer_height", static_cast<double>(story.air->layer_m), 2, " m");
    p.number("viewer.temperature", static_cast<double>(story.air->upper_k) - zero_celsius_k, 0, " °C");
    p.number("viewer.extinction", static_cast<double>(story.air->extinction_head), 2, " 1/m");
}

void show_flight(const Page& p, SpaceId id, const Flight& flight) {
    p.number("viewer.clear_width", flight.clear_width_m, 2, " m");
    p.row("viewer.risers", std::to_string(flight.risers));
    if (p.state.book().empty()) return;
    const analysis::FlightStory story = analysis::flight_story(p.state.book().book(), p.trace(), id, p.sample());
    p.row("viewer.people_here", std::to_string(story.persons));
    p.number("viewer.density", story.density, 2, " /m²");
    p.row("viewer.queue_now", std::to_string(story.queue));
    p.row("viewer.longest_queue", std::to_string(story.longest_queue));
    p.plot("viewer.chart.persons", "", story.persons_series);
    p.plot("viewer.chart.queue", "", story.queue_series);
}

void show(const Page& p, SpaceId id) {
    const Space& space = p.world().building.space(id);
    ImGui::TextWrapped("%s", text::name_of_space(p.world().building, id, p.ui.lang()).c_str());
    p.row("viewer.use", std::string(text::name_of(space.use, p.ui.lang())));
    p.number("viewer.area", area(space.area), 1, " m²");
    if (space.flight) return show_flight(p, id, *space.flight);
    if (p.state.book().empty()) return;
    const analysis::SpaceStory story = analysis::space_story(p.state.book().book(), p.trace(), id, p.sample());
    p.row("viewer.people_here", std::to_string(story.persons));
    p.number("viewer.density", story.density, 2, " /m²");
    show_air(p, story);
    p.plot("viewer.chart.persons", "", story.persons_series);
}

}  // namespace

void draw_inspector(Ui& ui, const ViewerState& state, Wishes&) {
    const Page page{ui, state};
    std::visit(Overload{[&](std::monostate) { ImGui::TextWrapped("%s", ui.text("viewer.click_something").c_str()); },
                        [&](const auto& id) { show(page, id); }},
               state.selection);
}

}  // namespace muster::viewer
