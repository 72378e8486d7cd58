// SPDX-License-Identifier: Apache-2.0
// What one shock breaks, drawn per seed by fragility curves; shelves and cabinets by the rocking equation. Damage does
// not heal: a later shock adds to it.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/hazards/shear_building.h"
#include "sim/model/building.h"

namespace muster::hazards {

/// Storeys above ground and what each stands on: index into FloorMotion.
struct BuildingFrame {
    std::vector<double> storey_m;
    double breadth_m = 10.0;  // the shorter side of the indoor spaces' bounds
    [[nodiscard]] double height_m() const;
    [[nodiscard]] std::size_t floor_of(const Level& level) const;   // [0] = ground
    [[nodiscard]] std::size_t storey_of(const Level& level) const;  // whose drift its doors feel
};
[[nodiscard]] BuildingFrame frame_of(const Building& building);

struct JammedDoor {
    OpeningId door;
    double forced_after_s = -1.0;  // two adults open it in so long; < 0 = they cannot
};
struct FallenItem {
    ObstacleId item;
    double at_s = 0.0;      // from the start of the shock
    Ring footprint;         // of what lies there now, ...
    double height_m = 0.0;  // ... so high
};
struct NarrowedOpening {
    OpeningId opening;
    ObstacleId by;
    double left_m = 0.0;  // 0 = nobody passes
};
/// Of ceilings and partitions; that of furniture follows from FallenItem.
struct Debris {
    SpaceId space;
    double cover = 0.0;  // share of the floor
};
struct DamagedFlight {
    SpaceId flight;
    int state = 0;  // 1 slowed, 2 one file, 3 carries nobody
};

struct QuakeDamage {
    std::vector<JammedDoor> doors;
    std::vector<FallenItem> items;
    std::vector<NarrowedOpening> narrowed;
    std::vector<Debris> debris;
    std::vector<DamagedFlight> flights;
    std::vector<OpeningId> under_facade;  // exits over which glass or a parapet came down
    bool power_lost = false;
    double worst_at_s = 0.0;  // of the strongest shaking of the ground
};

/// `shock`: 0 the main shock, 1... aftershocks: their draws differ. `direction` of the motion in plan, unit vector.
[[nodiscard]] QuakeDamage draw_damage(const Building& building, const FloorMotion& motion, Vec2 direction,
                                      std::uint64_t seed, std::uint32_t shock);

/// Openings of its room before which something that lies or stands there now leaves less than their width.
[[nodiscard]] std::vector<NarrowedOpening> narrowed_by(const Building& building, ObstacleId item,
                                                       const Ring& footprint);

/// Share of the free speed on a floor of which debris covers that share: 1 - 3.2 c, at least 0.2. Assumption after Lu
/// et al. 2020 (over 25 % people can barely pass).
[[nodiscard]] double speed_on_debris(double cover);
/// Of walkers on a floor shaking with that running JMA intensity: 1 up to 4.5, 0.3 at 5.4, 0 from 5.9 on. Assumption
/// after the agency's descriptions; no measured law was found.
[[nodiscard]] double speed_while_shaking(double jma);

}  // namespace muster::hazards
