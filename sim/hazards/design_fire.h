// SPDX-License-Identifier: Apache-2.0
// Design fires by the use of a room, and their heat over time.
#pragma once

#include "sim/hazards/zone_network.h"
#include "sim/model/building.h"
#include "sim/model/fire.h"
#include "sim/model/world.h"

namespace muster::hazards {

/// kW/s2 of a growth class; 0 for steady and table. NFPA 72 / EN 1991-1-2.
[[nodiscard]] double growth_kw_s2(FireGrowth growth);

/// What a room of that use is reckoned to burn with. Peaks and growth after GB 51251 table 4.6.7 and EN 1991-1-2 table
/// E.5 [unchecked], kitchens and laboratories assumed; fuel load = the 80 % fractile per floor area x `floor_m2`.
[[nodiscard]] DesignFire design_fire_for(SpaceUse use, double floor_m2);

/// Where a fire of the scenario burns: its own space and point, else the risk's, else the middle of the space.
struct FirePlace {
    SpaceId space;
    Vec2 at;
};
[[nodiscard]] FirePlace place_of(const World& world, const StartFire& fire);

/// Yields and heat of combustion. Sources: C/VM2 (furnishings), SFPE handbook (the others) [unchecked].
[[nodiscard]] Fuel fuel_of(FuelKind kind, bool after_flashover);

/// W that it would release `since_s` after its start with air enough; `burnt_j` = released so far.
[[nodiscard]] double heat_release_w(const DesignFire& design, double since_s, double burnt_j);

}  // namespace muster::hazards
