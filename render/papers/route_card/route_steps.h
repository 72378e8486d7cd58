// SPDX-License-Identifier: Apache-2.0
// A class's way in a handful of numbered steps, from its line on the plans.
#pragma once

#include <vector>

#include "sim/behaviour/route_line.h"

namespace muster::papers {

enum class RouteStepKind : std::uint8_t { door, stair, off_stair, exit, spot };

struct RouteStep {
    RouteStepKind kind = RouteStepKind::door;
    LevelId level;
    Vec2 at;              // where it is numbered on the plan
    double metres = 0.0;  // walked since the step before
    OpeningId opening;    // door, exit
    StairId stair;        // stair, off_stair
    LevelId to_level;     // stair
};

[[nodiscard]] std::vector<RouteStep> route_steps(const Building& building,
                                                 const std::vector<behaviour::RouteLeg>& legs);

/// The stair a space is part of; not valid for other spaces.
[[nodiscard]] StairId stair_of(const Building& building, SpaceId space);

}  // namespace muster::papers
