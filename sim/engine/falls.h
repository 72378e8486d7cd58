// SPDX-License-Identifier: Apache-2.0
// People who trip, as an incident says, and getting up again.
#pragma once

#include <vector>

#include "sim/engine/decisions.h"
#include "sim/engine/run_state.h"
#include "sim/engine/shaking.h"

namespace muster::engine {

class Falls {
public:
    Falls(RunState& run, Decisions& decisions, const Shaking& shaking)
        : run_(run), decisions_(decisions), shaking_(shaking) {}

    void trip(const PersonFalls& what);
    /// Every motion step: somebody may have come there by now.
    void trip_pending();
    void get_up(PersonId person);

private:
    [[nodiscard]] PersonId nearest_walker(SpaceId space) const;

    RunState& run_;
    Decisions& decisions_;
    const Shaking& shaking_;
    // Nobody was there yet.
    std::vector<PersonFalls> pending_;
};

}  // namespace muster::engine
