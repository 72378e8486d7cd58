// SPDX-License-Identifier: Apache-2.0
// The physics' part of muster plan: the same seeds for every variant, so that they can be compared pair by pair.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "sim/engine/simulation.h"
#include "sim/planning/group_clocks.h"
#include "tools/muster/batch.h"

namespace muster::commands {

struct VariantRuns {
    std::shared_ptr<const World> world;
    std::vector<analysis::RunAnalysis> analyses;    // in seed order
    std::unique_ptr<planning::GroupClocks> clocks;  // of the same runs
    Trace trace;                                    // of the first seed
};

struct ReplicationSettings {
    std::uint64_t first_seed = 1;
    int runs = 10;
    int jobs = 1;
    std::function<void()> meanwhile;  // ten times a second; may be empty
};

[[nodiscard]] VariantRuns run_variant(const engine::Prepared& prepared, const ReplicationSettings& settings);

/// The world with another scenario; the building and what was worked out of it stay. Pre: the scenario is sound.
[[nodiscard]] engine::Prepared with_scenario(const engine::Prepared& prepared, Scenario scenario);

}  // namespace muster::commands
