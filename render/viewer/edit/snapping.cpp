// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/snapping.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/viewer/edit/edit_spaces.h"
#include "render/viewer/edit/walls.h"

namespace muster::viewer {

namespace {

double on_grid(double v, double grid_m) { return grid_m > 0.0 ? std::round(v / grid_m) * grid_m : v; }

/// Corners and walls of a level, without what is left out.
class Attraction {
public:
    Attraction(const Building& b, LevelId level, const SnapScene& scene) : b_(b), level_(level), scene_(scene) {
        for (std::size_t i = 0; i < b.spaces.size(); ++i)
            if (b.spaces[i].level == level && takes({ObjectKind::space, i})) faces(wall_faces(b.spaces[i].area));
        for (std::size_t i = 0; i < b.assembly_areas.size(); ++i)
            if (here({ObjectKind::assembly_area, i})) faces(wall_faces({b.assembly_areas[i].outline, {}}));
        for (std::size_t i = 0; i < b.obstacles.size(); ++i)
            if (here({ObjectKind::obstacle, i}))
                corners_.insert(corners_.end(), b.obstacles[i].outline.begin(), b.obstacles[i].outline.end());
        corners_.insert(corners_.end(), scene.more_corners.begin(), scene.more_corners.end());
    }
    [[nodiscard]] const std::vector<Vec2>& corners() const { return corners_; }
    [[nodiscard]] const std::vector<Segment>& walls() const { return walls_; }

private:
    [[nodiscard]] bool takes(ObjectRef o) const {
        return std::find(scene_.leave_out.begin(), scene_.leave_out.end(), o) == scene_.leave_out.end();
    }
    [[nodiscard]] bool here(ObjectRef o) const { return level_of(b_, o) == level_ && takes(o); }
    void faces(const std::vector<Segment>& of) {
        for (const Segment& s : of) corners_.push_back(s.a);
        walls_.insert(walls_.end(), of.begin(), of.end());
    }

    const Building& b_;
    LevelId level_;
    const SnapScene& scene_;
    std::vector<Vec2> corners_;
    std::vector<Segment> walls_;
};

std::optional<Vec2> nearest_corner(const std::vector<Vec2>& corners, Vec2 p, double reach_m) {
    std::optional<Vec2> best;
    double nearest = reach_m;
    for (const Vec2 c : corners)
        if (const double off = distance(c, p); off <= nearest) best = c, nearest = off;
    return best;
}

std::optional<Vec2> nearest_wall(const std::vector<Segment>& walls, Vec2 p, double reach_m, double grid_m) {
    const Segment* best = nullptr;
    double nearest = reach_m;
    for (const Segment& w : walls)
        if (const double off = distance_to(w, p); off < nearest) best = &w, nearest = off;
    if (best == nullptr) return {};
    const Vec2 along = best->direction();
    const double way = std::clamp(on_grid(dot(p - best->a, along), grid_m), 0.0, best->length());
    return best->a + way * along;
}

// The corner whose x (or y) is nearest to p's, the closest of those that agree.
template <class Coordinate>
std::optional<Vec2> in_line(const std::vector<Vec2>& corners, Vec2 p, double reach_m, Coordinate of) {
    std::optional<Vec2> best;
    for (const Vec2 c : corners) {
        const double off = std::abs(of(c) - of(p));
        if (off > reach_m) continue;
        const double so_far = best ? std::abs(of(*best) - of(p)) : reach_m;
        if (!best || off < so_far - 1e-6 || (off < so_far + 1e-6 && distance(c, p) < distance(*best, p))) best = c;
    }
    return best;
}

}  // namespace

Snapped snap(const Building& b, LevelId level, Vec2 p, const SnapSettings& settings, const SnapScene& scene) {
    const Attraction around(b, level, scene);
    if (settings.corners)
        if (const auto corner = nearest_corner(around.corners(), p, settings.reach_m))
            return {*corner, SnapKind::corner, {}};
    if (settings.walls)
        if (const auto wall = nearest_wall(around.walls(), p, settings.reach_m, settings.grid_m))
            return {tidy(*wall), SnapKind::wall, {}};
    const Vec2 grid{on_grid(p.x, settings.grid_m), on_grid(p.y, settings.grid_m)};
    Snapped out{tidy(grid), settings.grid_m > 0.0 ? SnapKind::grid : SnapKind::none, {}};
    if (!settings.lines) return out;
    const auto upright = in_line(around.corners(), p, settings.reach_m, [](Vec2 v) { return v.x; });
    const auto level_line = in_line(around.corners(), p, settings.reach_m, [](Vec2 v) { return v.y; });
    if (upright) out.p.x = upright->x;
    if (level_line) out.p.y = level_line->y;
    for (const auto& corner : {upright, level_line})
        if (corner) out.guides.push_back({*corner, out.p});
    if (upright || level_line) out.kind = SnapKind::line;
    return out;
}

Vec2 straightened(Vec2 from, Vec2 p, double step_deg) {
    const Vec2 d = p - from;
    if (length(d) < 1e-9) return p;
    const double step = step_deg * std::numbers::pi / 180.0;
    const double angle = std::round(std::atan2(d.y, d.x) / step) * step;
    const Vec2 along{std::cos(angle), std::sin(angle)};
    return tidy(from + dot(d, along) * along);
}

}  // namespace muster::viewer
