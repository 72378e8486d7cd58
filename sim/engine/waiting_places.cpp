// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/waiting_places.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/engine/guide_posts.h"
#include "sim/routing/make_field.h"
#include "sim/routing/way_down.h"

namespace muster::engine {

WaitingPlaces::WaitingPlaces(RunState& run)
    : run_(run),
      waiters_(run.crowd.size()),
      places_(run.world().building.spaces.size()),
      has_places_(places_.size(), false) {}

// Places are chosen in the motion step, one person after the other: between two steps the order would hang on trifles.
void WaitingPlaces::give_up(PersonId id) {
    run_.set_state(id, PersonState::stranded);
    run_.crowd.set_retreats(id, true);
    run_.person(id).decided_in = {};
    Waiter& w = waiters_[id.index()];
    w.space = {};
    w.tries = 0;
}

void WaitingPlaces::go_on(PersonId id, const Whereabouts& where) {
    Waiter& w = waiters_[id.index()];
    Person& p = run_.person(id);
    p.decided_in = where.in;
    if (!w.space.valid()) return choose(id, where);
    const double off_m = where.in == w.space ? distance(where.at, w.at) : routing::infinity;
    if (w.stands && !w.chosen_in_smoke && in_smoke(id)) return choose(id, where);
    if (w.stands && off_m < settings_.pushed_off_m) return;
    if (off_m < settings_.there_m) {
        w.stands = true;
        return run_.crowd.set_retreats(id, false);
    }
    if (w.stands) set_out(w);
    const double to_go = to_go_m(id, where);
    if (to_go < w.nearest_m - settings_.there_m) {
        w.nearest_m = to_go;
        w.nearest_at = run_.now();
    } else if (!(to_go < routing::infinity) || (run_.now() - w.nearest_at).seconds() > settings_.stuck_s) {
        return look_for_another(id, where);
    }
    run_.crowd.set_retreats(id, true);
    if (where.in == w.space) {
        p.next = {};
        p.leg = run_.routes.leg({}, p.knowledge, where.in, {}, w.space);
        walk_round_furniture(id, where.at);
        return;
    }
    const auto& table = run_.routes.table({}, p.knowledge, w.space);
    p.next = run_.navigation().next_step(table, where.in, where.at)->opening;
    p.leg = run_.routes.leg({}, p.knowledge, where.in, p.next, w.space);
}

void WaitingPlaces::set_out(Waiter& w) const {
    w.stands = false;
    w.nearest_m = std::numeric_limits<double>::infinity();
    w.nearest_at = run_.now();
}

void WaitingPlaces::look_for_another(PersonId id, const Whereabouts& where) {
    Waiter& w = waiters_[id.index()];
    const bool good_here = behaviour::may_stand(run_.building(), where.in, where.at);
    const bool enough = ++w.tries >= (good_here ? settings_.tries : settings_.tries_in_the_way);
    if (enough || (good_here && where.in == w.space)) return stay(id, where);
    choose(id, where);
}

Vec2 WaitingPlaces::aim(PersonId id, Vec2 at) {
    Waiter& w = waiters_[id.index()];
    while (w.corner < w.corners.size() && distance(at, w.corners[w.corner]) < settings_.there_m) ++w.corner;
    return w.corner < w.corners.size() ? w.corners[w.corner] : w.at;
}

// Here, for want of anything better.
void WaitingPlaces::stay(PersonId id, const Whereabouts& where) {
    Waiter& w = waiters_[id.index()];
    w.space = where.in;
    w.at = where.at;
    w.stands = true;
    run_.crowd.set_retreats(id, false);
}

double WaitingPlaces::to_go_m(PersonId id, const Whereabouts& where) {
    const Waiter& w = waiters_[id.index()];
    if (where.in == w.space) return distance(where.at, w.at);
    const auto& table = run_.routes.table({}, run_.person(id).knowledge, w.space);
    const auto step = run_.navigation().next_step(table, where.in, where.at);
    // Out of a closed space one goes all the same.
    const double limit_m = (run_.site.closed(where.in) ? 2.0 : 1.0) * behaviour::RouteBook::closed_space_m;
    const bool way = step && step->opening.valid() && step->to_go_m < limit_m;
    // The way is to the middle of the room.
    return way ? step->to_go_m + settings_.widest_m : routing::infinity;
}

void WaitingPlaces::walk_round_furniture(PersonId id, Vec2 from) {
    Waiter& w = waiters_[id.index()];
    const routing::FreeSpace& floor = run_.navigation().free_space(w.space);
    if (floor.sees(from, aim(id, from))) return;
    w.corners.clear();
    w.corner = 0;
    if (floor.sees(from, w.at)) return;
    const routing::DistanceField field = routing::make_field(floor, w.at, settings_.there_m);
    const std::vector<Vec2> line = routing::way_down(field, from, settings_.there_m);
    Vec2 last = from;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (floor.sees(last, line[i])) continue;
        last = line[i - 1];
        w.corners.push_back(last);
    }
}

