// SPDX-License-Identifier: Apache-2.0
// Guides who go from room to room before they leave, and whom they find.
#include <algorithm>
#include <limits>

#include "sim/engine/run.h"

namespace muster::engine {

void Run::begin_search(PersonId id) {
    const GroupId group = crowd_.info[id.index()].group;
    if (!group_of(id).search.any() || crowd_.people[id.index()].left_building) return;
    Searcher& guide = searchers_.emplace_back();
    guide.person = id;
    guide.ends = now() + Duration::from_seconds(group_of(id).search.limit_s);
    if (to_search_.size() <= group.index()) to_search_.resize(group.index() + 1);
    if (searching_groups_.insert(group).second) to_search_[group.index()] = group_of(id).search.rooms;
    choose_room(guide);
}

// The nearest room that nobody of the group has taken on yet; when none is left, or there is no way, the way out.
void Run::choose_room(Searcher& guide) {
    Person& p = person(guide.person);
    const auto [in, at] = where(guide.person);
    const GroupId group = crowd_.info[guide.person.index()].group;
    std::vector<SpaceId>& rooms = to_search_[group.index()];
    auto nearest = rooms.end();
    double least = behaviour::RouteBook::closed_space_m;
    for (auto room = rooms.begin(); room != rooms.end(); ++room) {
        const routing::RouteTable& table = routes_.table(p.way, p.knowledge, *room);
        const auto step = navigation().next_step(table, in, at);
        if (step && step->to_go_m < least) least = step->to_go_m, nearest = room;
    }
    guide.until = SimTime{-1};
    guide.forces = {};
    p.stands = false;
    p.decided_in = {};
    p.searches = nearest == rooms.end() ? SpaceId{} : *nearest;
    if (nearest == rooms.end())
        guide.done = true;
    else
        rooms.erase(nearest);
}

void Run::give_up_room(PersonId id) {
    for (Searcher& guide : searchers_)
        if (guide.person == id && !guide.done) choose_room(guide);
}

void Run::end_search(Searcher& guide) {
    Person& p = person(guide.person);
    guide.done = true;
    p.searches = {};
    p.stands = false;
    p.decided_in = {};
}

// Once a second.
void Run::look_after_guides() {
    for (Searcher& guide : searchers_) {
        if (guide.done) continue;
        Person& p = person(guide.person);
        const bool overcome = p.state == PersonState::gone || stands_still(p.state);
        if (overcome || now() >= guide.ends) {
            end_search(guide);
        } else if (p.state == PersonState::walking) {
            search_on(guide);
        }
    }
}

void Run::search_on(Searcher& guide) {
    Person& p = person(guide.person);
    const auto [in, at] = where(guide.person);
    const Search& search = group_of(guide.person).search;
    if (guide.until.us >= 0) {
        if (now() < guide.until) return;
        guide.until = SimTime{-1};
        p.stands = false;
        if (guide.forces.valid()) {
            const OpeningId door = guide.forces;
            guide.forces = {};
            if (site_.opening(door).passable()) return;
            note(DoorForced{door});
            force_door(door);
            return;
        }
        note(RoomSearched{p.searches, guide.person});
        choose_room(guide);
        return;
    }
    if (in == p.searches && seen_into(in, at)) {
        find_people(guide, in);
        stand(guide, search.room_s);
        return;
    }
    if (const OpeningId door = shut_door_here(p.searches, in, at); door.valid()) try_door(guide, door);
}

// Forces it, goes round to another one, or calls through it and gives the room up.
void Run::try_door(Searcher& guide, OpeningId door) {
    Person& p = person(guide.person);
    const auto [in, at] = where(guide.person);
    p.knowledge = routes_.learn_opening(p.knowledge, door, true);
    const auto jam =
        std::find_if(jammed_.begin(), jammed_.end(), [&](const hazards::JammedDoor& j) { return j.door == door; });
    const bool opens = jam != jammed_.end() && jam->forced_after_s >= 0.0;
    const routing::RouteTable& table = routes_.table(p.way, p.knowledge, p.searches);
    const auto way = navigation().next_step(table, in, at);
    p.decided_in = {};
    if (!opens && way && way->opening != door) return;
    find_people(guide, p.searches);
    if (opens) {
        guide.forces = door;
        being_forced_.insert(door);
    }
    stand(guide, opens ? jam->forced_after_s : group_of(guide.person).search.room_s);
}

void Run::stand(Searcher& guide, double s) {
    guide.until = now() + Duration::from_seconds(s);
    person(guide.person).stands = true;
}

/// Far enough inside to look round.
bool Run::seen_into(SpaceId room, Vec2 at) const {
    const auto& doors = world().building.space(room).openings;
    return std::all_of(
               doors.begin(), doors.end(),
               [&](OpeningId o) { return distance_to(world().building.opening(o).at, at) > settings_.looks_in_m; }) ||
           distance(inner_point(world().building.space(room).area), at) < settings_.arrived_inside_m;
}

/// A shut door of the room within reach, on whatever side of it.
OpeningId Run::shut_door_here(SpaceId room, SpaceId in, Vec2 at) const {
    for (const OpeningId o : world().building.space(room).openings) {
        const Opening& door = world().building.opening(o);
        if (site_.opening(o).passable() || !door.joins(in) || in == room) continue;
        if (distance_to(door.at, at) < settings_.reaches_door_m) return o;
    }
    return {};
}

// Who has fallen is helped up, who waits or sees no way is told what the guide knows.
void Run::find_people(const Searcher& guide, SpaceId room) {
    const bool behind_a_door = where(guide.person).in != room;
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        Person& p = crowd_.people[i];
        const bool needs_help =
            p.state == PersonState::waiting || p.state == PersonState::fallen || p.state == PersonState::stranded;
        if (!needs_help || where(PersonId{i}).in != room) continue;
        if (!p.found && p.state != PersonState::waiting) {
            note(PersonFound{PersonId{i}, guide.person});
            p.found = true;
        }
        if (behind_a_door) continue;
        if (p.state == PersonState::fallen) {
            calendar_.schedule(now() + Duration::from_seconds(settings_.helped_up_s), Phase::decision,
                               PersonGetsUp{PersonId{i}});
        } else if (p.state == PersonState::waiting) {
            calendar_.schedule(now(), Phase::decision, PersonSetsOff{PersonId{i}});
        } else {
            p.knowledge = person(guide.person).knowledge;
            p.state = PersonState::walking;
            p.decided_in = {};
            ++walking_;
        }
    }
}

}  // namespace muster::engine
