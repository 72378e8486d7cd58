// SPDX-License-Identifier: Apache-2.0
// Passing openings, leaving the site, and arriving: at an assembly spot, or in a destination room.
#pragma once

#include <vector>

#include "sim/engine/run_state.h"

namespace muster::engine {

struct ArrivalSettings {
    // A destination room counts as reached this far from the door. m
    double inside_m = 1.0;
    // Who is out walks on this far before leaving the crowd: to vanish at the door would let a third more through it.
    // From 1.0 m on without effect on flow.
    double walks_clear_m = 1.5;
    // ... or this long, where there is no room.
    double walks_clear_s = 5.0;
};

class Arrivals {
public:
    explicit Arrivals(RunState& run) : run_(run), places_taken_(run.world().building.spots.size(), 0) {}

    // Every motion step.
    void settle_crossings();
    void arrive_where_due();
    void walk_clear();

private:
    /// Somebody who is out and only stands in others' way until clear of the door.
    struct Departure {
        PersonId person;
        OpeningId by;
        SimTime since;
    };
    void settle_crossing(const physics::Crossing& crossing);
    void reach_line(PersonId person, PersonState as, SpaceId space, Vec2 middle, int place);
    [[nodiscard]] bool at_destination(PersonId person) const;

    RunState& run_;
    ArrivalSettings settings_;
    std::vector<Departure> departures_;
    // Per assembly spot.
    std::vector<int> places_taken_;
};

}  // namespace muster::engine
