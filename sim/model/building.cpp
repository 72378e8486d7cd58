// SPDX-License-Identifier: Apache-2.0
#include "sim/model/building.h"

#include <algorithm>

namespace muster {

double Flight::plan_per_incline() const {
    const double slope = std::hypot(tread_m, riser_m);
    return slope > 0.0 ? tread_m / slope : 1.0;
}

namespace {

template <class Id, class Items>
Id find_key(const Items& items, const std::string& key) {
    const auto it = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.key == key; });
    return it == items.end() ? Id{} : Id{static_cast<std::size_t>(it - items.begin())};
}

// The side of the centre line on which a space lies: probes step away from the line until one side is inside.
double side_of(const Segment& at, const Polygon& area) {
    const Vec2 n = perpendicular(at.direction());
    for (double reach = 0.05; reach <= 0.75; reach += 0.05) {
        int score = 0;
        for (const double t : {0.25, 0.5, 0.75}) {
            const Vec2 p = at.a + t * (at.b - at.a);
            score += (contains(area, p + reach * n) ? 1 : 0) - (contains(area, p - reach * n) ? 1 : 0);
        }
        if (score != 0) return score > 0 ? 1.0 : -1.0;
    }
    return dot(centroid(area) - at.middle(), n) >= 0.0 ? 1.0 : -1.0;
}

}  // namespace

void Building::seal() {
    for (Space& s : spaces) s.openings.clear(), s.obstacles.clear();
    for (std::size_t i = 0; i < openings.size(); ++i) {
        Opening& o = openings[i];
        o.normal = -side_of(o.at, space(o.from).area) * perpendicular(o.at.direction());
        spaces[o.from.index()].openings.push_back(OpeningId{i});
        if (o.to.valid()) spaces[o.to.index()].openings.push_back(OpeningId{i});
    }
    for (std::size_t i = 0; i < obstacles.size(); ++i)
        spaces[obstacles[i].space.index()].obstacles.push_back(ObstacleId{i});
    for (Space& s : spaces) {
        if (s.flight && s.flight->foot.valid() && s.flight->head.valid())
            s.flight->up = normalised(opening(s.flight->head).at.middle() - opening(s.flight->foot).at.middle());
    }
}

SpaceId Building::find_space(const std::string& k) const { return find_key<SpaceId>(spaces, k); }
OpeningId Building::find_opening(const std::string& k) const { return find_key<OpeningId>(openings, k); }
StairId Building::find_stair(const std::string& k) const { return find_key<StairId>(stairs, k); }
AssemblySpotId Building::find_spot(const std::string& k) const { return find_key<AssemblySpotId>(spots, k); }

bool Building::is_building_exit(OpeningId id) const {
    const Opening& o = opening(id);
    const bool from_out = space(o.from).outdoor;
    const bool to_out = !o.to.valid() || space(o.to).outdoor;
    return from_out != to_out;
}

double Building::height_m(SpaceId s, Vec2 p) const {
    const Space& in = space(s);
    const double floor = level(in.level).elevation_m + in.floor_m;
    if (!in.flight || !in.flight->foot.valid() || !in.flight->head.valid()) return floor;
    const Vec2 foot = opening(in.flight->foot).at.middle();
    const double run = distance(foot, opening(in.flight->head).at.middle());
    const double share = run > 0.0 ? std::clamp(dot(p - foot, in.flight->up) / run, 0.0, 1.0) : 0.0;
    return floor + share * in.flight->rise_m();
}

double Building::top_m() const {
    constexpr double usual_height_m = 3.6;
    double top = 0.0;
    for (const Space& s : spaces)
        if (!s.outdoor)
            top = std::max(top, level(s.level).elevation_m + (s.height_m > 0.0 ? s.height_m : usual_height_m));
    return top;
}

SpaceId Building::space_at(LevelId on, Vec2 p) const {
    for (std::size_t i = 0; i < spaces.size(); ++i)
        if (spaces[i].level == on && contains(spaces[i].area, p)) return SpaceId{i};
    return {};
}

Ring slot_of(const Opening& o) {
    const Vec2 into_to = o.depth_to_m * o.normal, into_from = -o.depth_from_m * o.normal;
    Ring ring{o.at.a + into_from, o.at.b + into_from, o.at.b + into_to, o.at.a + into_to};
    if (signed_area(ring) < 0.0) std::reverse(ring.begin(), ring.end());
    return ring;
}

}  // namespace muster