// ---- the choice --------------------------------------------------------------------------------------------------

void WaitingPlaces::choose(PersonId id, const Whereabouts& where) {
    Waiter& w = waiters_[id.index()];
    const Building& building = run_.world().building;
    const behaviour::Knowledge& known = run_.routes.knowledge(run_.person(id).knowledge);
    const bool smoke = in_smoke(id);
    w.chosen_in_smoke = smoke;
    const bool breathes_it = run_.person(id).air_speed < 1.0F;
    const Holding holding = held_by(id, where);
    const SpaceId told = told_to(id, holding);
    const auto way_m = near_.from(run_.navigation(), known, where.in, where.at);
    given_up_ = w.tries > 0 ? Whereabouts{w.space, w.at} : Whereabouts{};
    by_cost_.clear();
    for (std::size_t i = 0; i < building.spaces.size(); ++i) {
        const SpaceId s{i};
        const bool closed = std::binary_search(known.closed_spaces.begin(), known.closed_spaces.end(), s);
        if (!(way_m[i] < routing::infinity) || (closed && s != where.in)) continue;
        double cost = way_m[i] + reluctance_m(s, smoke);
        if (s == told && !closed) cost += settings_.as_told_m;
        if (closed) cost -= settings_.outdoors_m;
        if (s == where.in && breathes_it) cost += settings_.smoke_here_m;
        by_cost_.emplace_back(cost, s);
    }
    std::sort(by_cost_.begin(), by_cost_.end());
    w.space = {};
    const bool found = std::any_of(by_cost_.begin(), by_cost_.end(),
                                   [&](const auto& place) { return take_place_in(place.second, id, where, holding); });
    if (!found) stay(id, where);
    if (w.told != w.space) run_.note(PersonTurnsToWait{id, w.space, holding.door});
    w.told = w.space;
    if (!found) return;
    w.corners.clear();
    w.corner = 0;
    set_out(w);
    go_on(id, where);
}

// In a room the deepest places go first, so that nobody stands before those who follow; at a door the nearest.
bool WaitingPlaces::take_place_in(SpaceId space, PersonId id, const Whereabouts& where, const Holding& holding) {
    const std::vector<behaviour::StandingPlace>& places = places_in(space);
    if (places.empty()) return false;
    look_who_stands_in(space, id);
    const bool at_door =
        run_.world().scenario.if_shut_in == WhenShutIn::wait_at_door && holding.side == space && !in_smoke(id);
    const routing::FreeSpace& floor = run_.navigation().free_space(space);
    const behaviour::StandingPlace* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const behaviour::StandingPlace& place : places) {
        double score = -std::min(settings_.deep_m, place.from_opening_m);
        if (at_door)
            score = distance_to(run_.world().building.opening(holding.door).at, place.at);
        else if (space == where.in)
            score += distance(where.at, place.at);
        if (score >= least || !floor.holds(place.at)) continue;
        const bool taken = std::any_of(standing_.begin(), standing_.end(),
                                       [&](Vec2 other) { return distance(other, place.at) < settings_.from_others_m; });
        if (taken) continue;
        least = score;
        best = &place;
    }
    if (best == nullptr) return false;
    waiters_[id.index()].space = space;
    waiters_[id.index()].at = best->at;
    return true;
}

