// SPDX-License-Identifier: Apache-2.0
// The way a group is to go, as a line on the plans: from the middle of its room by its route to where it gathers. It is
// the way of somebody alone, with every door as it stands at the start.
#pragma once

#include <vector>

#include "sim/behaviour/route_book.h"

namespace muster::behaviour {

/// The part of the way within one space.
struct RouteLeg {
    SpaceId space;
    OpeningId through;       // by which it is left; not valid on the last leg
    std::vector<Vec2> line;  // m, at least two points
    double length_m = 0.0;   // along the incline on flights
};

/// Empty when there is no way.
[[nodiscard]] std::vector<RouteLeg> route_line(RouteBook& book, const World& world,
                                               const routing::Navigation& navigation, GroupId group);
[[nodiscard]] std::vector<RouteLeg> route_line(const World& world, const routing::Navigation& navigation,
                                               GroupId group);

}  // namespace muster::behaviour
