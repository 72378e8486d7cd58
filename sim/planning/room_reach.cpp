// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/room_reach.h"

#include <algorithm>
#include <limits>

#include "sim/routing/way_down.h"

namespace muster::planning {

namespace {

constexpr double nowhere = std::numeric_limits<double>::infinity();

bool crosses(const Ring& ring, const Segment& sight) {
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (intersect(sight, {ring[i], ring[(i + 1) % ring.size()]})) return true;
    return false;
}

// No wall of the room lies between the point and the door's opening on the room's side.
bool in_sight(const Space& space, Vec2 from, Vec2 door) {
    const Segment sight{from, door};
    return !crosses(space.area.outer, sight) && std::none_of(space.area.holes.begin(), space.area.holes.end(),
                                                             [&](const Ring& hole) { return crosses(hole, sight); });
}

// Infinity: no door is in sight.
double straight_from(const Building& building, SpaceId room, const std::vector<OpeningId>& doors, Vec2 from) {
    double least = nowhere;
    for (const OpeningId d : doors) {
        const Opening& o = building.opening(d);
        const Vec2 at = closest_point(o.at, from);
        const double m = distance(from, at), wall_m = o.from == room ? o.depth_from_m : o.depth_to_m;
        if (m < least && in_sight(building.space(room), from, at + wall_m * o.normal_into(room))) least = m;
    }
    return least;
}

struct Worst {
    double cost = 0.0;  // by which it is the worst: on the distance field, or as the crow flies
    Vec2 from;
    const routing::DistanceField* field = nullptr;

    void take(double c, Vec2 p, const routing::DistanceField* f) {
        if (f != nullptr && c > cost) cost = c, from = p, field = f;
    }
    // The true length of the way.
    [[nodiscard]] double m() const {
        return field == nullptr ? 0.0 : routing::length_of(routing::straightened(routing::way_down(*field, from, 0.1)));
    }
};

}  // namespace

RoomReach room_reach(const CodeSite& site, SpaceId room, const std::vector<OpeningId>& doors) {
    const routing::FreeSpace& free = site.navigation.free_space(room);
    // The dearest way of a field is not the longest one, as steps along walls count for more: the point that is
    // farthest as the crow flies is walked from as well.
    Worst any, hidden, crow;
    RoomReach reach;
    for (int cell = 0; cell < static_cast<int>(free.lattice().size()); ++cell) {
        const Vec2 at = free.centre(cell);
        if (!free.free(cell) || !contains(site.building.space(room).area, at)) continue;
        double least = nowhere;
        const routing::DistanceField* nearest = nullptr;
        for (const OpeningId d : doors) {
            const routing::DistanceField& f = site.navigation.field(room, d);
            if (const double m = f.at(at); m < least) least = m, nearest = &f;
        }
        any.take(least, at, nearest);
        const double straight = straight_from(site.building, room, doors, at);
        if (straight < nowhere)
            crow.take(straight, at, nearest);
        else
            hidden.take(least, at, nearest);
    }
    reach.straight_m = std::max(crow.cost, hidden.m());
    reach.walked_m = std::max({any.m(), crow.m(), reach.straight_m});
    return reach;
}

}  // namespace muster::planning
