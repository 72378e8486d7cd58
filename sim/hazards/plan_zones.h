// SPDX-License-Identifier: Apache-2.0
// A plan as a network of zones: every indoor space one, long corridors several of about 9 m, every stair one mixed one.
#pragma once

#include <vector>

#include "sim/hazards/zone_network.h"
#include "sim/model/building.h"

namespace muster::hazards {

/// Sizes that a plan does not say. Assumptions, printed with every fire run.
struct ZoneAssumptions {
    double storey_slab_m = 0.3;  // of a storey's height that is not room
    double top_height_m = 3.3;   // of rooms under the roof, and where there is one storey only
    double door_height_m = 2.1;
    double doorway_height_m = 2.4;  // openings without a leaf
    double corridor_cell_m = 9.0;
    double leak_m = 0.005;      // width of a slit from floor to ceiling: what closed windows and walls let through
    double closed_door = 0.01;  // open share of a closed door: the gap round it, 1 cm per metre
    double parapet_m = 1.2, gallery_head_m = 2.7;  // an open gallery is open between these
    double window_breaks_k = 573.15;  // smoke that breaks a closed window: 300 C; observed from 150 to 450 C
};

class PlanZones {
public:
    explicit PlanZones(const Building& building, const ZoneAssumptions& assumptions = {});

    [[nodiscard]] const std::vector<ZoneShape>& shapes() const { return shapes_; }
    [[nodiscard]] const std::vector<ZoneVent>& vents() const { return vents_; }
    /// Where each zone comes from (the lowest flight of a stair).
    [[nodiscard]] const std::vector<SpaceId>& space_of_zone() const { return space_of_; }

    /// `outdoors` for places in the open.
    [[nodiscard]] std::size_t zone_at(SpaceId space, Vec2 at) const;
    /// Where in its zone a place lies: shares of the longer and the shorter side of the box round the zone, 0 to 1.
    [[nodiscard]] Vec2 share_at(SpaceId space, Vec2 at) const;
    /// All zones of a space, along its length; none outdoors.
    [[nodiscard]] std::vector<std::size_t> zones_of(SpaceId space) const;
    /// Vent of an opening; `outdoors` where it joins nothing of the network (between outdoor spaces, inside a stair).
    [[nodiscard]] std::size_t vent_of(OpeningId opening) const { return vent_of_opening_[opening.index()]; }
    [[nodiscard]] std::size_t vent_of_window(std::size_t window) const { return vent_of_window_[window]; }
    [[nodiscard]] double ceiling_m(SpaceId space) const { return height_of_[space.index()]; }
    [[nodiscard]] const ZoneAssumptions& assumptions() const { return assumptions_; }

private:
    struct Cells {
        std::size_t first = outdoors;
        Vec2 axis{1.0, 0.0};
        std::vector<double> cuts;  // along the axis, ascending; one less than there are cells
    };
    void add_stairs();
    void add_space(SpaceId id);
    void add_openings();
    void add_windows_and_leaks();

    const Building& building_;
    ZoneAssumptions assumptions_;
    std::vector<ZoneShape> shapes_;
    std::vector<SpaceId> space_of_;
    std::vector<ZoneVent> vents_;
    std::vector<Cells> cells_;       // per space
    std::vector<double> height_of_;  // per space
    std::vector<std::size_t> vent_of_opening_, vent_of_window_;
};

}  // namespace muster::hazards
