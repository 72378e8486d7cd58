// SPDX-License-Identifier: Apache-2.0
// The room-and-door graph with its distance fields: what is where, how far, and which door next. Shared by all
// replications of a World, on any thread; fields are made when first asked for and kept. A run in which furniture moves
// lays one of its own over it, with its own fields for the spaces that have changed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "sim/model/building.h"
#include "sim/routing/distance_field.h"
#include "sim/routing/free_space.h"

namespace muster::routing {

/// Where somebody wants to be in the end.
struct Destination {
    enum class Kind : std::uint8_t { off_site, out_of_building, spot, room } kind = Kind::out_of_building;
    AssemblySpotId spot;  // kind spot
    SpaceId room;         // kind room
    auto operator<=>(const Destination&) const = default;
};

/// What going through it, in at one opening and out at another, costs besides its length: a class does not cut through
/// another class's room to save a few steps along the corridor. 15 m is our judgement, no source. Who is in the room
/// leaves it freely, and who has no other way has to.
[[nodiscard]] constexpr double crossing_m(const Space& space) {
    const bool for_passage = space.outdoor || is_circulation(space.use) || space.use == SpaceUse::hall ||
                             space.use == SpaceUse::canteen || space.use == SpaceUse::other;
    return for_passage ? 0.0 : 15.0;
}

/// Cost to go, m, for one destination and one set of opening costs: through each opening in each direction.
/// Index: 2 * opening + (0 = into `to`, 1 = into `from`). Infinity = no way.
struct RouteTable {
    Destination destination;
    /// From the target segment of the field to that opening on the near side: its own extra cost, the way through the
    /// wall, and on to the destination. So field.at(p) * incline_factor + beyond_m is the whole way from p.
    std::vector<double> beyond_m;
};

struct NextStep {
    OpeningId opening;  // not valid: the destination itself is in this space
    double to_go_m = 0.0;
};

class Navigation {
public:
    explicit Navigation(const Building& building);  // not owned; must outlive this
    /// Over `shared`, for a building like its own but for furniture that moves: `now`. Both must outlive this. A gap
    /// less than `body_m` beside something that moved is no way. For one thread.
    Navigation(const Navigation& shared, const Building& now, double body_m);
    ~Navigation();

    [[nodiscard]] const Building& building() const;
    /// Field to `opening` inside `space`. Pre: opening joins space.
    [[nodiscard]] const DistanceField& field(SpaceId space, OpeningId opening) const;
    /// Field to a spot or to the middle of a destination room, in the space where it lies.
    [[nodiscard]] const DistanceField& field(const Destination& destination) const;
    /// Walking distance inside `space` between the field targets of two of its openings (the nearest points of wide
    /// ones); infinity when obstacles part them. The same both ways. Flights count along the incline.
    [[nodiscard]] double between_m(SpaceId space, OpeningId a, OpeningId b) const;
    /// Length factor of a space: 1 / Flight::plan_per_incline() on flights, else 1.
    [[nodiscard]] double incline_factor(SpaceId space) const;

    /// `extra_m` per opening (index = OpeningId), infinity = closed. Dijkstra from the destination; deterministic.
    /// off_site: through any opening to outside. out_of_building: out of doors or outside, for those indoors.
    /// Of furniture that has moved only what lies in the spaces of `seen` (sorted) is known.
    [[nodiscard]] RouteTable route_table(const Destination& destination, const std::vector<double>& extra_m,
                                         std::span<const SpaceId> seen = {}) const;
    /// The best opening from p in `space`, or the destination itself; empty when there is no way.
    [[nodiscard]] std::optional<NextStep> next_step(const RouteTable& table, SpaceId space, Vec2 p) const;
    /// The whole way from p in `space`, by the best opening; infinity = no way.
    [[nodiscard]] double to_go_m(const RouteTable& table, SpaceId space, Vec2 p) const;
    /// The whole way from p in `space` when it leads through `through`. Pre: `through` joins `space`.
    [[nodiscard]] double to_go_m(const RouteTable& table, SpaceId space, Vec2 p, OpeningId through) const;

    /// Furniture stands elsewhere in the building now. Fields of its spaces read before are gone.
    void move_furniture(std::span<const ObstacleId> items);
    /// Whether furniture has moved in it.
    [[nodiscard]] bool changed(SpaceId space) const;
    /// Out of doors people keep off the facades, or no longer do.
    void shun_facades(bool shun);
    [[nodiscard]] bool shuns_facades() const;

    /// The free area of `space` with its grid.
    [[nodiscard]] const FreeSpace& free_space(SpaceId space) const;
    /// Of all grids and fields made so far.
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] std::size_t fields_made() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace muster::routing
