// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/arrivals.h"

#include <algorithm>
#include <cmath>

namespace muster::engine {

void Arrivals::settle_crossings() {
    for (const physics::Crossing& crossing : run_.physics->crossings()) settle_crossing(crossing);
}

void Arrivals::settle_crossing(const physics::Crossing& c) {
    Person& p = run_.person(c.person);
    if (run_.state(c.person) == PersonState::gone) return;  // is walking clear of the door
    run_.note(PersonCrossed{c.person, c.opening, c.into});
    p.came_by = c.opening;
    run_.site.passed(c.opening, run_.now());
    const PersonInfo& info = run_.crowd.info[c.person.index()];
    if (!p.left_room && c.into != info.start) {
        p.left_room = true;
        ++run_.crowd.progress[info.group.index()].out_of_room;
        run_.note(PersonLeftRoom{c.person});
    }
    if (run_.world().building.is_building_exit(c.opening)) {
        const bool now_out = !c.into.valid() || run_.world().building.space(c.into).outdoor;
        if (now_out && !p.left_building) run_.note(PersonLeftBuilding{c.person});
        p.left_building = now_out;
    }
    const bool leaves =
        !c.into.valid() || (run_.routes.destination(p.way).kind == routing::Destination::Kind::out_of_building &&
                            run_.world().building.space(c.into).outdoor && !p.searches.valid());
    if (!leaves) return;
    run_.set_state(c.person, PersonState::gone);
    const Opening& door = run_.world().building.opening(c.opening);
    departures_.push_back({c.person, c.opening, run_.now()});
    physics::Intent& onwards = run_.intents[c.person.index()];
    onwards.direction = door.normal_into(c.into);
    onwards.remaining_m = 0.0F;
}

// Those who have arrived leave the physics: they walk the last metres to their place in the line on a straight way.
void Arrivals::reach_line(PersonId id, PersonState as, SpaceId space, Vec2 middle, int place) {
    const double speed = std::max(0.3, static_cast<double>(run_.crowd.info[id.index()].free_speed));
    run_.crowd.line[id.index()] = {run_.where(id).at, middle + place_in_line(place), run_.now(), speed, space};
    run_.set_state(id, as);
    run_.physics->remove(id);
}

bool Arrivals::at_destination(PersonId id) const {
    const routing::Destination& to = run_.routes.destination(run_.person(id).way);
    const auto [in, at] = run_.where(id);
    if (to.kind == routing::Destination::Kind::spot) {
        const AssemblySpot& spot = run_.world().building.spot(to.spot);
        // The line grows with those who stand in it, so that the last is not kept off by the first.
        const double line_m = 0.35 * std::sqrt(static_cast<double>(places_taken_[to.spot.index()]) + 1.0);
        return in == spot.space && distance(at, spot.at) < std::max(spot.radius_m, line_m);
    }
    if (to.kind != routing::Destination::Kind::room || in != to.room) return false;
    const auto& doors = run_.world().building.space(in).openings;
    return std::all_of(doors.begin(), doors.end(), [&](OpeningId o) {
        return distance_to(run_.world().building.opening(o).at, at) > settings_.inside_m;
    });
}

void Arrivals::arrive_where_due() {
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonId id{i};
        const Person& p = run_.crowd.people[i];
        if (run_.state(id) != PersonState::walking || p.next.valid() || p.searches.valid() || !at_destination(id))
            continue;
        const GroupId group = run_.group_id(id);
        const routing::Destination& to = run_.routes.destination(p.way);
        if (to.kind == routing::Destination::Kind::spot) {
            const AssemblySpot& spot = run_.world().building.spot(to.spot);
            reach_line(id, PersonState::assembled, spot.space, spot.at, places_taken_[to.spot.index()]++);
            run_.note(PersonAtAssembly{id});
            GroupProgress& progress = run_.crowd.progress[group.index()];
            if (++progress.assembled == progress.members)
                run_.schedule(run_.world().scenario.roll_call_s, Phase::decision, RollCallDone{group});
        } else {
            reach_line(id, PersonState::arrived, to.room, run_.where(id).at, 0);
            run_.note(PersonArrived{id});
        }
    }
}

void Arrivals::walk_clear() {
    std::erase_if(departures_, [this](const Departure& d) {
        const bool clear =
            distance_to(run_.world().building.opening(d.by).at, run_.where(d.person).at) > settings_.walks_clear_m ||
            (run_.now() - d.since).seconds() > settings_.walks_clear_s;
        if (clear) run_.physics->remove(d.person);
        return clear;
    });
}

}  // namespace muster::engine
