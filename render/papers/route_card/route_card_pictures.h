// SPDX-License-Identifier: Apache-2.0
// Plans of a route card, and the lines on them.
#pragma once

#include <string>
#include <vector>

#include "render/papers/route_card/route_card.h"
#include "render/papers/route_card/route_steps.h"
#include "render/picture/level_picture.h"

namespace muster::papers {

struct RoutePlan {
    LevelId level;
    std::string png;
};

struct RoutePlans {
    RoutePlan first;                 // where the class sets out
    std::vector<RoutePlan> between;  // storeys it only passes on the stair, highest first; cut out round the stair
    RoutePlan last;                  // from the foot of the stair to the spot; no picture when the first shows it all
};

/// All that the group walks on the level as one line; with `first`, also the flights by which it leaves the storey,
/// which lie below.
[[nodiscard]] picture::RouteStroke way_on_level(const World& world, const RouteCard& card, LevelId level, bool first);

[[nodiscard]] RoutePlans route_plans(const World& world, const RouteCard& card, const std::vector<RouteStep>& steps,
                                     text::Lang lang);

}  // namespace muster::papers
