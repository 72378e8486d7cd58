// SPDX-License-Identifier: Apache-2.0
// The numbers of what was clicked.
#include "render/text/names.h"
#include "render/viewer/panels/panels.h"
#include "render/viewer/scene/pane.h"
#include "sim/base/overload.h"

namespace muster {

namespace {

std::string metres(double v) { return number_text(v, 2) + " m"; }

void draw_person(Ui& ui, const ViewerState& state, PersonId id) {
    const Session& session = state.session();
    if (id.index() >= state.moment().people().size()) return;
    const PersonNow& now = state.moment().people()[id.index()];
    const PersonInfo& info = session.trace().people[id.index()];
    const World& world = session.world();
    ImGui::Text("%s", ui.text("viewer.person", {{"number", std::to_string(id.index() + 1)}}).c_str());
    const Group& group = world.scenario.population.groups[info.group.index()];
    ui.row(ui.text("viewer.group"), in_language(group.name, ui.lang()));
    ui.row(ui.text("viewer.state"), std::string(name_of(now.state, ui.lang())));
    ui.row(ui.text("viewer.speed"), number_text(static_cast<double>(now.speed), 2) + " m/s");
    ui.row(ui.text("viewer.free_speed"), number_text(static_cast<double>(info.free_speed), 2) + " m/s");
    ui.row(ui.text("viewer.pressure"), number_text(static_cast<double>(now.pressure), 0) + " N/m");
    if (now.dose > 0.0F) ui.row(ui.text("viewer.dose"), number_text(static_cast<double>(now.dose), 3));
    if (now.space.valid()) ui.row(ui.text("viewer.where"), in_language(world.building.space(now.space).name, ui.lang()));
}

void draw_opening(Ui& ui, const ViewerState& state, OpeningId id) {
    const Session& session = state.session();
    const Opening& o = session.world().building.opening(id);
    const std::string& name = in_language(o.name, ui.lang());
    ImGui::Text("%s", (name.empty() ? o.key : name).c_str());
    ui.row(ui.text("viewer.kind"), std::string(name_of(o.kind, ui.lang())));
    ui.row(ui.text("viewer.clear_width"), metres(o.clear_width_m));
    const auto openings = openings_at(session.trace(), state.playback.at_s);
    if (id.index() < openings.size()) {
        const OpeningNow& now = openings[id.index()];
        ui.row(ui.text("viewer.state"),
               now.blocked ? ui.text("viewer.blocked") : std::string(name_of(now.state, ui.lang())));
    }
    int through = 0;
    const SimTime until = SimTime::from_seconds(state.playback.at_s);
    for (const TimedEvent& e : session.trace().events)
        if (const auto* crossed = std::get_if<PersonCrossed>(&e.event); crossed != nullptr && e.time <= until)
            through += crossed->opening == id ? 1 : 0;
    ui.row(ui.text("viewer.through"), std::to_string(through));
}

void draw_space(Ui& ui, const ViewerState& state, SpaceId id) {
    const Space& space = state.session().world().building.space(id);
    const std::string& name = in_language(space.name, ui.lang());
    ImGui::Text("%s", (name.empty() ? space.key : name).c_str());
    ui.row(ui.text("viewer.use"), std::string(name_of(space.use, ui.lang())));
    ui.row(ui.text("viewer.area"), number_text(area(space.area), 1) + " m²");
    if (space.flight) {
        ui.row(ui.text("viewer.clear_width"), metres(space.flight->clear_width_m));
        ui.row(ui.text("viewer.risers"), std::to_string(space.flight->risers));
    }
    int here = 0;
    for (const PersonNow& p : state.moment().people()) here += p.space == id ? 1 : 0;
    ui.row(ui.text("viewer.people_here"), std::to_string(here));
    ui.row(ui.text("viewer.density"), number_text(here / std::max(area(space.area), 1.0), 2) + " /m²");
    if (state.moment().air().empty()) return;
    const SpaceAir& air = state.moment().air()[id.index()];
    ui.row(ui.text("viewer.layer_height"), metres(static_cast<double>(air.layer_m)));
    ui.row(ui.text("viewer.temperature"), number_text(static_cast<double>(air.upper_k) - 273.15, 0) + " °C");
    ui.row(ui.text("viewer.extinction"), number_text(static_cast<double>(air.extinction_head), 2) + " 1/m");
}

}  // namespace

void draw_inspector(Ui& ui, const ViewerState& state, Wishes&) {
    ui.heading("viewer.inspector");
    std::visit(Overload{[&](std::monostate) { ImGui::TextWrapped("%s", ui.text("viewer.click_something").c_str()); },
                        [&](PersonId id) { draw_person(ui, state, id); },
                        [&](OpeningId id) { draw_opening(ui, state, id); },
                        [&](SpaceId id) { draw_space(ui, state, id); }},
               state.selection);
}

}  // namespace muster