const std::vector<behaviour::StandingPlace>& WaitingPlaces::places_in(SpaceId space) {
    if (!has_places_[space.index()]) {
        has_places_[space.index()] = true;
        places_[space.index()] = behaviour::standing_places(run_.navigation(), space);
    }
    return places_[space.index()];
}

// Whoever stands there, and whoever has taken a place there.
void WaitingPlaces::look_who_stands_in(SpaceId space, PersonId but) {
    standing_.clear();
    if (given_up_.in == space) standing_.push_back(given_up_.at);
    const physics::Bodies bodies = run_.physics->bodies();
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonState is = run_.state(PersonId{i});
        if (PersonId{i} == but || is == PersonState::gone || is == PersonState::walking || stands_still(is)) continue;
        if (is == PersonState::stranded && waiters_[i].space.valid()) {
            if (waiters_[i].space == space) standing_.push_back(waiters_[i].at);
        } else if (bodies.space[i] == space) {
            standing_.emplace_back(Vec2{bodies.x[i], bodies.y[i]});
        }
    }
}

SpaceId WaitingPlaces::told_to(PersonId id, const Holding& holding) const {
    const WhenShutIn how = run_.world().scenario.if_shut_in;
    const SpaceId own = run_.crowd.info[id.index()].start;
    if (in_smoke(id)) return how == WhenShutIn::go_back && has_window(own) ? own : SpaceId{};
    if (how == WhenShutIn::go_back) return own;
    const bool may_wait = holding.side.valid() && !is_stair_part(run_.world().building.space(holding.side).use);
    return how == WhenShutIn::wait_at_door && may_wait ? holding.side : SpaceId{};
}

double WaitingPlaces::reluctance_m(SpaceId id, bool smoke) const {
    const Space& space = run_.world().building.space(id);
    const double wide = -std::min(settings_.widest_m, settings_.per_m2 * area(space.area));
    if (space.outdoor) return settings_.outdoors_m + wide;
    switch (space.use) {
        case SpaceUse::stair_flight:
            return settings_.flight_m;
        case SpaceUse::stair_landing:
            return settings_.landing_m;
        case SpaceUse::corridor:
        case SpaceUse::gallery:
        case SpaceUse::lobby:
            return wide + (smoke ? settings_.corridor_in_smoke_m : settings_.corridor_m);
        case SpaceUse::kitchen:
        case SpaceUse::storage:
        case SpaceUse::switch_room:
        case SpaceUse::gas_store:
        case SpaceUse::chemical_store:
        case SpaceUse::boiler_room:
            return settings_.dangerous_m;
        case SpaceUse::toilet:
            return settings_.toilet_m;
        default:
            return wide + (smoke && has_window(id) ? settings_.window_m : 0.0);
    }
}

bool WaitingPlaces::has_window(SpaceId space) const {
    const auto& windows = run_.world().building.windows;
    return std::any_of(windows.begin(), windows.end(), [space](const Window& w) { return w.space == space; });
}

// Breathes it, or has turned back from it or from a fire.
bool WaitingPlaces::in_smoke(PersonId id) const {
    const Person& p = run_.person(id);
    return p.air_speed < 1.0F || !run_.routes.knowledge(p.knowledge).closed_spaces.empty();
}

// The first opening known to be shut on the way one would go if those found shut were open, or all.
WaitingPlaces::Holding WaitingPlaces::held_by(PersonId id, const Whereabouts& where) {
    const Building& building = run_.world().building;
    const Person& p = run_.person(id);
    const bool without_locks =
        run_.navigation()
            .next_step(run_.routes.table(p.way, run_.routes.forget_openings(p.knowledge, false)), where.in, where.at)
            .has_value();
    const routing::RouteTable& table =
        run_.routes.table(p.way, run_.routes.forget_openings(p.knowledge, !without_locks));
    auto [in, at] = where;
    for (std::size_t passed = 0; passed <= building.openings.size() && in.valid(); ++passed) {
        const auto next = run_.navigation().next_step(table, in, at);
        if (!next || !next->opening.valid()) return {};
        if (knows_shut(run_, id, next->opening)) return {next->opening, in};
        at = building.opening(next->opening).at.middle();
        in = building.opening(next->opening).other(in);
    }
    return {};
}

}  // namespace muster::engine
