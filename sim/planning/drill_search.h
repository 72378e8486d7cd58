// SPDX-License-Identifier: Apache-2.0
// Looks for good plans on the queue network: simulated annealing, several times over; for a dismissal from a plan that
// lets one class after another go, else over the ways alone. The same problem, seed and number of evaluations give the
// same plans; the clock of the wall has no say in it, unless the caller stops it early.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/planning/plan_problem.h"

namespace muster::planning {

struct SearchSettings {
    PlanObjective objective = PlanObjective::crowding;
    std::uint64_t seed = 1;
    std::size_t evaluations = 24000;  // over all restarts
    int restarts = 4;
    std::size_t keep = 4;  // candidates to hand on, best first, no two alike
    /// Called every hundred evaluations with how many are done; false stops the search there. May be empty.
    std::function<bool(std::size_t)> go_on;
};

struct FoundPlan {
    DrillCandidate candidate;
    PlanScore score;
    double cost = 0.0;  // what is made small
};

struct SearchResult {
    std::vector<FoundPlan> best;  // all keep the rules; empty when none was found that does
    PlanScore today;              // what the proposal is held against comes to (baseline_of)
    std::size_t evaluations = 0;
    bool cut_short = false;
};

struct Sought {
    PlanUse use = PlanUse::fire;
    PlanObjective objective = PlanObjective::crowding;
};
/// One number for what is sought, by the figures of the network. `today`: what it is held against.
[[nodiscard]] double cost_of(const Sought& sought, double crowded_person_s, double last_out_s, const PlanScore& today);

/// Pre: !problem.refusal(), or only one unit.
[[nodiscard]] SearchResult search_plan(PlanProblem& problem, const SearchSettings& settings);

}  // namespace muster::planning
