// SPDX-License-Identifier: Apache-2.0
// The walls as the people in each space feel them, and the passages between spaces.
//
// A space's walls are its rings minus the slots of its openings, the outlines of its obstacles, the jambs through the
// slots, and the blades of openings that are shut or narrowed. Near an opening people also feel the walls beyond it.
// Storeys overlap in plan, so everything here is asked by space, never by position alone.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "sim/model/building.h"

namespace muster::physics {

struct Wall {
    float ax = 0.0F, ay = 0.0F;  // one end
    float ux = 0.0F, uy = 0.0F;  // unit vector along it
    float length = 0.0F;

    [[nodiscard]] Vec2 a() const { return {ax, ay}; }
    [[nodiscard]] Vec2 b() const { return {ax + length * ux, ay + length * uy}; }
};

/// An opening as a line to cross.
struct Passage {
    Vec2 middle, along, normal;  // normal points from `from` into `to`
    double half_m = 0.0;         // half the length of the centre segment
    SpaceId from, to;

    /// The centre segment counts as this much longer at each end, where only wall can be.
    static constexpr double end_slack_m = 0.1;

    [[nodiscard]] SpaceId other(SpaceId s) const { return s == from ? to : from; }
    /// Metres beyond the centre line for somebody who comes from s; negative before it.
    [[nodiscard]] double beyond(SpaceId s, Vec2 p) const {
        const double d = dot(p - middle, normal);
        return s == from ? d : -d;
    }
    /// Whether the line from p to q crosses the centre segment.
    [[nodiscard]] bool parted_by(Vec2 p, Vec2 q) const {
        const double p_side = dot(p - middle, normal), q_side = dot(q - middle, normal);
        if ((p_side > 0.0) == (q_side > 0.0)) return false;
        const double share = p_side / (p_side - q_side);
        return std::abs(dot(p + share * (q - p) - middle, along)) <= half_m + end_slack_m;
    }
};

class WallIndex {
public:
    explicit WallIndex(const Building& building);

    static constexpr float wall_reach_m = 0.8F;     // walls() lists everything within this
    static constexpr float passage_reach_m = 1.7F;  // passages() lists everything within this

    /// Of the cell that holds p in s: all walls within reach that people in s feel (and a few more).
    [[nodiscard]] std::span<const std::uint32_t> walls(SpaceId s, float x, float y) const {
        return grids_[s.index()].walls.in(cell(s, x, y));
    }
    /// Indices of openings of s within reach.
    [[nodiscard]] std::span<const std::uint32_t> passages(SpaceId s, float x, float y) const {
        return grids_[s.index()].passages.in(cell(s, x, y));
    }
    [[nodiscard]] const Wall& wall(std::uint32_t w) const { return walls_[w]; }
    [[nodiscard]] std::size_t wall_count() const { return walls_.size(); }
    /// The piece of furniture it belongs to; not valid for walls proper.
    [[nodiscard]] ObstacleId item(std::uint32_t w) const { return items_[w]; }
    [[nodiscard]] const Passage& passage(std::uint32_t o) const { return passages_[o]; }
    [[nodiscard]] bool felt_by(std::uint32_t wall, SpaceId s) const;
    /// Whether an opening joins the two spaces.
    [[nodiscard]] bool joined(SpaceId a, SpaceId b) const;
    /// Whether people at p in a and at q in b notice each other: same space, or through an opening.
    [[nodiscard]] bool in_sight(SpaceId a, Vec2 p, SpaceId b, Vec2 q) const {
        if (a == b) return true;
        if (!a.valid() || !b.valid()) return false;
        for (const std::uint32_t o : passages(a, static_cast<float>(p.x), static_cast<float>(p.y)))
            if (passages_[o].other(a) == b && passages_[o].parted_by(p, q)) return true;
        return false;
    }

    /// A free place for a disc of this radius in s, nearest to p (to 5 cm).
    [[nodiscard]] Vec2 free_place(SpaceId s, Vec2 p, double radius_m) const;
    /// The same, where nobody stands: `taken(place)` says where somebody does. One that is taken if there is no other.
    [[nodiscard]] Vec2 free_place(SpaceId s, Vec2 p, double radius_m, const std::function<bool(Vec2)>& taken) const;

