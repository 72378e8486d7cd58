// SPDX-License-Identifier: Apache-2.0
// muster plan: looks for a drill plan on the queue network, runs the best candidates, today's plan and "everyone at
// once" with the full physics over the same seeds, and writes what is to be signed.
#include <chrono>
#include <filesystem>

#include "floorplans/json_cursor.h"
#include "scenarios/reader.h"
#include "scenarios/scenario_writer.h"
#include "sim/planning/drill_search.h"
#include "sim/planning/plan_assembly.h"
#include "tools/muster/commands.h"
#include "tools/muster/interrupt.h"
#include "tools/muster/papers.h"
#include "tools/muster/plan_folder.h"
#include "tools/muster/plan_runs.h"
#include "tools/muster/progress.h"
#include "tools/muster/rule_files.h"
#include "tools/store/file_text.h"
#include "tools/store/output_file.h"
#include "tools/store/results_folder.h"

namespace muster::commands {

namespace {

constexpr int max_trial_runs = 3;  // per candidate, before one is chosen

class Planner {
public:
    Planner(const PlanOptions& options, const Console& console, std::shared_ptr<const World> world)
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

    [[nodiscard]] std::optional<planning::PlanRefusal> refusal() const { return problem_.refusal(); }

    /// Nothing found that keeps the rules: false.
    bool make() {
        search();
        if (found_.best.empty()) return false;
        choose();
        VariantRuns today = replicate(today_, options_.runs, "muster.plan.bar.today");
        Scenario at_once = today_.world->scenario;
        at_once.release = Release{};
        for (Group& g : at_once.population.groups) g.release_delay_s = 0.0;
        VariantRuns all =
            replicate(with_scenario(today_, std::move(at_once)), options_.runs, "muster.plan.bar.at_once");
        proposal_ = replicate(with_scenario(today_, problem_.scenario_of(best().candidate)), options_.runs,
                              "muster.plan.bar.proposal");
        if (drawn_) clear_bar();
        plan_.variants = {
            planning::variant_of(planning::PlanVariantKind::today, *today_.world, std::move(today.analyses)),
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

    [[nodiscard]] const planning::DrillPlan& plan() const { return plan_; }
    /// Of the proposal, for those to sign. Refers to this.
    [[nodiscard]] papers::FormInput forms() const {
        papers::FormInput forms = forms_;
        forms.ways = documents::ways_of(*proposal_.world, *today_.navigation, plan_);
        return forms;
    }
    /// Refers to this.
    [[nodiscard]] papers::PlanPapers papers() const {
        return {plan_, *proposal_.world, *today_.world, forms_, network_today_s_};
    }
    /// What NEW_SCENARIO holds: the proposal, or today's plan when that is to be kept.
    [[nodiscard]] const Scenario& scenario() const {
        return plan_.verdict == planning::PlanVerdict::better ? proposal_.world->scenario : today_.world->scenario;
    }

private:
    [[nodiscard]] const planning::FoundPlan& best() const { return found_.best[chosen_]; }

    void search() {
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

    VariantRuns replicate(const engine::Prepared& prepared, int runs, const char* bar) {
        ReplicationSettings settings = replications_;
        settings.runs = runs;
        if (drawn_) settings.meanwhile = [&] { draw_bar(steps_done_, steps(), console_.text(bar)); };
        VariantRuns out = run_variant(prepared, settings);
        steps_done_ += static_cast<std::size_t>(runs);
        return out;
    }
    [[nodiscard]] std::size_t steps() const {
        return found_.best.size() * static_cast<std::size_t>(trial_runs()) +
               3U * static_cast<std::size_t>(options_.runs);
    }
    [[nodiscard]] int trial_runs() const { return std::min(options_.runs, max_trial_runs); }

    // By a few runs each, the same seeds for all: who leaves nobody inside, then what is sought.
    void choose() {
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

const char* refusal_id(planning::PlanRefusal why) {
    switch (why) {
        case planning::PlanRefusal::nobody_to_plan:
            return "muster.plan.nobody";
        case planning::PlanRefusal::one_unit_only:
            return "muster.plan.one_unit";
        case planning::PlanRefusal::no_way_out:
            break;
    }
    return "muster.plan.no_way";
}

std::string proposed_text(const PlanOptions& options, const World& world, const Scenario& scenario) {
    const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(options.scenario);
    const std::string original = store::file_text(options.scenario);
    return scenarios::rewrite_scenario(*document.value, original, scenario, world.building, world.risk_map,
                                       options.new_scenario)
        .text;
}

bool in_the_way(const PlanOptions& options) { return !options.force && std::filesystem::exists(options.new_scenario); }

// What is signed: only of a plan that is proposed.
void write_forms(const Planner& planner, const PlanOptions& options, const Console& console) {
    papers::FormInput input = planner.forms();
    const papers::CodeCheck check = check_codes(*input.run->world, readable_packs({"gb50099", "gb50016"}));
    documents::add_codes(input, check);
    std::vector<documents::NamedDocument> forms;
    for (const text::Lang lang : options.languages)
        for (documents::NamedDocument& form :
             documents::documents_of(input,
                                     {papers::Form::drill_plan, papers::Form::class_routes, papers::Form::posts,
                                      papers::Form::timeline, papers::Form::roll_call, papers::Form::comparison},
                                     lang))
            forms.push_back(std::move(form));
    documents::PapersOrder order = for_office(options.out);
    order.kinds.push_back(documents::PaperKind::html);
    (void)papers(forms, order, console);  // what went wrong has been told; the plan itself is whole
}

}  // namespace

Exit plan(const PlanOptions& options, const Console& console) {
    const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(options.scenario);
    if (!options.quiet || !loaded) console.tell_findings(loaded.findings);
    if (!loaded) return Exit::bad_input;
    if (in_the_way(options)) {
        console.tell("muster.file_exists", {{"file", options.new_scenario}});
        return Exit::bad_input;
    }
    store::check_place(options.new_scenario);
    if (store::lies_in(options.new_scenario,
                       options.out)) {  // it names its plan, and the folder comes and goes as a whole
        console.tell("muster.plan.inside", {{"file", options.new_scenario}, {"folder", options.out}});
        return Exit::bad_input;
    }
    store::ResultsFolder folder(
        {options.out, store::ResultKind::plan, store::replaced_if(options.force), loaded.value->files});
    Planner planner(options, console, loaded.value->world);
    if (const auto why = planner.refusal(); why && *why != planning::PlanRefusal::one_unit_only) {
        console.tell(refusal_id(*why), {});
        return Exit::bad_input;
    }
    if (!planner.make()) {
        console.tell("muster.plan.none_found", {});
        return Exit::missed;
    }
    const std::string text = proposed_text(options, *loaded.value->world, planner.scenario());
    write_plan_folder(planner.papers(), options.languages, folder);
    store::write_beside(options.new_scenario, [&](const std::string& partial) { store::write_file(partial, text); });
    folder.keep();
    if (!options.quiet) print_plan_summary(planner.papers(), console);
    const bool better = planner.plan().verdict == planning::PlanVerdict::better;
    if (better) write_forms(planner, options, console);
    console.print(console.text(better ? "muster.plan.done" : "muster.plan.kept",
                               {{"file", options.new_scenario}, {"folder", options.out}}));
    return better ? Exit::good : Exit::missed;
}

}  // namespace muster::commands
