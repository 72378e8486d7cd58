// SPDX-License-Identifier: Apache-2.0
// Guides who stand at an opening: whom they send another way, and whom they let through after all.
#pragma once

#include <vector>

#include "sim/engine/run_state.h"

namespace muster::engine {

class GuidePosts {
public:
    explicit GuidePosts(RunState& run) : run_(run), let_through_(run.crowd.size(), false) {}

    [[nodiscard]] bool is_turned_away(PersonId person, SpaceId in, OpeningId opening) const;
    /// Whether this person, who sees no way, now has one.
    [[nodiscard]] bool let_through(PersonId person);

private:
    RunState& run_;
    // Per person: there was no other way.
    std::vector<bool> let_through_;
};

/// Whether this person believes that it is shut.
[[nodiscard]] bool knows_shut(const RunState& run, PersonId person, OpeningId opening);

}  // namespace muster::engine
