// SPDX-License-Identifier: Apache-2.0
// Furniture stands inside its space, and leaves no place from which an ordinary body cannot get to a door.
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "floorplans/plan_draft.h"
#include "floorplans/polygon_ops.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

namespace {

constexpr double outside_warning_m = 0.05;
// Half of the 0.50 m that a person needs, less the width of the strip of centres that a cell is sure to hit.
constexpr double body_radius_m = 0.235;
constexpr double cell_m = 0.02, coarsest_cell_m = 0.05;
constexpr double max_cells = 4e6;  // per space; beyond, cells grow
constexpr double max_cells_in_all = 2e8;
constexpr double seat_m2 = 0.01;  // of centres; smaller pockets are corners between two pieces of furniture
constexpr double at_door_m = 0.30;

/// Places in one space where the middle of a body can be.
class FreeGrid {
public:
    FreeGrid(const Building& building, const Space& space, double cell)
        : building_(building), space_(space), box_(bounds(space.area.outer)), cell_(cell) {
        columns_ = static_cast<int>((box_.high.x - box_.low.x) / cell) + 1;
        rows_ = static_cast<int>((box_.high.y - box_.low.y) / cell) + 1;
        state_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), taken);
        fill(space.area, free);
        for (const ObstacleId id : space.obstacles) fill({building.obstacle(id).outline, {}}, taken);
        for (const Segment& wall : edges_of(space.area)) keep_clear(wall);
        for (const ObstacleId id : space.obstacles)
            for (const Segment& side : edges_of({building.obstacle(id).outline, {}})) keep_clear(side);
    }

    /// Middles of the pockets that no way leads out of.
    std::vector<Vec2> pockets() {
        for (const OpeningId id : space_.openings) flood_from_door(building_.opening(id));
        std::vector<Vec2> out;
        for (std::size_t i = 0; i < state_.size(); ++i) {
            if (state_[i] != free) continue;
            const auto cells = flood({i});
            if (static_cast<double>(cells) * cell_ * cell_ >= seat_m2) out.push_back(centre(i));
        }
        return out;
    }

private:
    enum State : std::uint8_t { taken, free, reached };

    [[nodiscard]] Vec2 centre(std::size_t i) const {
        const auto columns = static_cast<std::size_t>(columns_);
        return box_.low +
               Vec2{(static_cast<double>(i % columns) + 0.5) * cell_, (static_cast<double>(i / columns) + 0.5) * cell_};
    }
    [[nodiscard]] int column(double x) const {
        return std::clamp(static_cast<int>((x - box_.low.x) / cell_), 0, columns_ - 1);
    }
    [[nodiscard]] int row(double y) const {
        return std::clamp(static_cast<int>((y - box_.low.y) / cell_), 0, rows_ - 1);
    }
    [[nodiscard]] std::size_t number(int c, int r) const {
        return static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(c);
    }

    // Even-odd along each row of cell centres.
    void fill(const Polygon& polygon, State with) {
        const Box box = bounds(polygon.outer);
        const auto edges = edges_of(polygon);
        std::vector<double> cuts;
        for (int r = row(box.low.y); r <= row(box.high.y); ++r) {
            const double y = centre(number(0, r)).y;
            cuts.clear();
            for (const Segment& e : edges)
                if ((e.a.y > y) != (e.b.y > y)) cuts.push_back(e.a.x + (y - e.a.y) / (e.b.y - e.a.y) * (e.b.x - e.a.x));
            std::sort(cuts.begin(), cuts.end());
            for (std::size_t k = 0; k + 1 < cuts.size(); k += 2)
                for (int c = column(cuts[k]); c <= column(cuts[k + 1]); ++c)
                    if (const double x = centre(number(c, r)).x; x >= cuts[k] && x <= cuts[k + 1])
                        state_[number(c, r)] = with;
        }
    }

    template <class Act>
    void near(const Segment& s, double within, Act act) {
        const Box box = bounds({s.a, s.b});
        for (int r = row(box.low.y - within); r <= row(box.high.y + within); ++r)
            for (int c = column(box.low.x - within); c <= column(box.high.x + within); ++c)
                if (distance_to(s, centre(number(c, r))) < within) act(number(c, r));
    }

    void keep_clear(const Segment& s) {
        near(s, body_radius_m, [this](std::size_t i) { state_[i] = taken; });
    }

    void flood_from_door(const Opening& opening) {
        std::vector<std::size_t> seeds;
        const double reach = std::max(opening.depth_from_m, opening.depth_to_m) + at_door_m;
        near(opening.at, reach, [&](std::size_t i) { seeds.push_back(i); });
        flood(std::move(seeds));
    }

    std::size_t flood(std::vector<std::size_t> open) {
        std::size_t count = 0;
        std::erase_if(open, [this](std::size_t i) { return state_[i] != free; });
        for (const std::size_t i : open) state_[i] = reached;
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            ++count;
            const int c = static_cast<int>(i % static_cast<std::size_t>(columns_));
            const int r = static_cast<int>(i / static_cast<std::size_t>(columns_));
            for (int y = std::max(r - 1, 0); y <= std::min(r + 1, rows_ - 1); ++y) {
                for (int x = std::max(c - 1, 0); x <= std::min(c + 1, columns_ - 1); ++x) {
                    if (state_[number(x, y)] != free) continue;
                    state_[number(x, y)] = reached;
                    open.push_back(number(x, y));
                }
            }
        }
        return count;
    }

    const Building& building_;
    const Space& space_;
    Box box_;
    double cell_;
    int columns_ = 0, rows_ = 0;
    std::vector<State> state_;
};

