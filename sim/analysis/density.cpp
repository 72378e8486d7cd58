// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/density.h"

#include <algorithm>
#include <cmath>

namespace muster::analysis {

bool in_half_disc(const Opening& o, SpaceId side, Vec2 p) {
    const Vec2 from_middle = p - o.at.middle();
    return dot(from_middle, from_middle) <= half_disc_radius_m * half_disc_radius_m &&
           dot(from_middle, o.normal_into(side)) >= 0.0;
}

double half_disc_floor_m2(const Building& building, const Opening& o, SpaceId side) {
    constexpr double step = 0.1;
    const Polygon& floor = building.space(side).area;
    const Vec2 into = o.normal_into(side), along = o.at.direction(), middle = o.at.middle();
    const double slot_depth = side == o.to ? o.depth_to_m : o.depth_from_m;
    int inside = 0;
    for (double depth = 0.5 * step; depth < half_disc_radius_m; depth += step) {
        for (double t = -half_disc_radius_m + 0.5 * step; t < half_disc_radius_m; t += step) {
            if (std::hypot(depth, t) > half_disc_radius_m) continue;
            const bool in_slot = depth <= slot_depth && std::abs(t) <= 0.5 * o.clear_width_m;
            if (in_slot || contains(floor, middle + depth * into + t * along)) ++inside;
        }
    }
    return std::max(min_density_area_m2, inside * step * step);
}

std::size_t LevelCells::cell_of(Vec2 p) const {
    const int column = std::clamp(static_cast<int>(std::floor((p.x - origin.x) / cell_m)), 0, columns - 1);
    const int row = std::clamp(static_cast<int>(std::floor((p.y - origin.y) / cell_m)), 0, rows - 1);
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
}

namespace {

constexpr int strips = 4;  // scan lines per row of cells
constexpr double max_cells = 4e6;

LevelCells empty_cells(const Building& building, LevelId level) {
    LevelCells cells;
    bool any = false;
    Box box;
    for (const Space& s : building.spaces) {
        if (s.level != level || s.area.outer.empty()) continue;
        const Box b = bounds(s.area.outer);
        box = any ? Box{{std::min(box.low.x, b.low.x), std::min(box.low.y, b.low.y)},
                        {std::max(box.high.x, b.high.x), std::max(box.high.y, b.high.y)}}
                  : b;
        any = true;
    }
    if (!any) return cells;
    const Vec2 size = box.high - box.low;
    while ((size.x / cells.cell_m + 1.0) * (size.y / cells.cell_m + 1.0) > max_cells) cells.cell_m *= 2.0;
    cells.origin = {std::floor(box.low.x / cells.cell_m) * cells.cell_m,
                    std::floor(box.low.y / cells.cell_m) * cells.cell_m};
    cells.columns = static_cast<int>((box.high.x - cells.origin.x) / cells.cell_m) + 1;
    cells.rows = static_cast<int>((box.high.y - cells.origin.y) / cells.cell_m) + 1;
    return cells;
}

void add_hits(const Ring& ring, double y, std::vector<double>& hits) {
    for (std::size_t i = 0, n = ring.size(), j = n - 1; i < n; j = i++) {
        const Vec2 a = ring[i], b = ring[j];
        if ((a.y > y) != (b.y > y)) hits.push_back((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
    }
}

// Adds the stretch [from, to] of one scan line to the cells of a row.
void add_stretch(const LevelCells& cells, float* row, double from, double to) {
    const double strip_m = cells.cell_m / strips;
    const int first = std::clamp(static_cast<int>((from - cells.origin.x) / cells.cell_m), 0, cells.columns - 1);
    const int last = std::clamp(static_cast<int>((to - cells.origin.x) / cells.cell_m), 0, cells.columns - 1);
    for (int c = first; c <= last; ++c) {
        const double left = cells.origin.x + c * cells.cell_m;
        const double covered = std::min(to, left + cells.cell_m) - std::max(from, left);
        if (covered > 0.0) row[c] += static_cast<float>(covered * strip_m);
    }
}

void add_floor(const LevelCells& cells, const Polygon& area, std::vector<float>& floor_m2) {
    const Box box = bounds(area.outer);
    const double strip_m = cells.cell_m / strips;
    const int first = std::max(0, static_cast<int>((box.low.y - cells.origin.y) / strip_m));
    const int last = std::min(cells.rows * strips - 1, static_cast<int>((box.high.y - cells.origin.y) / strip_m));
    std::vector<double> hits;
    for (int strip = first; strip <= last; ++strip) {
        const double y = cells.origin.y + (strip + 0.5) * strip_m;
        hits.clear();
        add_hits(area.outer, y, hits);
        for (const Ring& hole : area.holes) add_hits(hole, y, hits);
        std::sort(hits.begin(), hits.end());
        float* row = floor_m2.data() + static_cast<std::ptrdiff_t>(strip / strips) * cells.columns;
        for (std::size_t i = 0; i + 1 < hits.size(); i += 2) add_stretch(cells, row, hits[i], hits[i + 1]);
    }
}

}  // namespace

LevelCells cells_of(const Building& building, LevelId level) {
    LevelCells cells = empty_cells(building, level);
    std::vector<float> floor_m2(static_cast<std::size_t>(cells.columns) * static_cast<std::size_t>(cells.rows), 0.0F);
    if (!cells.empty())
        for (const Space& s : building.spaces)
            if (s.level == level && !s.area.outer.empty()) add_floor(cells, s.area, floor_m2);
    cells.window_m2.assign(floor_m2.size(), 0.0F);
    for (std::size_t i = 0; i < floor_m2.size(); ++i) {
        if (floor_m2[i] <= 0.0F) continue;
        double sum = 0.0;
        each_in_window(cells, i, [&](std::size_t c) { sum += static_cast<double>(floor_m2[c]); });
        cells.window_m2[i] = static_cast<float>(std::max(min_density_area_m2, sum));
    }
    return cells;
}

LocalDensity::LocalDensity(const Building& building) : levels_(building.levels.size()) {
    for (std::size_t l = 0; l < levels_.size(); ++l) {
        levels_[l].cells = cells_of(building, LevelId{l});
        levels_[l].in_window.assign(levels_[l].cells.window_m2.size(), 0);
    }
    for (const Space& s : building.spaces) level_of_space_.push_back(s.level.value);
}

void LocalDensity::add(Level& level, Vec2 p) {
    each_in_window(level.cells, level.cells.cell_of(p), [&](std::size_t c) {
        if (level.in_window[c]++ == 0) level.touched.push_back(static_cast<std::uint32_t>(c));
    });
}

void LocalDensity::count(const TracePoint* people, std::size_t n) {
    for (Level& level : levels_) {
        for (const std::uint32_t c : level.touched) level.in_window[c] = 0;
        level.touched.clear();
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (!counts(people[i])) continue;
        Level& level = levels_[level_of_space_[people[i].space.index()]];
        if (!level.cells.empty()) add(level, {people[i].x, people[i].y});
    }
}

double LocalDensity::at(const TracePoint& person) const {
    const Level& level = levels_[level_of_space_[person.space.index()]];
    if (level.cells.empty()) return 0.0;
    const std::size_t cell = level.cells.cell_of({person.x, person.y});
    const double floor = std::max(min_density_area_m2, static_cast<double>(level.cells.window_m2[cell]));
    return level.in_window[cell] / floor;
}

}  // namespace muster::analysis
