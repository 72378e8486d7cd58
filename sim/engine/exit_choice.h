// SPDX-License-Identifier: Apache-2.0
// Choosing the next opening by time instead of distance: queues, familiar exits, other people.
#pragma once

#include <vector>

#include "sim/engine/queues_seen.h"
#include "sim/engine/run_state.h"

namespace muster::engine {

struct ChoiceSettings {
    // Persons/(m s) that people reckon with at a door they queue for; assumption.
    double seen_flow = 1.3;
    // Gain for which one first changes to a quicker way, s, twice as much each further time; assumption.
    double change_s = 2.0;
    // ... and this share of the time left; assumption.
    double change_share = 0.2;
    // ... nor sooner than 0.5 to 2.5 times this after the last change, s; assumption.
    double change_after_s = 5.0;
};

class ExitChoice {
public:
    explicit ExitChoice(RunState& run);

    /// Once per decision interval.
    void look_at_queues();
    /// The opening to take. Not valid = there is no way.
    [[nodiscard]] OpeningId quickest_opening(PersonId person, const Whereabouts& where,
                                             const routing::RouteTable& table);

private:
    struct SecondThoughts {
        // When `next` was last changed for a quicker way.
        SimTime chose_at;
        // How often it was.
        int changes = 0;
    };
    [[nodiscard]] double time_by(PersonId person, const Whereabouts& where, const routing::RouteTable& table,
                                 OpeningId opening);

    RunState& run_;
    ChoiceSettings settings_;
    bool anybody_chooses_ = false;
    QueuesSeen queues_;
    // Per person.
    std::vector<SecondThoughts> thoughts_;
};

}  // namespace muster::engine
