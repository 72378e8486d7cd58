// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/jammed_doors.h"

#include <algorithm>

namespace muster::engine {

const hazards::JammedDoor* JammedDoors::find(OpeningId door) const {
    const auto jam =
        std::find_if(jammed_.begin(), jammed_.end(), [door](const hazards::JammedDoor& j) { return j.door == door; });
    return jam == jammed_.end() ? nullptr : &*jam;
}

void JammedDoors::jam(const hazards::JammedDoor& jam) {
    if (run_.site.opening(jam.door).blocked) return;
    run_.site.change(jam.door).blocked = true;
    run_.note(DoorJammed{jam.door});
    jammed_.push_back(jam);
    run_.opening_changed(jam.door);
    try_to_force(jam.door, false);
}

// It takes two who are strong enough, and a door that can be forced.
void JammedDoors::try_to_force(OpeningId door, bool called) {
    const hazards::JammedDoor* const jam = find(door);
    if (jam == nullptr || jam->forced_after_s < 0.0 || being_forced_.contains(door)) return;
    int strong = 0;
    for (std::size_t i = 0; i < run_.crowd.size() && strong < 2; ++i) {
        const PersonState is = run_.state(PersonId{i});
        if (is == PersonState::gone || is == PersonState::fallen || stands_still(is)) continue;
        const bool able = run_.profile_of(PersonId{i}).mass_kg >= settings_.strong_kg;
        if (able && within_call(door, run_.where(PersonId{i}).in, called)) ++strong;
    }
    if (strong < 2) return;
    being_forced_.insert(door);
    run_.schedule(jam->forced_after_s, Phase::hazard, DoorForced{door});
}

void JammedDoors::force(OpeningId door) {
    run_.site.change(door).blocked = false;
    being_forced_.erase(door);
    std::erase_if(jammed_, [door](const hazards::JammedDoor& j) { return j.door == door; });
    // Called out: everybody hears it.
    for (Person& p : run_.crowd.people) p.knowledge = run_.routes.learn_opening(p.knowledge, door, false);
    run_.opening_changed(door);
}

// In a room at the door, or, once somebody has called, one door farther.
bool JammedDoors::within_call(OpeningId id, SpaceId from, bool called) const {
    const Opening& door = run_.world().building.opening(id);
    if (door.joins(from)) return true;
    const auto& ways = run_.world().building.space(from).openings;
    return called && std::any_of(ways.begin(), ways.end(), [&](OpeningId o) {
               const SpaceId next = run_.world().building.opening(o).other(from);
               return next.valid() && door.joins(next) && run_.site.opening(o).passable();
           });
}

}  // namespace muster::engine
