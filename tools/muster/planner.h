// SPDX-License-Identifier: Apache-2.0
// The work of muster plan: looks for a plan on the queue network, runs the best candidates, today's plan, "everyone at
// once" and the real day of what is proposed with the full physics over the same seeds; each once where two are one.
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
    planning::PlanUse use = planning::PlanUse::fire;
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
    /// Of the plan that is written down, for those to sign. Refers to this.
    [[nodiscard]] papers::FormInput forms() const;
    /// Refers to this.
    [[nodiscard]] papers::PlanPapers papers() const;
    /// What NEW_SCENARIO holds: the proposal, or what it was held against when that is to be kept.
    [[nodiscard]] const Scenario& scenario() const;
    /// Whether there is something to sign: a proposal that is better, or today's ways without any waiting.
    [[nodiscard]] bool can_be_signed() const;

private:
    [[nodiscard]] const planning::DrillCandidate& best() const { return found_.best[chosen_].candidate; }
    [[nodiscard]] bool after_alarm() const { return options_.use != planning::PlanUse::dismissal; }
    [[nodiscard]] bool is_better() const { return plan_.verdict == planning::PlanVerdict::better; }

    // The plan that is written down: the proposal; of an alarm, where it is no better, today's ways without waiting.
    void write_down(VariantRuns runs, const planning::DrillCandidate& candidate, planning::PlanVariantKind kind);
    planning::PlanVariantKind real_day();
    void turn_down();
    void add_variant(planning::PlanVariantKind kind, const VariantRuns& runs);

    void search();
    void run_today();
    VariantRuns run_proposal();

    VariantRuns replicate(const engine::Prepared& prepared, int runs, const char* bar);
    [[nodiscard]] std::size_t steps() const;
    [[nodiscard]] int trial_runs() const;

    // By a few runs each, the same seeds for all: who leaves nobody inside, then what is sought.
    void choose(const planning::PlanVariant& baseline);

    const PlanOptions& options_;
    const Console& console_;
    engine::Prepared today_;
    planning::PlanProblem problem_;
    bool drawn_;
    ReplicationSettings replications_;
    planning::SearchResult found_;
    std::size_t chosen_ = 0, steps_done_ = 0;
    VariantRuns at_once_runs_;                                              // today's ways, nobody waits
    planning::PlanVariantKind at_once_ = planning::PlanVariantKind::today;  // which variant they are
    VariantRuns written_;                                                   // the runs of the plan that is written down
    planning::DrillPlan plan_;
    analysis::Ensemble ensemble_;  // of those
    papers::ReportInput run_;
    papers::FormInput forms_;
    double network_today_s_ = 0.0;
};

}  // namespace muster::commands
