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

double last_out_s(const planning::PlanVariant& v) {
    return v.clocks.last_out_of_building ? v.clocks.last_out_of_building->median : 1e6;
}

planning::PlanRules rules_of(planning::PlanUse use) {
    planning::PlanRules rules;
    rules.use = use;
    return rules;
}

}  // namespace

Planner::Planner(const PlanOptions& options, const Console& console, std::shared_ptr<const World> world)
    : options_(options),
      console_(console),
      today_(engine::prepare(std::move(world))),
      problem_(*today_.world, *today_.navigation, rules_of(options.use)),
      drawn_(!options.quiet && at_a_terminal()) {
    const std::uint64_t seed = options.seed.value_or(today_.world->scenario.run.seed);
    replications_.first_seed = seed;
    replications_.jobs = options.jobs;
    plan_.use = options.use;
    plan_.objective = options.objective;
    plan_.search_seed = seed;
    plan_.rules = problem_.rules();
    for (int i = 0; i < options.runs; ++i) plan_.seeds.push_back(seed + static_cast<std::uint64_t>(i));
}

bool Planner::make() {
    search();
    if (found_.best.empty()) return false;
    run_today();
    choose(planning::baseline_of(plan_));
    network_today_s_ = found_.today.last_out_s + today_.world->scenario.alarm.announcement_s;
    VariantRuns proposal = run_proposal();
    if (after_alarm() && !is_better()) {
        plan_.real_day = at_once_;
        write_down(std::move(at_once_runs_), problem_.all_at_once(), at_once_);
    } else {
        write_down(std::move(proposal), best(), planning::PlanVariantKind::proposal);
    }
    return true;
}

// And its real day: a drill that teaches ways which are worse on that day is turned down.
VariantRuns Planner::run_proposal() {
    if (after_alarm() && best() == problem_.all_at_once()) return {};
    VariantRuns runs =
        replicate(with_scenario(today_, problem_.scenario_of(best())), options_.runs, "muster.plan.bar.proposal");
    add_variant(planning::PlanVariantKind::proposal, runs);
    const planning::PlanVariant& today = planning::baseline_of(plan_);
    plan_.verdict = planning::verdict_of(plan_.rules, plan_.objective, today, plan_.variants.back());
    if (after_alarm() && !is_better()) return runs;
    plan_.real_day = real_day();
    if (after_alarm() && !planning::is_no_worse(planning::baseline_of(plan_), *planning::real_day_of(plan_)))
        turn_down();
    return runs;
}

void Planner::run_today() {
    VariantRuns today = replicate(today_, options_.runs, "muster.plan.bar.today");
    add_variant(planning::PlanVariantKind::today, today);
    if (planning::somebody_waits(today_.world->scenario)) {
        at_once_ = planning::PlanVariantKind::all_at_once;
        const Scenario nobody_waits = planning::nobody_waits(today_.world->scenario);
        at_once_runs_ = replicate(with_scenario(today_, nobody_waits), options_.runs, "muster.plan.bar.at_once");
        add_variant(at_once_, at_once_runs_);
    } else {
        at_once_runs_ = std::move(today);
    }
}

// Run, unless it is one of those that were.
planning::PlanVariantKind Planner::real_day() {
    planning::DrillCandidate c = best();
    c.held = false;
    std::fill(c.delay.begin(), c.delay.end(), std::int16_t{0});
    if (c == best()) return planning::PlanVariantKind::proposal;
    if (c == problem_.all_at_once()) return at_once_;
    const Scenario nobody_waits = planning::nobody_waits(problem_.scenario_of(c));
    add_variant(planning::PlanVariantKind::real_day,
                replicate(with_scenario(today_, nobody_waits), options_.runs, "muster.plan.bar.real_day"));
    return planning::PlanVariantKind::real_day;
}

void Planner::turn_down() {
    plan_.verdict = planning::PlanVerdict::not_better;
    std::erase_if(plan_.variants,
                  [](const planning::PlanVariant& v) { return v.kind == planning::PlanVariantKind::real_day; });
}

void Planner::add_variant(planning::PlanVariantKind kind, const VariantRuns& runs) {
    plan_.variants.push_back(planning::variant_of(kind, *runs.world, runs.analyses));
}

void Planner::write_down(VariantRuns runs, const planning::DrillCandidate& candidate, planning::PlanVariantKind kind) {
    if (drawn_) clear_bar();
    written_ = std::move(runs);
    planning::fill_plan(plan_, problem_, {candidate, *plan_.variant(kind), *written_.clocks});
    ensemble_ = analysis::combine(std::move(written_.analyses));
    run_.world = written_.world.get();
    run_.ensemble = &ensemble_;
    run_.trace = &written_.trace;
    run_.version = MUSTER_VERSION;
    forms_ = {&run_, &plan_, {}, kind == planning::PlanVariantKind::proposal};
}

papers::FormInput Planner::forms() const {
    papers::FormInput forms = forms_;
    forms.ways = documents::ways_of(*written_.world, *today_.navigation, plan_);
    return forms;
}

papers::PlanPapers Planner::papers() const { return {plan_, *written_.world, *today_.world, forms_, network_today_s_}; }

const Scenario& Planner::scenario() const {
    return is_better() || after_alarm() ? written_.world->scenario : today_.world->scenario;
}

bool Planner::can_be_signed() const { return is_better() || after_alarm(); }

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
    return found_.best.size() * static_cast<std::size_t>(trial_runs()) + 4U * static_cast<std::size_t>(options_.runs);
}

int Planner::trial_runs() const { return std::min(options_.runs, max_trial_runs); }

void Planner::choose(const planning::PlanVariant& baseline) {
    if (found_.best.size() == 1) return;
    planning::PlanScore held_against;  // by the physics, as its rivals are
    held_against.crowded_person_s = baseline.exposure_person_s.median;
    held_against.last_out_s = last_out_s(baseline);
    double least = 0.0;
    for (std::size_t i = 0; i < found_.best.size(); ++i) {
        const engine::Prepared prepared = with_scenario(today_, problem_.scenario_of(found_.best[i].candidate));
        VariantRuns runs = replicate(prepared, trial_runs(), "muster.plan.bar.trial");
        const planning::PlanVariant v =
            planning::variant_of(planning::PlanVariantKind::proposal, *prepared.world, std::move(runs.analyses));
        const double cost =
            1e9 * v.left_inside.median +
            planning::cost_of({plan_.use, plan_.objective}, v.exposure_person_s.median, last_out_s(v), held_against);
        if (i == 0 || cost < least) least = cost, chosen_ = i;
    }
}

}  // namespace muster::commands
