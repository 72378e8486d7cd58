// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/clear_width.h"

#include <algorithm>
#include <cmath>

namespace muster::planning {

namespace {

constexpr double min_wall_m = 0.5, pace_m = 0.25, just_inside_m = 1e-4, step_inside_m = 0.5;
constexpr double behind_m = 0.03;  // from the wall's face to the end of an opening's slot
constexpr double facing = -0.94;   // cos of 160 degrees between the two walls' directions

struct Hit {
    double m = std::numeric_limits<double>::infinity();
    bool faces = false;  // the wall that was hit runs against the one measured from
};

// What a ray meets first. Rings run with the free floor on their left, obstacles on their right.
void meet(const Ring& ring, Vec2 from, Vec2 ahead, Vec2 along, bool obstacle, Hit& nearest) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i], edge = ring[(i + 1) % ring.size()] - a;
        const double across = cross(ahead, edge);
        if (std::abs(across) < 1e-12) continue;
        const double t = cross(a - from, edge) / across, s = cross(a - from, ahead) / across;
        if (t < just_inside_m || s < 0.0 || s > 1.0 || t >= nearest.m) continue;
        const double turn = dot(normalised(edge), along);
        nearest = {t, obstacle || turn < facing};
    }
}

Hit look_for_walls(const Polygon& area, Vec2 from, Vec2 ahead, Vec2 along) {
    Hit nearest;
    meet(area.outer, from, ahead, along, false, nearest);
    for (const Ring& hole : area.holes) meet(hole, from, ahead, along, false, nearest);
    return nearest;
}

Hit look(const Building& building, SpaceId space, Vec2 from, Vec2 ahead, Vec2 along) {
    const Space& s = building.space(space);
    Hit nearest = look_for_walls(s.area, from, ahead, along);
    for (const ObstacleId o : s.obstacles) meet(building.obstacle(o).outline, from, ahead, along, true, nearest);
    return nearest;
}

// The middle of the opening, just inside the space.
Vec2 just_behind(const Opening& o, SpaceId space) {
    return o.at.middle() + (o.from == space ? o.depth_from_m : o.depth_to_m) * o.normal_into(space);
}

bool in_obstacle(const Building& building, SpaceId space, Vec2 p) {
    const auto& obstacles = building.space(space).obstacles;
    return std::any_of(obstacles.begin(), obstacles.end(),
                       [&](ObstacleId o) { return contains(building.obstacle(o).outline, p); });
}

void measure_from(const Building& building, SpaceId space, const Ring& ring, ClearWidth& narrowest) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i], b = ring[(i + 1) % ring.size()];
        const double length = distance(a, b);
        if (length < min_wall_m) continue;
        const Vec2 along = normalised(b - a), ahead = perpendicular(along);
        const int paces = static_cast<int>(std::floor(length / pace_m));
        for (int k = 0; k <= paces; ++k) {
            const double t = std::clamp((k + 0.5) * pace_m, 0.01, length - 0.01);
            const Vec2 from = a + t * along;
            if (in_obstacle(building, space, from + 1e-3 * ahead)) continue;  // behind what stands at the wall
            const Hit hit = look(building, space, from, ahead, along);
            if (hit.faces && hit.m < narrowest.m) narrowest = {hit.m, from};
        }
    }
}

}  // namespace

ClearWidth clear_width(const Building& building, SpaceId space) {
    ClearWidth narrowest;
    const Polygon& area = building.space(space).area;
    measure_from(building, space, area.outer, narrowest);
    for (const Ring& hole : area.holes) measure_from(building, space, hole, narrowest);
    return narrowest;
}

double depth_behind(const Building& building, SpaceId space, OpeningId opening) {
    const Opening& o = building.opening(opening);
    return behind_m + look(building, space, just_behind(o, space), o.normal_into(space), o.at.direction()).m;
}

FloorBefore floor_before(const Building& building, SpaceId space, OpeningId opening) {
    const Opening& o = building.opening(opening);
    const Polygon& area = building.space(space).area;
    const Vec2 into = o.normal_into(space), along = o.at.direction(), from = just_behind(o, space);
    const double ahead_m = behind_m + look_for_walls(area, from, into, along).m;
    const Vec2 inside = from + std::min(step_inside_m, 0.5 * ahead_m) * into;
    return {ahead_m, look_for_walls(area, inside, along, into).m + look_for_walls(area, inside, -1.0 * along, into).m};
}

}  // namespace muster::planning
