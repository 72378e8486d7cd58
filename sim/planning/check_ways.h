// SPDX-License-Identifier: Apache-2.0
// Ways out: how far, how wide, and where they end blind. Internal to sim/planning.
#pragma once

#include "sim/planning/rule_lines.h"

namespace muster::planning {

void check(const TravelDistance& rule, const RuleContext& in);
void check(const DeadEnd& rule, const RuleContext& in);
void check(const CorridorWidth& rule, const RuleContext& in);

/// Whether the room's door lies between two exits and not on a dead end; its length is to the nearest end.
struct DoorWay {
    double m = 0.0;  // to the nearest exit or stair; infinity = no way
    std::optional<std::size_t> end;
    bool dead_end = false;
    double stub_m = 0.0;  // of the dead end up to the door
};
[[nodiscard]] DoorWay door_way(const CodeSite& site, std::size_t block, int storey, OpeningId door);

/// The room lies at the end of a corridor: its door is in the end wall of a dead end, across the way. A door in a side
/// wall is not, though no other lies beyond it.
[[nodiscard]] bool in_end_wall(const CodeSite& site, std::size_t block, SpaceId room, OpeningId door);

}  // namespace muster::planning
