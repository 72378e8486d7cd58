// SPDX-License-Identifier: Apache-2.0
// The tactical level: what people learn of the building, and which opening each takes next. About once a second each,
// and whenever somebody enters another space.
#pragma once

#include <vector>

#include "sim/engine/exit_choice.h"
#include "sim/engine/guide_posts.h"
#include "sim/engine/jammed_doors.h"
#include "sim/engine/perception.h"
#include "sim/engine/room_search.h"
#include "sim/engine/run_state.h"
#include "sim/engine/waiting_places.h"

namespace muster::engine {

struct DecisionSettings {
    // A new opening must be this much better than the one chosen, m; assumption.
    double keep_choice_m = 1.0;
};

class Decisions {
public:
    Decisions(RunState& run, JammedDoors& doors, RoomSearch& search, WaitingPlaces& waiting)
        : run_(run), doors_(doors), search_(search), waiting_(waiting), choice_(run), posts_(run) {}

    /// Pre: walks. Who sees no way is stranded, and goes to wait somewhere.
    void decide(PersonId person, const Whereabouts& where);
    /// Pre: is stranded. Goes on to where to wait, or out, where a way is seen meanwhile.
    void wait_on(PersonId person, const Whereabouts& where);
    /// Once per decision interval: what is heard, and how long the queues are.
    void look_around();

private:
    void learn_what_is_seen(PersonId person, const Whereabouts& where);
    [[nodiscard]] bool sees_a_way(PersonId person, const Whereabouts& where);
    void pass_the_word();
    void tell_of(OpeningId shut);
    void tell_of(SpaceId closed);
    template <class Knows, class Learn>
    void spread(const Knows& knows, const Learn& learn);
    [[nodiscard]] bool hears(const Whereabouts& listener, const Whereabouts& speaker) const;

    RunState& run_;
    JammedDoors& doors_;
    RoomSearch& search_;
    WaitingPlaces& waiting_;
    DecisionSettings settings_;
    PerceptionSettings perception_;
    ExitChoice choice_;
    GuidePosts posts_;
    // Working storage: who knows something, and who does not.
    std::vector<Whereabouts> knowing_;
    std::vector<PersonId> others_;
};

}  // namespace muster::engine
