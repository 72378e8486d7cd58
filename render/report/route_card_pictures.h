// SPDX-License-Identifier: Apache-2.0
// Plans of a route card; inside render/report only.
#pragma once

#include <string>
#include <vector>

#include "render/report/route_card.h"
#include "render/report/route_steps.h"

namespace muster {

struct RoutePlan {
    LevelId level;
    std::string png;
};

struct RoutePlans {
    RoutePlan first;                 // where the class sets out
    std::vector<RoutePlan> between;  // storeys it only passes on the stair, highest first; cut out round the stair
    RoutePlan last;                  // from the foot of the stair to the spot; no picture when the first shows it all
};

[[nodiscard]] RoutePlans route_plans(const World& world, const RouteCard& card, const std::vector<RouteStep>& steps,
                                     Lang lang);

}  // namespace muster
