// SPDX-License-Identifier: Apache-2.0
// The room-and-door graph with its distance fields: what is where, how far, and which door next. Shared by all
// replications of a World, on any thread; fields are made when first asked for and kept.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "sim/model/building.h"
#include "sim/routing/distance_field.h"

namespace muster {

/// Where somebody wants to be in the end.
struct Destination {
    enum class Kind : std::uint8_t { off_site, out_of_building, spot, room } kind = Kind::out_of_building;
    AssemblySpotId spot;  // kind spot
    SpaceId room;         // kind room
    auto operator<=>(const Destination&) const = default;
};

/// Cost to go, m, for one destination and one set of opening costs: through each opening in each direction.
/// Index: 2 * opening + (0 = into `to`, 1 = into `from`). Infinity = no way.
struct RouteTable {
    Destination destination;
    std::vector<double> beyond_m;  // from having passed the opening in that direction to the destination
};

struct NextStep {
    OpeningId opening;  // not valid: the destination itself is in this space
    double to_go_m = 0.0;
};

class Navigation {
public:
    explicit Navigation(const Building& building);
    ~Navigation();

    [[nodiscard]] const Building& building() const;
    /// Field to `opening` inside `space`. Pre: opening joins space.
    [[nodiscard]] const DistanceField& field(SpaceId space, OpeningId opening) const;
    /// Field to a spot or to the middle of a destination room, in the space where it lies.
    [[nodiscard]] const DistanceField& field(const Destination& destination) const;
    /// Walking distance inside `space` between two of its openings; infinity when obstacles part them. Flights count
    /// along the incline.
    [[nodiscard]] double between_m(SpaceId space, OpeningId a, OpeningId b) const;
    /// Length factor of a space: 1 / Flight::plan_per_incline() on flights, else 1.
    [[nodiscard]] double incline_factor(SpaceId space) const;

    /// `extra_m` per opening (index = OpeningId), infinity = closed. Dijkstra from the destination; deterministic.
    [[nodiscard]] RouteTable route_table(const Destination& destination, const std::vector<double>& extra_m) const;
    /// The best opening from p in `space`, or the destination itself; empty when there is no way.
    [[nodiscard]] std::optional<NextStep> next_step(const RouteTable& table, SpaceId space, Vec2 p) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace muster
