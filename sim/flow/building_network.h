// SPDX-License-Identifier: Apache-2.0
// The queue network of a real building: which cells a way through its rooms, corridors, flights and landings passes,
// how long each takes and what it lets through. The same spaces, openings and distances as the physics.
//
// A space that is left by one opening is one cell, a long one (over `stretch_m`) a chain of stretches by their distance
// to that opening, so that a queue before a stair reaches back as far as the doors it stands before.
//
// Where nothing else is said the figures were set by our own physics (children of 6 to 12, realistic doors; the drill
// of the library's primary school, its storeys one by one, and classes one by one), so that the two agree; not by an
// experiment. How far they differ over the library: tests/bench/network_against_physics.csv; every plan prints its own.
#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "sim/flow/queue_network.h"
#include "sim/model/assumption.h"
#include "sim/model/building.h"
#include "sim/routing/navigation.h"

namespace muster::flow {

struct FlowParameters {
    // Persons/s through an opening of clear width w: per_m w + more. The physics' own line over 0.5 to 2.5 m, adults,
    // held against Kretz 2006 and Seyfried 2009: tests/verification/RESULTS.md, B1.
    double door_per_m = 1.59, door_more = 0.21;
    // Out of the room people start in they come to the door through its furniture: per_m (w - lost_m). 1.5 at a class
    // door of 1 m, 5.5 at 3 m.
    double room_door_per_m = 2.1, room_door_lost_m = 0.3;
    // Persons/(m s) of a flight's clear width. Onto an empty flight more can step than come off it at the turn below.
    double onto_flight = 1.67, off_flight = 1.22;
    double up_share = 0.8;        // of these, uphill: 0.88 / 1.1 (IMO MSC.1/Circ.1533, table 1.3)
    double corridor_per_m = 1.2;  // persons/(m s) of a corridor's width
    double corridor_holds = 2.2;  // persons/m2 before a stair in a corridor: those behind are held back at their doors
    double stair_holds = 4.5;     // persons/m2 on flights, landings and in lobbies
    double walking_share = 0.9;   // of the free speed, in a file of others
    // Where it is dark or wet people walk slower but also closer: at speed v each takes spacing + headway v of a file,
    // as in the physics (physics/motion_parameters.h, headway_s and gap0_m, with the body of a child of 8).
    double headway_s = 0.6, spacing_m = 0.48;
    double regulation_per_m = 1.33;  // in door mode regulation
    double stretch_m = 6.0;
};

/// How somebody walks, m/s, already a mean over the group.
struct Walker {
    double level_m_s = 1.0, down_m_s = 0.7, up_m_s = 0.55;
};

/// What a scenario changes of the building. Index = OpeningId, SpaceId; empty = nothing.
struct FlowConditions {
    std::vector<double> clear_width_m;  // of openings that something stands in
    std::vector<double> speed_factor;   // of spaces: dark, wet
    bool regulation = false;
    std::vector<TwoWayLaw> passages;  // what the assumption lets through
};

/// Where a cell lies.
struct CellPlace {
    SpaceId space;
    OpeningId out;
    int stretch = 0;  // 0 = the one at the opening
};

class BuildingNetwork {
public:
    /// Both must outlive this.
    BuildingNetwork(const Building& building, const routing::Navigation& navigation, FlowConditions conditions = {},
                    FlowParameters parameters = {});

    /// The way out of `room` through these openings in order. Makes the cells that are not there yet. `ready_s` and
    /// `outside_s` are the caller's to fill. Pre: each opening joins the space the one before leads into.
    [[nodiscard]] QueueWay way(SpaceId room, std::span<const OpeningId> openings, const Walker& walker);

    [[nodiscard]] const std::vector<QueueCell>& cells() const { return cells_; }
    [[nodiscard]] const CellPlace& place(std::uint32_t cell) const { return places_[cell]; }

private:
    struct Chain {
        std::vector<std::uint32_t> cells;  // nearest the opening first
        std::vector<double> begins_m;      // distance to the opening where each begins
    };
    const Chain& chain(SpaceId space, OpeningId out, bool room);
    [[nodiscard]] Chain make_chain(SpaceId space, OpeningId out, bool room);
    [[nodiscard]] std::vector<double> stretches_m2(SpaceId space, OpeningId out, int count) const;
    [[nodiscard]] double flow_out(SpaceId space, OpeningId out, bool room) const;
    [[nodiscard]] double flight_flow(const Flight& flight, OpeningId end, bool onto) const;
    [[nodiscard]] double door_flow(OpeningId opening, bool of_room) const;
    [[nodiscard]] double assumed_flow(OpeningId opening, SpaceId into) const;
    [[nodiscard]] double width_m(OpeningId opening) const;
    [[nodiscard]] double factor(SpaceId space) const;
    [[nodiscard]] double flow_factor(SpaceId space) const;
    [[nodiscard]] double longest_m(SpaceId space) const;
    [[nodiscard]] double walk_s(SpaceId space, OpeningId in, OpeningId out, double metres, const Walker& walker) const;

    const Building& building_;
    const routing::Navigation& navigation_;
    FlowConditions conditions_;
    FlowParameters p_;
    std::vector<QueueCell> cells_;
    std::vector<CellPlace> places_;
    std::map<std::pair<SpaceId, OpeningId>, Chain> chains_;
};

}  // namespace muster::flow
