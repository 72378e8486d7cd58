// SPDX-License-Identifier: Apache-2.0
// The work of muster plan: looks for a drill plan on the queue network, runs the best candidates, today's plan and
// "everyone at once" with the full physics over the same seeds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "render/papers/drill_plan/plan_report.h"
#include "sim/planning/drill_search.h"
#include "tools/muster/assumption_option.h"
#include "tools/muster/plan_runs.h"
#include "tools/muster/terminal/console.h"

namespace muster::commands {

struct PlanOptions {
    std::string scenario, new_scenario, out;
    planning::PlanObjective objective = planning::PlanObjective::crowding;
    std::optional<double> budget_s;     // of the search on the queue network; nothing = to its end
    std::size_t evaluations = 24000;    // candidates on the queue network
    std::optional<std::uint64_t> seed;  // none = the scenario's
    AssumptionOption assumption;
    int runs = 10;
    int jobs = 1;
    bool quiet = false;
    bool force = false;
    std::vector<text::Lang> languages;
};

class Planner {
public:
    Planner(const PlanOptions& options, const Console& console, std::shared_ptr<const World> world);

    [[nodiscard]] std::optional<planning::PlanRefusal> refusal() const { return problem_.refusal(); }

    /// Nothing found that keeps the rules: false.
    bool make();

    [[nodiscard]] const planning::DrillPlan& plan() const { return plan_; }
    /// Of the proposal, for those to sign. Refers to this.
    [[nodiscard]] papers::FormInput forms() const;
    /// Refers to this.
    [[nodiscard]] papers::PlanPapers papers() const;
    /// What NEW_SCENARIO holds: the proposal, or today's plan when that is to be kept.
    [[nodiscard]] const Scenario& scenario() const;

private:
    [[nodiscard]] const planning::FoundPlan& best() const { return found_.best[chosen_]; }

    void search();

    VariantRuns replicate(const engine::Prepared& prepared, int runs, const char* bar);
    [[nodiscard]] std::size_t steps() const;
    [[nodiscard]] int trial_runs() const;

    // By a few runs each, the same seeds for all: who leaves nobody inside, then what is sought.
    void choose();

    const PlanOptions& options_;
    const Console& console_;
    engine::Prepared today_;
    planning::PlanProblem problem_;
    bool drawn_;
    ReplicationSettings replications_;
    planning::SearchResult found_;
    std::size_t chosen_ = 0, steps_done_ = 0;
    VariantRuns proposal_;
    planning::DrillPlan plan_;
    analysis::Ensemble ensemble_;  // of the proposal
    papers::ReportInput run_;
    papers::FormInput forms_;
    double network_today_s_ = 0.0;
};

}  // namespace muster::commands
