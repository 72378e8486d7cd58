// SPDX-License-Identifier: Apache-2.0
// What a space's grid heeds besides its own walls and furniture: gaps that no body passes, and facades to keep away
// from.
#pragma once

#include <span>
#include <vector>

#include "sim/model/building.h"

namespace muster::routing {

struct Surroundings {
    std::vector<Segment> barriers;  // nobody steps across
    std::vector<Segment> facades;   // within band_m of one ...
    double band_m = 0.0;
    double band_slowness = 1.0;  // ... a metre counts as so many
};

/// Straight lines across all gaps less than `body_m` wide between one of these pieces of furniture and anything else
/// in their space.
[[nodiscard]] std::vector<Segment> barriers_beside(const Building& building, SpaceId space,
                                                   std::span<const ObstacleId> moved, double body_m);

/// What a metre counts for in the band of falling things; assumption.
constexpr double band_slowness = 3.0;
/// The outer lines of indoor spaces within `band_m` of this outdoor one.
[[nodiscard]] std::vector<Segment> facades_along(const Building& building, SpaceId outdoor, double band_m);

}  // namespace muster::routing
