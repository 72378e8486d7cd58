// SPDX-License-Identifier: Apache-2.0
// Guides who go from room to room before they leave, and whom they find.
#pragma once

#include <set>
#include <vector>

#include "sim/engine/jammed_doors.h"
#include "sim/engine/run_state.h"

namespace muster::engine {

struct SearchSettings {
    // A guide looks round a room from so far inside its doors, m; assumption.
    double looks_in_m = 0.6;
    // ... or from so near its middle, m; assumption.
    double at_middle_m = 1.0;
    // A guide tries a shut door from so far, m; assumption.
    double reaches_door_m = 1.2;
    // To get somebody up; assumption.
    double helped_up_s = 3.0;
};

class RoomSearch {
public:
    RoomSearch(RunState& run, JammedDoors& doors) : run_(run), doors_(doors), found_(run.crowd.size(), false) {}

    /// Whoever sets off and has rooms to search goes there first.
    void begin(PersonId id);
    /// There is no way to the room this guide makes for.
    void give_up_room(PersonId id);
    /// Once per decision interval.
    void look_after_guides();

private:
    struct Searcher {
        PersonId person;
        // Of the search, at the latest.
        SimTime ends;
        // Looks round or forces a door until then; < 0 = walks.
        SimTime until = SimTime{-1};
        OpeningId forces;
        bool done = false;
    };
    void choose_room(Searcher& guide);
    void end_search(Searcher& guide);
    void search_on(Searcher& guide);
    void try_door(Searcher& guide, OpeningId door);
    void stand(Searcher& guide, double s);
    [[nodiscard]] bool seen_into(SpaceId room, Vec2 at) const;
    [[nodiscard]] OpeningId shut_door_here(SpaceId room, SpaceId in, Vec2 at) const;
    void find_people(const Searcher& guide, SpaceId room);

    RunState& run_;
    JammedDoors& doors_;
    SearchSettings settings_;
    std::vector<Searcher> searchers_;
    // That have begun.
    std::set<GroupId> searching_groups_;
    // Per group: rooms that nobody has taken on yet.
    std::vector<std::vector<SpaceId>> to_search_;
    // Per person.
    std::vector<bool> found_;
};

}  // namespace muster::engine
