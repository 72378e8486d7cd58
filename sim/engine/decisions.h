// SPDX-License-Identifier: Apache-2.0
// The tactical level: what people learn of the building, and which opening each takes next. About once a second each,
// and whenever somebody enters another space.
#pragma once

#include "sim/engine/exit_choice.h"
#include "sim/engine/guide_posts.h"
#include "sim/engine/jammed_doors.h"
#include "sim/engine/perception.h"
#include "sim/engine/room_search.h"
#include "sim/engine/run_state.h"

namespace muster::engine {

struct DecisionSettings {
    // A new opening must be this much better than the one chosen, m; assumption.
    double keep_choice_m = 1.0;
};

class Decisions {
public:
    Decisions(RunState& run, JammedDoors& doors, RoomSearch& search)
        : run_(run), doors_(doors), search_(search), choice_(run), posts_(run) {}

    /// Pre: walks. Who sees no way is stranded.
    void decide(PersonId person, const Whereabouts& where);
    /// Once per decision interval: what is heard, and how long the queues are.
    void look_around();

private:
    void learn_what_is_seen(PersonId person, const Whereabouts& where);
    void pass_the_word();

    RunState& run_;
    JammedDoors& doors_;
    RoomSearch& search_;
    DecisionSettings settings_;
    PerceptionSettings perception_;
    ExitChoice choice_;
    GuidePosts posts_;
};

}  // namespace muster::engine
