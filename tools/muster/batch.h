// SPDX-License-Identifier: Apache-2.0
// N replications of one world over J threads. What comes out depends on the seeds only, not on J.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "render/papers/run_report/report_input.h"
#include "sim/analysis/convergence.h"
#include "sim/analysis/results.h"
#include "sim/engine/simulation.h"

namespace muster::commands {

struct BatchSettings {
    std::uint64_t first_seed = 1;
    int runs = 1;                                      // at most, when `until` is given
    std::optional<analysis::ConvergenceLimits> until;  // stop adding runs when the first ones have converged
    int jobs = 1;
    std::vector<RunObserver*> first_observers;               // of the first seed's run only
    std::function<std::unique_ptr<RunObserver>()> each_run;  // one more per replication; may be empty
    std::function<void()> meanwhile;                         // called ten times a second; may be empty
};

struct BatchResult {
    std::vector<analysis::RunAnalysis> analyses;  // in seed order
    std::vector<papers::RunFacts> facts;          // in seed order
    Trace trace;                                  // of the first seed
    std::optional<analysis::ConvergenceState> convergence;
};

/// Throws Interrupted, or what an observer threw.
[[nodiscard]] BatchResult run_batch(const engine::Prepared& prepared, const BatchSettings& settings);

}  // namespace muster::commands
