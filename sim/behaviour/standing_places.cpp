// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/standing_places.h"

#include <algorithm>
#include <cmath>

#include "sim/behaviour/free_area.h"

namespace muster::behaviour {

namespace {

double to_nearest_opening_m(const Building& building, SpaceId space, Vec2 at) {
    double least = routing::infinity;
    for (const OpeningId o : building.space(space).openings)
        least = std::min(least, distance_to(building.opening(o).at, at));
    return least;
}

class PlacesOf {
public:
    PlacesOf(const routing::Navigation& navigation, SpaceId space)
        : navigation_(navigation),
          building_(navigation.building()),
          space_(space),
          free_(building_, space, settings_.body_m),
          reachable_(building_, space, settings_.body_m) {}

    [[nodiscard]] std::vector<StandingPlace> all() const {
        std::vector<StandingPlace> out;
        const Vec2 size = free_.box().high - free_.box().low;
        const double apart = std::max(settings_.apart_m, std::sqrt(size.x * size.y / settings_.most_places));
        // Four tries a place find the rows between desks.
        const double step = 0.25 * apart;
        for (double y = 0.0; y <= size.y; y += step)
            for (double x = 0.0; x <= size.x; x += step) {
                const Vec2 at = free_.box().low + Vec2{x, y};
                if (!clear_of(out, at, apart) || !free_.holds(at) || !reachable_.holds(at)) continue;
                const double from_opening = to_nearest_opening_m(building_, space_, at);
                if (from_opening < settings_.before_opening_m || on_a_way(at)) continue;
                out.push_back({at, from_opening});
            }
        return out;
    }

private:
    // Rows are filled from below: only the last few can be near.
    [[nodiscard]] static bool clear_of(const std::vector<StandingPlace>& taken, Vec2 at, double apart_m) {
        for (auto t = taken.rbegin(); t != taken.rend() && at.y - t->at.y < apart_m; ++t)
            if (distance(t->at, at) < apart_m) return false;
        return true;
    }

    // A point off the straight way from a to b by h makes it longer by about h2 / 2 (1 / way to a + 1 / way to b).
    // Out of doors there is room to go round.
    [[nodiscard]] bool on_a_way(Vec2 at) const {
        const Space& space = building_.space(space_);
        if (space.outdoor) return false;
        constexpr double least_m = 0.5;
        const double off = 0.5 * settings_.beside_way_m * settings_.beside_way_m;
        for (std::size_t i = 0; i < space.openings.size(); ++i) {
            const double to_a = navigation_.field(space_, space.openings[i]).at(at);
            for (std::size_t k = i + 1; k < space.openings.size(); ++k) {
                const double to_b = navigation_.field(space_, space.openings[k]).at(at);
                const double along = navigation_.between_m(space_, space.openings[i], space.openings[k]);
                const double incline = navigation_.incline_factor(space_);
                const double longer = to_a + to_b - along / incline;
                if (longer < off * (1.0 / std::max(least_m, to_a) + 1.0 / std::max(least_m, to_b))) return true;
            }
        }
        return false;
    }

    StandingSettings settings_;
    const routing::Navigation& navigation_;
    const Building& building_;
    SpaceId space_;
    FreeArea free_;
    ReachableArea reachable_;
};

}  // namespace

std::vector<StandingPlace> standing_places(const routing::Navigation& navigation, SpaceId space) {
    return PlacesOf(navigation, space).all();
}

bool may_stand(const Building& building, SpaceId space, Vec2 at) {
    return !is_stair_part(building.space(space).use) &&
           to_nearest_opening_m(building, space, at) >= StandingSettings{}.before_opening_m;
}

}  // namespace muster::behaviour
