// SPDX-License-Identifier: Apache-2.0
// Which ways out a group has: every door of its room with every stair and exit that lead out, traced through the
// building as the engine would lead them. What the scenario locks, blocks, closes or sets on fire is no way: a plan is
// made for what it is to stand.
#pragma once

#include <optional>
#include <vector>

#include "sim/behaviour/route_book.h"
#include "sim/flow/building_network.h"
#include "sim/model/world.h"
#include "sim/planning/plan_problem.h"
#include "sim/routing/navigation.h"

namespace muster::planning {

struct TracedWay {
    std::vector<OpeningId>
        openings;            // up to the exit of the building, or to the door of the room somebody is bound for
    double indoors_m = 0.0;  // from the middle of the room, along the incline
    double outside_m = 0.0;  // from the exit to the spot
};

class WayFinder {
public:
    /// Most ways a class may choose from: the shortest ones.
    static constexpr std::size_t max_options = 10;
    /// A way longer than the shortest by more than this is no sensible one, m. Assumption.
    static constexpr double longest_detour_m = 80.0;

    WayFinder(const World& world, const routing::Navigation& navigation);

    /// By this route, from this room; nothing when there is no way, or none that keeps to the route.
    [[nodiscard]] std::optional<TracedWay> trace(GroupId group, const Route& route);
    /// The ways to choose from, shortest first, and the way of the group's own route with its index.
    struct Found {
        std::vector<WayOption> options;
        std::vector<TracedWay> traced;  // beside options
        std::uint16_t today = 0;
    };
    [[nodiscard]] Found options(GroupId group);

private:
    [[nodiscard]] WayOption option_of(GroupId group, const Route& route, const TracedWay& way) const;
    [[nodiscard]] std::vector<StairId> stairs_of(const TracedWay& way) const;
    [[nodiscard]] bool shut(OpeningId opening) const;
    void add(GroupId group, const Route& route, Found& found);

    const World& world_;
    const routing::Navigation& navigation_;
    behaviour::RouteBook book_;
    behaviour::KnowledgeId known_ = 0;  // what the scenario shuts
};

/// What the scenario changes of the building for the whole of the drill, as the queue network needs it.
[[nodiscard]] flow::FlowConditions conditions_of(const World& world);

}  // namespace muster::planning
