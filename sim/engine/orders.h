// SPDX-License-Identifier: Apache-2.0
// What has been ordered in a run so far: who waits for the order to leave, and who is held back.
#pragma once

#include <optional>
#include <vector>

#include "sim/behaviour/release.h"
#include "sim/kernel/calendar.h"

namespace muster::engine {

struct Orders {
    /// A group's order to leave, given and still to come.
    struct Due {
        Ticket ticket;
        SimTime at;
    };

    explicit Orders(const World& world)
        : release(world.scenario.release),
          queues(behaviour::release_queues(world, {release})),
          held(world.scenario.population.groups.size(), false),
          due(held.size()) {}

    Release release;
    std::vector<std::vector<GroupId>> queues;  // class by class
    std::vector<bool> held;                    // per group
    std::vector<std::optional<Due>> due;       // per group
    SimTime announced;                         // end of the announcement of the alarm that sounds
    bool silenced = false;
    bool changed = false;  // somebody has intervened: those already told are not told once more
};

}  // namespace muster::engine
