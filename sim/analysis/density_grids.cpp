// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/density_grids.h"

#include <algorithm>

#include "sim/analysis/density.h"
#include "sim/analysis/results.h"

namespace muster::analysis {

namespace {

std::vector<DensityGrid> empty_grids(const Building& building, const LocalDensity& local) {
    std::vector<DensityGrid> grids;
    for (std::size_t l = 0; l < building.levels.size(); ++l) {
        const LevelCells& cells = local.cells(l);
        DensityGrid grid{LevelId{l}, cells.origin, cells.cell_m, cells.columns, cells.rows, {}, {}};
        grid.peak.assign(cells.window_m2.size(), 0.0F);
        grid.mean.assign(cells.window_m2.size(), 0.0F);
        grids.push_back(std::move(grid));
    }
    return grids;
}

}  // namespace

std::vector<DensityGrid> density_grids(const Trace& trace) {
    const Building& building = trace.world->building;
    LocalDensity local(building);
    std::vector<DensityGrid> grids = empty_grids(building, local);
    std::vector<std::vector<std::uint32_t>> samples_with;
    for (const DensityGrid& g : grids) samples_with.emplace_back(g.mean.size(), 0U);
    for (std::size_t i = 0; i < trace.sample_times.size(); ++i) {
        local.count(trace.sample(i), trace.people.size());
        local.each([&](std::size_t level, std::size_t cell, float density) {
            grids[level].peak[cell] = std::max(grids[level].peak[cell], density);
            grids[level].mean[cell] += density;
            ++samples_with[level][cell];
        });
    }
    for (std::size_t l = 0; l < grids.size(); ++l)
        for (std::size_t c = 0; c < grids[l].mean.size(); ++c)
            if (samples_with[l][c] > 0) grids[l].mean[c] /= static_cast<float>(samples_with[l][c]);
    return grids;
}

}  // namespace muster::analysis