void check_places(PlanDraft& draft) {
    for (std::size_t i = 0; i < draft.building.obstacles.size() && !draft.full(); ++i) {
        const Obstacle& obstacle = draft.building.obstacles[i];
        const Space& space = draft.building.space(obstacle.space);
        double farthest = 0.0;
        bool all_outside = true;
        for (const Vec2 p : obstacle.outline) {
            farthest = std::max(farthest, distance_outside(space.area, p));
            all_outside = all_outside && !contains(space.area, p);
        }
        if (farthest <= outside_warning_m) continue;
        const bool elsewhere = all_outside && !contains(space.area, centroid({obstacle.outline, {}}));
        draft.report(elsewhere ? Severity::error : Severity::warning, draft.obstacle_pointers[i],
                     elsewhere ? "obstacle.elsewhere" : "obstacle.outside",
                     {{"obstacle", obstacle.key}, {"space", space.key}, {"distance", short_number(farthest, 2)}});
    }
}

void check_pockets(PlanDraft& draft) {
    double cells = 0.0;
    for (std::size_t i = 0; i < draft.building.spaces.size() && !draft.full(); ++i) {
        const Space& space = draft.building.spaces[i];
        if (space.obstacles.empty() || space.openings.empty()) continue;
        const Box box = bounds(space.area.outer);
        const double box_m2 = (box.high.x - box.low.x) * (box.high.y - box.low.y);
        const double cell = std::max(cell_m, std::sqrt(box_m2 / max_cells));
        cells += box_m2 / (cell * cell);
        if (cell > coarsest_cell_m || cells > max_cells_in_all) continue;  // a yard; aisles do not matter there
        const auto pockets = FreeGrid(draft.building, space, cell).pockets();
        if (pockets.empty()) continue;
        const Vec2 at = pockets.front() + draft.building.site_origin;
        draft.report(Severity::warning, draft.space_pointers[i], "space.seats_locked_in",
                     {{"space", space.key},
                      {"count", std::to_string(pockets.size())},
                      {"x", short_number(at.x, 2)},
                      {"y", short_number(at.y, 2)}});
    }
}

}  // namespace

void check_furniture(PlanDraft& draft) {
    check_places(draft);
    check_pockets(draft);
}

}  // namespace muster::floorplans
