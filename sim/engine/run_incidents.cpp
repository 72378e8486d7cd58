// SPDX-License-Identifier: Apache-2.0
// What befalls the building and its people, from the scenario or by command.
#include <algorithm>
#include <limits>

#include "sim/engine/run.h"

namespace muster::engine {

void Run::incident(const Incident& what) {
    std::visit([this](const auto& w) { happen(w); }, what);
}

void Run::happen(const SetOpening& w) {
    site_.change(w.opening).state = w.state;
    opening_changed(w.opening);
}

void Run::happen(const BlockOpening& w) {
    site_.change(w.opening).blocked = w.blocked;
    opening_changed(w.opening);
}

void Run::happen(const ObstructOpening& w) {
    site_.change(w.opening).clear_width_m = w.clear_width_m;
    opening_changed(w.opening);
}

void Run::happen(const CloseSpace& w) { close_space(w.space); }

void Run::happen(const LightsOut& w) {
    if (w.spaces.empty())
        for (std::size_t i = 0; i < world().building.spaces.size(); ++i) site_.darken(SpaceId{i}, w.speed_factor);
    for (const SpaceId s : w.spaces) site_.darken(s, w.speed_factor);
}

void Run::happen(const LightsOn& w) {
    if (w.spaces.empty())
        for (std::size_t i = 0; i < world().building.spaces.size(); ++i) site_.light(SpaceId{i});
    for (const SpaceId s : w.spaces) site_.light(s);
}

void Run::happen(const SlowSpace& w) { site_.slow(w.space, w.speed_factor); }

void Run::happen(const PersonFalls& w) {
    pending_falls_.push_back(w);
    trip_pending_falls();
}

void Run::happen(const StartFire& w) {
    const SpaceId room = w.space.valid() ? w.space : world().risk_map.risks[w.risk.index()].space;
    calendar_.schedule(now() + Duration::from_seconds(w.room_closes_after_s), Phase::hazard, SpaceCloses{room});
    if (w.smoke) ignite(w, room);
    // Whoever is in the room sees it and does not wait to be told.
    const auto& groups = world().scenario.population.groups;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i].space == room) calendar_.schedule(now(), Phase::alarm, GroupReleased{GroupId{i}});
}

void Run::happen(const StartExhaust& w) {
    if (fires_ != nullptr)
        fires_->start_exhaust(w.space, w.flow_m3_s);
    else
        exhausts_.push_back(w);
}

void Run::opening_changed(OpeningId id) {
    const SiteState::OpeningNow& is = site_.opening(id);
    physics_->set_opening(id, is.passable(), is.clear_width_m);
    note(OpeningChanged{id, is.state, is.blocked});
    if (!is.passable()) return;
    // Those who had given up are told when a way is opened (somebody calls them): assumption.
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        Person& p = crowd_.people[i];
        if (p.state != PersonState::stranded) continue;
        p.state = PersonState::walking;
        ++walking_;
        p.decided_in = {};
        p.knowledge = routes_.learn_opening(p.knowledge, id, false);
    }
    if (anybody_moves()) wake_motion();
}

void Run::close_space(SpaceId space) {
    if (site_.closed(space)) return;
    site_.close(space);
    for (Person& p : crowd_.people) p.decided_in = {};
}

PersonId Run::nearest_walker(SpaceId space) const {
    const physics::Bodies bodies = physics_->bodies();
    const Vec2 middle = inner_point(world().building.space(space).area);
    PersonId best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        if (crowd_.people[i].state != PersonState::walking || bodies.space[i] != space) continue;
        const double d = distance(middle, {bodies.x[i], bodies.y[i]});
        if (d < least) least = d, best = PersonId{i};
    }
    return best;
}

void Run::trip_pending_falls() {
    for (std::size_t k = 0; k < pending_falls_.size();) {
        const PersonId who = nearest_walker(pending_falls_[k].space);
        if (!who.valid()) {
            ++k;
            continue;
        }
        person(who).state = PersonState::fallen;
        --walking_;
        note(PersonFell{who});
        calendar_.schedule(now() + Duration::from_seconds(pending_falls_[k].down_s), Phase::decision,
                           PersonGetsUp{who});
        pending_falls_.erase(pending_falls_.begin() + static_cast<std::ptrdiff_t>(k));
    }
}

void Run::get_up(PersonId id) {
    Person& p = person(id);
    if (p.state != PersonState::fallen) return;
    const bool shelters = shaking_ && !runs_at_once(id);
    p.state = shelters ? PersonState::sheltering : p.walks ? PersonState::walking : PersonState::waiting;
    if (p.state != PersonState::walking) return;
    ++walking_;
    decide(id, where(id));
    wake_motion();
}

}  // namespace muster::engine
