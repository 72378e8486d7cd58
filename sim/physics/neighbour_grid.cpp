// SPDX-License-Identifier: Apache-2.0
#include "sim/physics/neighbour_grid.h"

#include <algorithm>

namespace muster::physics {

namespace {

// Cells are narrow and high: a row of cells is one contiguous run, so x is cut finely at no cost.
constexpr float cell_width_m = 0.4F;
constexpr float margin_m = 2.0F;
constexpr std::uint32_t no_cell = 0xffffffffU;

}  // namespace

NeighbourGrid::NeighbourGrid(const Building& building, float reach_m) : reach_m_(reach_m) {
    std::vector<Box> boxes(building.levels.size(), Box{{1e9, 1e9}, {-1e9, -1e9}});
    for (const Space& space : building.spaces) {
        level_of_.push_back(space.level.value);
        const Box box = bounds(space.area.outer);
        Box& all = boxes[space.level.index()];
        all.low = {std::min(all.low.x, box.low.x), std::min(all.low.y, box.low.y)};
        all.high = {std::max(all.high.x, box.high.x), std::max(all.high.y, box.high.y)};
    }
    std::uint32_t cells = 0;
    for (const Box& box : boxes) {
        Storey s;
        s.first = cells;
        if (box.low.x <= box.high.x) {
            s.x0 = static_cast<float>(box.low.x) - margin_m;
            s.y0 = static_cast<float>(box.low.y) - margin_m;
            s.columns = static_cast<int>((static_cast<float>(box.high.x) + margin_m - s.x0) / cell_width_m) + 1;
            s.rows = static_cast<int>((static_cast<float>(box.high.y) + margin_m - s.y0) / reach_m_) + 1;
        }
        cells += static_cast<std::uint32_t>(s.columns) * static_cast<std::uint32_t>(s.rows);
        storeys_.push_back(s);
    }
    start_.assign(cells + 1, 0);
}

std::uint32_t NeighbourGrid::cell(std::uint32_t level, float x, float y) const {
    const Storey& s = storeys_[level];
    const int i = std::clamp(static_cast<int>((x - s.x0) * (1.0F / cell_width_m)), 0, s.columns - 1);
    const int j = std::clamp(static_cast<int>((y - s.y0) / reach_m_), 0, s.rows - 1);
    return s.first + static_cast<std::uint32_t>(j * s.columns + i);
}

void NeighbourGrid::resize(std::size_t n) {
    const std::size_t padded = n + SortedCrowd::lanes;
    if (sorted_.x.size() >= padded) return;
    for (auto* v : {&sorted_.x, &sorted_.y, &sorted_.vx, &sorted_.vy, &sorted_.ex, &sorted_.ey, &sorted_.radius,
                    &sorted_.remaining})
        v->resize(padded, 0.0F);
    for (auto* v : {&sorted_.space, &sorted_.stream, &sorted_.standing, &sorted_.id}) v->resize(padded, 0U);
    cell_of_.resize(n);
}

void NeighbourGrid::copy(const CrowdState& c, std::uint32_t from, std::uint32_t to) {
    sorted_.x[to] = c.x[from];
    sorted_.y[to] = c.y[from];
    sorted_.vx[to] = c.vx[from];
    sorted_.vy[to] = c.vy[from];
    sorted_.ex[to] = c.ex[from];
    sorted_.ey[to] = c.ey[from];
    sorted_.radius[to] = c.radius_now[from];
    sorted_.remaining[to] = c.remaining[from];
    sorted_.space[to] = c.space[from].value;
    sorted_.stream[to] = c.stream[from];
    sorted_.standing[to] = c.desired_speed[from] > 0.0F ? 0U : 1U;
    sorted_.id[to] = from;
}

void NeighbourGrid::build(const CrowdState& crowd) {
    const auto n = static_cast<std::uint32_t>(crowd.size());
    resize(n);
    std::fill(start_.begin(), start_.end(), 0U);
    for (std::uint32_t i = 0; i < n; ++i) {
        const bool here = crowd.present[i] != 0 && crowd.space[i].valid();
        cell_of_[i] = here ? cell(level_of_[crowd.space[i].index()], crowd.x[i], crowd.y[i]) : no_cell;
        if (here) ++start_[cell_of_[i] + 1];
    }
    for (std::size_t c = 1; c < start_.size(); ++c) start_[c] += start_[c - 1];
    count_ = start_.back();
    // Filling moves each cell's start to its end; shifting back afterwards costs less than a second array.
    for (std::uint32_t i = 0; i < n; ++i)
        if (cell_of_[i] != no_cell) copy(crowd, i, start_[cell_of_[i]]++);
    std::copy_backward(start_.begin(), start_.end() - 1, start_.end());
    start_.front() = 0;
}

void NeighbourGrid::add_runs(const Storey& s, float x, float y, Runs& runs) const {
    const auto column = [&](float px) {
        return std::clamp(static_cast<int>((px - s.x0) * (1.0F / cell_width_m)), 0, s.columns - 1);
    };
    const int i0 = column(x - reach_m_), i1 = column(x + reach_m_);
    const int j = std::clamp(static_cast<int>((y - s.y0) / reach_m_), 0, s.rows - 1);
    for (int row = std::max(0, j - 1); row <= std::min(s.rows - 1, j + 1); ++row) {
        const std::uint32_t base = s.first + static_cast<std::uint32_t>(row * s.columns);
        const Run run{start_[base + static_cast<std::uint32_t>(i0)], start_[base + static_cast<std::uint32_t>(i1) + 1]};
        if (run.first < run.last && runs.count < runs.run.size()) runs.run[runs.count++] = run;
    }
}

Runs NeighbourGrid::near(SpaceId space, float x, float y, std::span<const std::uint32_t> passages,
                         const WallIndex& walls) const {
    Runs runs;
    const std::uint32_t own = level_of_[space.index()];
    add_runs(storeys_[own], x, y, runs);
    std::uint32_t seen[2] = {own, own};
    for (const std::uint32_t o : passages) {
        const SpaceId other = walls.passage(o).other(space);
        if (!other.valid()) continue;
        const std::uint32_t level = level_of_[other.index()];
        if (level == own || level == seen[0] || level == seen[1]) continue;
        if (seen[0] != own && seen[1] != own) break;
        (seen[0] == own ? seen[0] : seen[1]) = level;
        add_runs(storeys_[level], x, y, runs);
    }
    return runs;
}

}  // namespace muster::physics
