// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/planner.h"

#include <algorithm>
#include <chrono>

#include "sim/planning/plan_assembly.h"
#include "tools/muster/papers.h"
#include "tools/muster/terminal/interrupt.h"
#include "tools/muster/terminal/progress.h"

namespace muster::commands {

namespace {

constexpr int max_trial_runs = 3;  // per candidate, before one is chosen

}  // namespace

Planner::Planner(const PlanOptions& options, const Console& console, std::shared_ptr<const World> world)
    : options_(options),
      console_(console),
      today_(engine::prepare(std::move(world))),
      problem_(*today_.world, *today_.navigation),
      drawn_(!options.quiet && at_a_terminal()) {
    const std::uint64_t seed = options.seed.value_or(today_.world->scenario.run.seed);
    replications_.first_seed = seed;
    replications_.jobs = options.jobs;
    plan_.objective = options.objective;
    plan_.search_seed = seed;
    plan_.rules = problem_.rules();
    for (int i = 0; i < options.runs; ++i) plan_.seeds.push_back(seed + static_cast<std::uint64_t>(i));
}

bool Planner::make() {
    search();
    if (found_.best.empty()) return false;
    choose();
    VariantRuns today = replicate(today_, options_.runs, "muster.plan.bar.today");
    Scenario at_once = today_.world->scenario;
    at_once.release = Release{};
    for (Group& g : at_once.population.groups) g.release_delay_s = 0.0;
    VariantRuns all = replicate(with_scenario(today_, std::move(at_once)), options_.runs, "muster.plan.bar.at_once");
    proposal_ = replicate(with_scenario(today_, problem_.scenario_of(best().candidate)), options_.runs,
                          "muster.plan.bar.proposal");
    if (drawn_) clear_bar();
    plan_.variants = {planning::variant_of(planning::PlanVariantKind::today, *today_.world, std::move(today.analyses)),
                      planning::variant_of(planning::PlanVariantKind::all_at_once, *all.world, std::move(all.analyses)),
                      planning::variant_of(planning::PlanVariantKind::proposal, *proposal_.world, proposal_.analyses)};
    ensemble_ = analysis::combine(std::move(proposal_.analyses));
    plan_.verdict = planning::verdict_of(plan_.objective, plan_.variants.front(), plan_.variants.back());
    planning::fill_plan(plan_, problem_, {best().candidate, plan_.variants.back(), *proposal_.clocks});
    network_today_s_ = found_.today.last_out_s + today_.world->scenario.alarm.announcement_s;
    run_.world = proposal_.world.get();
    run_.ensemble = &ensemble_;
    run_.trace = &proposal_.trace;
    run_.version = MUSTER_VERSION;
    forms_ = {&run_, &plan_, {}, true};
    return true;
}

papers::FormInput Planner::forms() const {
    papers::FormInput forms = forms_;
    forms.ways = documents::ways_of(*proposal_.world, *today_.navigation, plan_);
    return forms;
}

papers::PlanPapers Planner::papers() const {
    return {plan_, *proposal_.world, *today_.world, forms_, network_today_s_};
}

const Scenario& Planner::scenario() const {
    return plan_.verdict == planning::PlanVerdict::better ? proposal_.world->scenario : today_.world->scenario;
}

void Planner::search() {
    planning::SearchSettings s;
    s.objective = options_.objective;
    s.seed = plan_.search_seed;
    s.evaluations = options_.evaluations;
    const auto begun = std::chrono::steady_clock::now();
    s.go_on = [&](std::size_t done) {
        if (interrupted()) throw Interrupted();
        if (drawn_) draw_bar(done, s.evaluations, console_.text("muster.plan.bar.search"));
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
        return !options_.budget_s || spent.count() < *options_.budget_s;
    };
    found_ = planning::search_plan(problem_, s);
    plan_.evaluations = found_.evaluations;
    plan_.cut_short = found_.cut_short;
}

VariantRuns Planner::replicate(const engine::Prepared& prepared, int runs, const char* bar) {
    ReplicationSettings settings = replications_;
    settings.runs = runs;
    if (drawn_) settings.meanwhile = [&] { draw_bar(steps_done_, steps(), console_.text(bar)); };
    VariantRuns out = run_variant(prepared, settings);
    steps_done_ += static_cast<std::size_t>(runs);
    return out;
}

std::size_t Planner::steps() const {
    return found_.best.size() * static_cast<std::size_t>(trial_runs()) + 3U * static_cast<std::size_t>(options_.runs);
}

int Planner::trial_runs() const { return std::min(options_.runs, max_trial_runs); }

void Planner::choose() {
    if (found_.best.size() == 1) return;
    double least = 0.0;
    for (std::size_t i = 0; i < found_.best.size(); ++i) {
        const engine::Prepared prepared = with_scenario(today_, problem_.scenario_of(found_.best[i].candidate));
        VariantRuns runs = replicate(prepared, trial_runs(), "muster.plan.bar.trial");
        const planning::PlanVariant v =
            planning::variant_of(planning::PlanVariantKind::proposal, *prepared.world, std::move(runs.analyses));
        const double out_s = v.clocks.last_out_of_building ? v.clocks.last_out_of_building->median : 1e6;
        const double cost = 1e9 * v.left_inside.median +
                            planning::cost_of(plan_.objective, v.exposure_person_s.median, out_s, found_.today);
        if (i == 0 || cost < least) least = cost, chosen_ = i;
    }
}

}  // namespace muster::commands