    /// The outlines of these have changed in the building. Says which walls are new or elsewhere now.
    std::vector<std::uint32_t> move_items(std::span<const ObstacleId> items);

    void set_opening(OpeningId opening, bool passable, double clear_width_m);
    [[nodiscard]] bool passable(OpeningId opening) const { return clear_width_[opening.index()] > 0.0; }
    [[nodiscard]] double clear_width_m(OpeningId opening) const { return clear_width_[opening.index()]; }
    /// The two blades of an opening: walls that stand in it when it is shut or narrowed, else are nowhere.
    [[nodiscard]] std::uint32_t first_blade(OpeningId opening) const {
        return first_blade_ + 2 * static_cast<std::uint32_t>(opening.index());
    }
    [[nodiscard]] static bool is_nowhere(const Wall& w) { return w.length <= 0.0F; }

private:
    static constexpr float cell_m = 0.5F;
    /// Of one grid: cell after cell.
    struct Lists {
        std::vector<std::uint32_t> start, entries;
        [[nodiscard]] std::span<const std::uint32_t> in(std::size_t cell) const {
            return {entries.data() + start[cell], entries.data() + start[cell + 1]};
        }
    };
    struct Grid {
        float x0 = 0.0F, y0 = 0.0F;
        int columns = 1, rows = 1;
        Lists walls, passages;
        [[nodiscard]] std::size_t cells() const {
            return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
        }
    };

    void add_walls_of(SpaceId s);
    void add_jambs_of(OpeningId o);
    void add_wall(Segment s, SpaceId owner, ObstacleId item = {});
    void share_wall_through(std::uint32_t wall, OpeningId o);
    void make_grids();
    using Entries = std::vector<std::pair<std::size_t, std::uint32_t>>;  // cell, wall or passage
    void enter_wall(std::uint32_t w, SpaceId s, Entries& entries) const;
    static void enter(const Grid& grid, const Segment& line, float reach, std::uint32_t item, Entries& entries);
    [[nodiscard]] static Lists packed(Entries& entries, std::size_t cells);
    void move_item(ObstacleId item, std::vector<std::uint32_t>& changed);
    [[nodiscard]] std::size_t cell(SpaceId s, float x, float y) const {
        const Grid& g = grids_[s.index()];
        const int i = std::clamp(static_cast<int>((x - g.x0) * (1.0F / cell_m)), 0, g.columns - 1);
        const int j = std::clamp(static_cast<int>((y - g.y0) * (1.0F / cell_m)), 0, g.rows - 1);
        return static_cast<std::size_t>(j * g.columns + i);
    }

    const Building& building_;
    std::vector<Wall> walls_;                 // rings, obstacles, jambs, two blades per opening, new obstacles' walls
    std::vector<std::vector<SpaceId>> felt_;  // per wall
    std::vector<ObstacleId> items_;           // per wall
    std::vector<std::vector<std::uint32_t>> walls_of_;  // per obstacle
    std::vector<Passage> passages_;                     // per opening
    std::vector<double> clear_width_;                   // per opening, now
    std::uint32_t first_blade_ = 0;
    std::vector<Grid> grids_;  // per space
};

/// Distance from p to a wall, and the unit vector from the wall to p.
struct WallContact {
    float distance, nx, ny;
};
[[nodiscard]] inline WallContact nearest_on(const Wall& w, float x, float y) {
    const float dx = x - w.ax, dy = y - w.ay;
    const float t = std::clamp(dx * w.ux + dy * w.uy, 0.0F, w.length);
    const float nx = dx - t * w.ux, ny = dy - t * w.uy;
    const float h = std::sqrt(nx * nx + ny * ny);
    const float scale = h > 1e-6F ? 1.0F / h : 0.0F;
    return {h, nx * scale, ny * scale};
}

}  // namespace muster::physics
