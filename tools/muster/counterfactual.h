// SPDX-License-Identifier: Apache-2.0
// A scenario run over given seeds for its figures alone, and the densities of its first seed for a picture: what base
// and changes are compared by.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "sim/analysis/results.h"
#include "sim/analysis/run_figures.h"
#include "sim/model/world.h"
#include "tools/muster/terminal/console.h"
#include "tools/muster/terminal/progress.h"

namespace muster::commands {

struct CounterfactualSettings {
    std::uint64_t first_seed = 1;
    int runs = 1;
    int jobs = 1;
};

struct CounterfactualRun {
    std::shared_ptr<const World> world;
    analysis::Ensemble ensemble;
    std::vector<analysis::RunFigures> figures;   // in seed order
    std::vector<analysis::DensityGrid> density;  // of the first seed
};

/// `progress` counts people and runs; drawn when `drawn`. Throws Interrupted.
[[nodiscard]] CounterfactualRun run_counterfactual(std::shared_ptr<const World> world,
                                                   const CounterfactualSettings& settings, Progress& progress,
                                                   bool drawn, const Console& console);

}  // namespace muster::commands
