// SPDX-License-Identifier: Apache-2.0
// What "density" means in every report. Three measures, all in persons per square metre of walking surface (furniture
// is not taken out), all over people who have not left and do not stand at their assembly spot:
//
// * At an opening (density_method "half_disc_1_5m"): persons in the space on the upstream side within 1.5 m of the
//   opening's middle, over the part of that half disc that is floor of the space (or the opening's slot). The side is
//   upstream, and counts, while somebody in the half disc goes through the opening next.
// * On a flight: persons on it over its area in plan.
// * Local, for maps and exposure above critical density: persons in the 1.5 m x 1.5 m window of 3 x 3 cells round a
// cell of
//   0.5 m, over the floor in that window. One person alone reads 0.44 in the open.
//
// The first and the last never divide by less than 1 m2, so that one person in a niche reads at most 1 per m2.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/model/building.h"
#include "sim/record/trace.h"

namespace muster::analysis {

inline constexpr double half_disc_radius_m = 1.5;
inline constexpr double density_cell_m = 0.5;
inline constexpr double min_density_area_m2 = 1.0;
/// Above this a bottleneck counts as congested. Set for comparison between bottlenecks; not calibrated.
inline constexpr double congested_density = 3.5;
/// Above this a person-second counts as critical: a warning mark below the 5 to 7 per m2 at which crowds were seen to
/// lose control of their movement (Fruin 1993, "The causes and prevention of crowd disasters"). Not calibrated.
inline constexpr double critical_density = 4.0;

/// In the half disc of `opening` on the side of `side`; `p` is in that space or in the slot.
[[nodiscard]] bool in_half_disc(const Opening& opening, SpaceId side, Vec2 p);
/// Floor of that half disc, at least min_density_area_m2.
[[nodiscard]] double half_disc_floor_m2(const Building& building, const Opening& opening, SpaceId side);

/// The cells of one level and the floor within each cell's window.
struct LevelCells {
    Vec2 origin;
    double cell_m = density_cell_m;
    int columns = 0, rows = 0;
    std::vector<float> window_m2;  // 0 where the cell itself holds no floor

    [[nodiscard]] bool empty() const { return columns == 0; }
    /// Index of the cell of `p`, clamped to the grid. Pre: not empty.
    [[nodiscard]] std::size_t cell_of(Vec2 p) const;
};
[[nodiscard]] LevelCells cells_of(const Building& building, LevelId level);

/// Calls f for the cells that exist of the 3 x 3 window round `cell`.
template <class F>
void each_in_window(const LevelCells& cells, std::size_t cell, F&& f) {
    const int column = static_cast<int>(cell) % cells.columns, row = static_cast<int>(cell) / cells.columns;
    for (int r = std::max(0, row - 1); r <= std::min(cells.rows - 1, row + 1); ++r)
        for (int c = std::max(0, column - 1); c <= std::min(cells.columns - 1, column + 1); ++c)
            f(static_cast<std::size_t>(r) * static_cast<std::size_t>(cells.columns) + static_cast<std::size_t>(c));
}

/// Local densities of one sample at a time, all levels.
class LocalDensity {
public:
    explicit LocalDensity(const Building& building);

    void count(const TracePoint* people, std::size_t n);
    /// Persons / m2 round the place of a counted person.
    [[nodiscard]] double at(const TracePoint& person) const;
    /// Calls f(level index, cell, density) for each cell with floor and somebody in its window.
    template <class F>
    void each(F&& f) const {
        for (std::size_t l = 0; l < levels_.size(); ++l)
            for (const std::uint32_t c : levels_[l].touched)
                if (levels_[l].cells.window_m2[c] > 0.0F) f(l, c, density(levels_[l], c));
    }
    [[nodiscard]] const LevelCells& cells(std::size_t level) const { return levels_[level].cells; }
    /// Takes part in densities: has a place and does not stand at the assembly spot on purpose.
    [[nodiscard]] static bool counts(const TracePoint& p) {
        return p.state != PersonState::gone && p.state != PersonState::assembled && p.space.valid();
    }

private:
    struct Level {
        LevelCells cells;
        std::vector<std::uint16_t> in_window;
        std::vector<std::uint32_t> touched;
    };
    [[nodiscard]] static float density(const Level& level, std::size_t cell) {
        return static_cast<float>(level.in_window[cell]) / level.cells.window_m2[cell];
    }
    void add(Level& level, Vec2 p);

    std::vector<Level> levels_;
    std::vector<std::uint32_t> level_of_space_;
};

}  // namespace muster::analysis
