// SPDX-License-Identifier: Apache-2.0
// How far it is from the worst point of a room to a door. Internal to sim/planning.
#pragma once

#include <vector>

#include "sim/planning/code_site.h"

namespace muster::planning {

/// To the nearest of the doors given, each from the point that is worst for it. Straight: as the crow flies over
/// furniture, as codes measure in a room; walked where the walls hide every door. Walked: round what stands there.
struct RoomReach {
    double straight_m = 0.0, walked_m = 0.0;
};
[[nodiscard]] RoomReach room_reach(const CodeSite& site, SpaceId room, const std::vector<OpeningId>& doors);

}  // namespace muster::planning
