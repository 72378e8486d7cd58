// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/sites.h"

namespace muster::analysis {

BottleneckKind kind_of(const Building& building, OpeningId id) {
    const Opening& o = building.opening(id);
    const Space& from = building.space(o.from);
    const bool to_outdoors = !o.to.valid() || building.space(o.to).outdoor;
    if (o.kind == OpeningKind::gate || (from.outdoor && to_outdoors)) return BottleneckKind::gate;
    if (building.is_building_exit(id)) return BottleneckKind::building_exit;
    const SpaceUse a = from.use, b = building.space(o.to).use;
    if (o.kind == OpeningKind::flight_end) return BottleneckKind::stair_mouth;
    if (is_stair_part(a) && is_stair_part(b)) return BottleneckKind::landing;
    if (is_circulation(a) && is_circulation(b))
        return is_stair_part(a) || is_stair_part(b) ? BottleneckKind::stair_mouth : BottleneckKind::corridor_door;
    return BottleneckKind::room_door;
}

Sites::Sites(const Building& building)
    : building_(building), openings_(building.openings.size()), site_of_space_(building.spaces.size(), 0) {
    for (std::size_t s = 0; s < building.spaces.size(); ++s) {
        if (!building.spaces[s].flight) continue;
        flights_.push_back(SpaceId{s});
        site_of_space_[s] = flights_.size();
    }
}

std::optional<std::size_t> Sites::flight(SpaceId space) const {
    if (!space.valid() || site_of_space_[space.index()] == 0) return std::nullopt;
    return openings_ + site_of_space_[space.index()] - 1;
}

Bottleneck Sites::blank(std::size_t site) const {
    Bottleneck b;
    if (is_flight(site)) {
        b.kind = BottleneckKind::flight;
        b.space = flight_space(site);
        b.clear_width_m = building_.space(b.space).flight->clear_width_m;
    } else {
        b.opening = OpeningId{site};
        b.kind = kind_of(building_, b.opening);
        b.clear_width_m = building_.opening(b.opening).clear_width_m;
    }
    return b;
}

Bottleneck Sites::blank(OpeningId opening, SpaceId space) const {
    if (opening.valid()) return blank(of(opening));
    if (const auto site = flight(space)) return blank(*site);
    Bottleneck b;
    b.kind = BottleneckKind::space;
    b.space = space;
    return b;
}

}  // namespace muster::analysis
