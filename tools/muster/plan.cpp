// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/plan.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "floorplans/file_text.h"
#include "floorplans/json_cursor.h"
#include "scenarios/reader.h"
#include "scenarios/scenario_writer.h"
#include "sim/planning/drill_plan_words.h"
#include "tools/muster/papers.h"
#include "tools/muster/plan_folder.h"
#include "tools/muster/planner.h"
#include "tools/muster/rule_files.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

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
    const std::string original = floorplans::file_text(options.scenario).value_or("");
    return scenarios::rewrite_scenario(*document.value, original, scenario, world.building, world.risk_map,
                                       options.new_scenario)
        .text;
}

bool in_the_way(const PlanOptions& options) { return !options.force && std::filesystem::exists(options.new_scenario); }

// What is signed. Whom a dismissal's classes are handed to is no roll call.
void write_forms(const Planner& planner, const PlanOptions& options, const Console& console) {
    papers::FormInput input = planner.forms();
    const papers::CodeCheck check = check_codes(*input.run->world, readable_packs({"gb50099", "gb50016"}));
    documents::add_codes(input, check);
    std::vector<documents::NamedDocument> forms;
    const std::vector<papers::Form> wanted{papers::Form::drill_plan, papers::Form::class_routes,
                                           papers::Form::posts,      papers::Form::timeline,
                                           papers::Form::roll_call,  papers::Form::comparison};
    for (const text::Lang lang : options.languages)
        for (documents::NamedDocument& form : documents::documents_of(input, wanted, lang))
            forms.push_back(std::move(form));
    documents::PapersOrder order = for_office(options.out);
    order.kinds.push_back(documents::PaperKind::html);
    (void)papers(forms, order, console);  // what went wrong has been told; the plan itself is whole
}

Exit make_drill_plan(const PlanOptions& options, const Console& console) {
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
    Planner planner(options, console, options.assumption.of(loaded.value->world));
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
    if (planner.can_be_signed()) write_forms(planner, options, console);
    console.print(console.text(better ? "muster.plan.done" : "muster.plan.kept",
                               {{"file", options.new_scenario}, {"folder", options.out}}));
    return better ? Exit::good : Exit::missed;
}

class PlanCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        app.add_option("SCENARIO", options_.scenario, help("muster.plan.scenario"))->required();
        app.add_option("-o", options_.new_scenario, help("muster.plan.new"))->required();
        app.add_option("--out", options_.out, help("muster.plan.out"))->required();
        app.add_option("--use", use_, help("muster.plan.use"))->check(CLI::IsMember({"fire", "drill", "dismissal"}));
        app.add_option("--objective", objective_, help("muster.plan.objective"))
            ->check(CLI::IsMember({"crowding", "time", "balanced"}));
        app.add_option("--budget", options_.budget_s, help("muster.plan.budget"))->check(CLI::Range(1.0, 86'400.0));
        app.add_option("--evaluations", options_.evaluations, help("muster.plan.evaluations"))
            ->check(CLI::Range(100, 100'000'000));
        app.add_option("--seed", options_.seed, help("muster.plan.seed"));
        options_.assumption.add_to(app, help);
        app.add_option("--runs", options_.runs, help("muster.plan.runs"))->check(CLI::Range(1, 10'000));
        app.add_option("-j,--jobs", options_.jobs, help("muster.run.jobs"))->check(CLI::Range(1, 1024));
        app.add_flag("-q,--quiet", options_.quiet, help("muster.run.quiet"));
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override {
        options_.languages = call.languages;
        options_.use = from_word<planning::PlanUse>(use_).value_or(options_.use);
        options_.objective = objective_ == "time"       ? planning::PlanObjective::time
                             : objective_ == "balanced" ? planning::PlanObjective::balanced
                                                        : planning::PlanObjective::crowding;
        return make_drill_plan(options_, call.console);
    }

private:
    std::string use_ = "fire", objective_ = "crowding";
    PlanOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_plan() { return std::make_unique<PlanCommand>(); }

}  // namespace muster::commands
