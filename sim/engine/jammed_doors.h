// SPDX-License-Identifier: Apache-2.0
// Doors that shaking has jammed, and who opens them by force.
#pragma once

#include <set>
#include <vector>

#include "sim/engine/run_state.h"
#include "sim/hazards/quake_damage.h"

namespace muster::engine {

struct ForceSettings {
    // Body mass from which two can force a door, kg; assumption.
    double strong_kg = 45.0;
};

class JammedDoors {
public:
    explicit JammedDoors(RunState& run) : run_(run) {}

    /// Those that are not forced yet.
    [[nodiscard]] const std::vector<hazards::JammedDoor>& all() const { return jammed_; }
    /// Null = it is not jammed.
    [[nodiscard]] const hazards::JammedDoor* find(OpeningId door) const;

    void jam(const hazards::JammedDoor& door);
    /// `called`: somebody who knows calls others to help.
    void try_to_force(OpeningId door, bool called);
    /// Somebody is at it: nobody else begins.
    void is_being_forced(OpeningId door) { being_forced_.insert(door); }
    /// It is open.
    void force(OpeningId door);

private:
    [[nodiscard]] bool within_call(OpeningId door, SpaceId from, bool called) const;

    RunState& run_;
    ForceSettings settings_;
    std::vector<hazards::JammedDoor> jammed_;
    std::set<OpeningId> being_forced_;
};

}  // namespace muster::engine
