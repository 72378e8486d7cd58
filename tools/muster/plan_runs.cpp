// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/plan_runs.h"

namespace muster::commands {

VariantRuns run_variant(const engine::Prepared& prepared, const ReplicationSettings& settings) {
    VariantRuns out;
    out.world = prepared.world;
    out.clocks = std::make_unique<planning::GroupClocks>(prepared.world->scenario.population.groups.size());
    BatchSettings batch;
    batch.first_seed = settings.first_seed;
    batch.runs = settings.runs;
    batch.jobs = settings.jobs;
    batch.meanwhile = settings.meanwhile;
    batch.each_run = [&] { return out.clocks->observer(); };
    BatchResult result = run_batch(prepared, batch);
    out.analyses = std::move(result.analyses);
    out.trace = std::move(result.trace);
    return out;
}

engine::Prepared with_scenario(const engine::Prepared& prepared, Scenario scenario) {
    auto world = std::make_shared<World>(*prepared.world);
    world->scenario = std::move(scenario);
    return engine::prepare(std::move(world));
}

}  // namespace muster::commands
