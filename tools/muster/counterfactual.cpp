// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/counterfactual.h"

#include "sim/analysis/clocks.h"
#include "sim/analysis/density_grids.h"
#include "tools/muster/batch.h"

namespace muster::commands {

CounterfactualRun run_counterfactual(std::shared_ptr<const World> world, const CounterfactualSettings& settings,
                                     Progress& progress, bool drawn, const Console& console) {
    const engine::Prepared prepared = engine::prepare(world);
    BatchSettings batch;
    batch.first_seed = settings.first_seed;
    batch.runs = settings.runs;
    batch.jobs = settings.jobs;
    batch.each_run = [&] { return std::make_unique<ProgressObserver>(progress); };
    if (drawn) batch.meanwhile = [&] { progress.draw(console); };
    BatchResult result = run_batch(prepared, batch);
    CounterfactualRun run;
    run.density = analysis::density_grids(result.trace);
    run.ensemble = analysis::combine(std::move(result.analyses));
    for (const analysis::RunAnalysis& one : run.ensemble.runs)
        run.figures.push_back(analysis::figures_of(one, analysis::signal_s(*world, one.clocks)));
    run.world = std::move(world);
    return run;
}

}  // namespace muster::commands
