// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/run_state.h"

#include <algorithm>

namespace muster::engine {

namespace {

physics::PhysicsSettings physics_settings(const World& world, std::uint64_t seed) {
    const Scenario& scenario = world.scenario;
    physics::PhysicsSettings physics;
    physics.seed = seed;
    physics.friction = scenario.run.friction;
    physics.push = scenario.run.push;
    physics.flow_cap = scenario.run.door_mode == DoorMode::regulation ? FlowSettings{}.regulation_flow : 0.0;
    physics.passages = passages_of(world.building, scenario.run.assumption);
    return physics;
}

double widest_radius(const Crowd& crowd) {
    float widest = 0.0F;
    for (const PersonInfo& p : crowd.info) widest = std::max(widest, p.radius_m);
    return static_cast<double>(widest);
}

}  // namespace

RunState::RunState(Prepared with, std::uint64_t with_seed)
    : prepared(std::move(with)),
      seed(with_seed),
      crowd(make_crowd(world(), seed)),
      plan(prepared, widest_radius(crowd)),
      routes(world(), navigation()),
      site(world().building),
      physics(physics::make_crowd_physics(building(), physics_settings(world(), seed))),
      intents(crowd.size()),
      motion(world().scenario.run) {
    for (std::size_t i = 0; i < crowd.size(); ++i) {
        const PersonInfo& info = crowd.info[i];
        physics->add({crowd.start[i], info.start, info.radius_m, profile_of(PersonId{i}).mass_kg});
    }
    for (std::size_t i = 0; i < world().building.openings.size(); ++i)
        if (!site.opening(OpeningId{i}).passable()) physics->set_opening(OpeningId{i}, false, 0.0);
}

StairId RunState::stair_of(PersonId id) const {
    const Building& drawn = world().building;
    if (const auto& flight = drawn.space(where(id).in).flight) return flight->stair;
    const OpeningId by = person(id).came_by;
    if (!by.valid() || drawn.opening(by).kind != OpeningKind::flight_end) return {};
    for (const SpaceId s : {drawn.opening(by).from, drawn.opening(by).to})
        if (s.valid() && drawn.space(s).flight) return drawn.space(s).flight->stair;
    return {};
}

void RunState::fall(PersonId id, const Event& reason, double down_s) {
    set_state(id, PersonState::fallen);
    note(reason);
    schedule(down_s, Phase::decision, PersonGetsUp{id});
}

void RunState::opening_changed(OpeningId id) {
    const SiteState::OpeningNow& is = site.opening(id);
    physics->set_opening(id, is.passable(), is.clear_width_m);
    note(OpeningChanged{id, is.state, is.blocked});
    if (!is.passable()) return;
    // Those who had given up are told when a way is opened (somebody calls them): assumption.
    for (std::size_t i = 0; i < crowd.size(); ++i) {
        if (state(PersonId{i}) != PersonState::stranded) continue;
        set_state(PersonId{i}, PersonState::walking);
        Person& p = crowd.people[i];
        p.decided_in = {};
        p.knowledge = routes.learn_opening(p.knowledge, id, false);
    }
    wake_motion_if_anybody_moves();
}

void RunState::close_space(SpaceId space) {
    if (site.closed(space)) return;
    site.close(space);
    for (Person& p : crowd.people) p.decided_in = {};
}

}  // namespace muster::engine
