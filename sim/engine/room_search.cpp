// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/room_search.h"

#include <algorithm>
#include <limits>

namespace muster::engine {

void RoomSearch::begin(PersonId id) {
    const GroupId group = run_.group_id(id);
    if (!run_.group_of(id).search.any() || run_.person(id).left_building) return;
    Searcher& guide = searchers_.emplace_back();
    guide.person = id;
    guide.ends = run_.now() + Duration::from_seconds(run_.group_of(id).search.limit_s);
    if (to_search_.size() <= group.index()) to_search_.resize(group.index() + 1);
    if (searching_groups_.insert(group).second) to_search_[group.index()] = run_.group_of(id).search.rooms;
    choose_room(guide);
}

// The nearest room that nobody of the group has taken on yet; when none is left, or there is no way, the way out.
void RoomSearch::choose_room(Searcher& guide) {
    Person& p = run_.person(guide.person);
    const auto [in, at] = run_.where(guide.person);
    const GroupId group = run_.group_id(guide.person);
    std::vector<SpaceId>& rooms = to_search_[group.index()];
    auto nearest = rooms.end();
    double least = behaviour::RouteBook::closed_space_m;
    for (auto room = rooms.begin(); room != rooms.end(); ++room) {
        const routing::RouteTable& table = run_.routes.table(p.way, p.knowledge, *room);
        const auto step = run_.navigation().next_step(table, in, at);
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

void RoomSearch::give_up_room(PersonId id) {
    for (Searcher& guide : searchers_)
        if (guide.person == id && !guide.done) choose_room(guide);
}

void RoomSearch::end_search(Searcher& guide) {
    Person& p = run_.person(guide.person);
    guide.done = true;
    p.searches = {};
    p.stands = false;
    p.decided_in = {};
}

void RoomSearch::look_after_guides() {
    for (Searcher& guide : searchers_) {
        if (guide.done) continue;
        const PersonState is = run_.state(guide.person);
        const bool overcome = is == PersonState::gone || stands_still(is);
        if (overcome || run_.now() >= guide.ends) {
            end_search(guide);
        } else if (is == PersonState::walking) {
            search_on(guide);
        }
    }
}

void RoomSearch::search_on(Searcher& guide) {
    Person& p = run_.person(guide.person);
    const auto [in, at] = run_.where(guide.person);
    const Search& search = run_.group_of(guide.person).search;
    if (guide.until.us >= 0) {
        if (run_.now() < guide.until) return;
        guide.until = SimTime{-1};
        p.stands = false;
        if (guide.forces.valid()) {
            const OpeningId door = guide.forces;
            guide.forces = {};
            if (run_.site.opening(door).passable()) return;
            run_.note(DoorForced{door});
            doors_.force(door);
            return;
        }
        run_.note(RoomSearched{p.searches, guide.person});
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
void RoomSearch::try_door(Searcher& guide, OpeningId door) {
    Person& p = run_.person(guide.person);
    const auto [in, at] = run_.where(guide.person);
    p.knowledge = run_.routes.learn_opening(p.knowledge, door, true);
    const hazards::JammedDoor* const jam = doors_.find(door);
    const bool opens = jam != nullptr && jam->forced_after_s >= 0.0;
    const routing::RouteTable& table = run_.routes.table(p.way, p.knowledge, p.searches);
    const auto way = run_.navigation().next_step(table, in, at);
    p.decided_in = {};
    if (!opens && way && way->opening != door) return;
    find_people(guide, p.searches);
    if (opens) {
        guide.forces = door;
        doors_.is_being_forced(door);
    }
    stand(guide, opens ? jam->forced_after_s : run_.group_of(guide.person).search.room_s);
}

void RoomSearch::stand(Searcher& guide, double s) {
    guide.until = run_.now() + Duration::from_seconds(s);
    run_.person(guide.person).stands = true;
}

/// Far enough inside to look round.
bool RoomSearch::seen_into(SpaceId room, Vec2 at) const {
    const auto& doors = run_.world().building.space(room).openings;
    return std::all_of(doors.begin(), doors.end(),
                       [&](OpeningId o) {
                           return distance_to(run_.world().building.opening(o).at, at) > settings_.looks_in_m;
                       }) ||
           distance(inner_point(run_.world().building.space(room).area), at) < settings_.at_middle_m;
}

/// A shut door of the room within reach, on whatever side of it.
OpeningId RoomSearch::shut_door_here(SpaceId room, SpaceId in, Vec2 at) const {
    for (const OpeningId o : run_.world().building.space(room).openings) {
        const Opening& door = run_.world().building.opening(o);
        if (run_.site.opening(o).passable() || !door.joins(in) || in == room) continue;
        if (distance_to(door.at, at) < settings_.reaches_door_m) return o;
    }
    return {};
}

// Who has fallen is helped up, who waits or sees no way is told what the guide knows.
void RoomSearch::find_people(const Searcher& guide, SpaceId room) {
    const bool behind_a_door = run_.where(guide.person).in != room;
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonId id{i};
        const PersonState is = run_.state(id);
        const bool needs_help = is == PersonState::waiting || is == PersonState::fallen || is == PersonState::stranded;
        if (!needs_help || run_.where(id).in != room) continue;
        if (!found_[i] && is != PersonState::waiting) {
            run_.note(PersonFound{id, guide.person});
            found_[i] = true;
        }
        if (behind_a_door) continue;
        if (is == PersonState::fallen) {
            run_.schedule(settings_.helped_up_s, Phase::decision, PersonGetsUp{id});
        } else if (is == PersonState::waiting) {
            run_.schedule(0.0, Phase::decision, PersonSetsOff{id});
        } else {
            run_.person(id).knowledge = run_.person(guide.person).knowledge;
            run_.person(id).decided_in = {};
            run_.set_state(id, PersonState::walking);
        }
    }
}

}  // namespace muster::engine
