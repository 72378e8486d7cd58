// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/rectification.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "floorplans/file_text.h"
#include "render/document/html_writer.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/planning/propose_changes.h"
#include "tools/muster/density_picture.h"
#include "tools/muster/run_results.h"
#include "tools/office/rectify/rectify_items.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_pictured = 4;

}  // namespace

Rectification::Rectification(const RectifyOptions& options, Subject subject, std::vector<planning::RulePack> packs,
                             store::ResultsFolder& folder, const Console& console)
    : options_(options),
      subject_(std::move(subject)),
      folder_(folder),
      console_(console),
      inputs_(store::keep_inputs(subject_.loaded.files, folder.folder())),
      scenario_path_(copy_of(0)),
      plan_path_(copy_of(1)),
      document_(floorplans::JsonDocument::load(scenario_path_)),
      packs_(std::move(packs)) {
    if (!packs_.empty())
        compliance_ = planning::check_compliance(
            world().building, planning::people_in(world().building, &world().scenario.population), packs_);
    settings_ = {options.seed.value_or(subject_.first_seed), options.runs, options.jobs};
    fs::create_directory(folder.folder() / "items");
}

store::RectificationFile Rectification::run() {
    const auto start = std::chrono::steady_clock::now();
    const bool drawn = !options_.quiet && at_a_terminal();
    {
        Progress progress(world().scenario.population.total(), options_.runs);
        base_ = run_counterfactual(subject_.loaded.world, settings_, progress, drawn, console_);
    }
    make_candidates();
    const auto to_run = std::count_if(candidates_.begin(), candidates_.end(), [](const auto& c) { return c.world; });
    Progress progress(world().scenario.population.total(), options_.runs * std::max(1, static_cast<int>(to_run)));
    for (Candidate& c : candidates_) {
        if (!c.world) continue;
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        if (options_.budget_s && spent.count() > *options_.budget_s)
            not_run(c, "rectify.reason.budget");
        else
            run_candidate(c, progress, drawn);
    }
    if (drawn) clear_bar();
    return ranked_file();
}

std::vector<documents::NamedDocument> Rectification::reports(const store::RectificationFile& file) const {
    std::vector<documents::NamedDocument> all;
    for (const text::Lang lang : options_.report_languages)
        all.push_back({text::Catalogue(lang).text("rectify.stem"),
                       rectify::rectification_document(file, pictures(file, lang), lang)});
    return all;
}

void Rectification::write(const store::RectificationFile& file,
                          const std::vector<documents::NamedDocument>& reports) const {
    for (const documents::NamedDocument& report : reports)
        store::write_file(folder_.file(report_name(report.document.lang)), document::document_html(report.document));
    store::write_file(folder_.file("hazards.csv"), rectify::hazards_csv(file, options_.report_languages.front()));
    store::write_file(folder_.file("items.json"), store::rectification_json(file));
}

std::string Rectification::copy_of(std::size_t input) const {
    return inputs_[input].copy.empty() ? subject_.loaded.files[input] : folder_.file(inputs_[input].copy);
}

std::string Rectification::name_of_copy(std::size_t input) const {
    return inputs_[input].copy.empty() ? inputs_[input].path : inputs_[input].copy;
}

void Rectification::make_candidates() {
    planning::ProposalLimits limits;
    limits.max_bottlenecks = static_cast<std::size_t>(options_.top);
    const rectify::ItemInputs inputs{&world(), &base_.ensemble.bottlenecks, &compliance_, &packs_,
                                     base_.figures.size()};
    const rectify::BaseFiles files{plan_path_,        floorplans::file_text(plan_path_).value_or(""),
                                   scenario_path_,    floorplans::file_text(scenario_path_).value_or(""),
                                   &*document_.value, &world()};
    for (planning::Proposal& proposal :
         planning::propose(world(), base_.ensemble.bottlenecks, compliance_.lines, limits)) {
        if (!fit_to_wall(proposal)) continue;
        Candidate c{proposal, rectify::item_of(proposal, inputs), nullptr, {}};
        if (!proposal.change)
            not_run(c, "rectify.reason.none", store::ItemStanding::no_change_found);
        else
            write_change(c, files);
        candidates_.push_back(std::move(c));
    }
}

bool Rectification::fit_to_wall(planning::Proposal& proposal) const {
    auto* wider = proposal.change ? std::get_if<planning::WidenOpening>(&*proposal.change) : nullptr;
    if (wider == nullptr) return true;
    const auto fitted = rectify::fitted_to_wall(world().building, *wider);
    if (fitted)
        *wider = *fitted;
    else
        proposal.change.reset();
    return fitted || proposal.line;
}

void Rectification::write_change(Candidate& c, const rectify::BaseFiles& files) {
    const planning::Change& change = *c.proposal.change;
    const std::string stem = rectify::file_stem(c.item);
    std::string plan;
    if (planning::changes_plan(change)) {
        const rectify::ChangedPlan changed = rectify::changed_plan(files, change);
        if (changed.text.empty()) return refused(c, changed.refusal);
        plan = stem + ".plan.json";
        c.item.plan = "items/" + plan;
        store::write_file(folder_.file(c.item.plan), changed.text);
    }
    c.item.scenario = "items/" + stem + ".scenario.json";
    const std::string path = folder_.file(c.item.scenario);
    store::write_file(path, rectify::changed_scenario(files, change, path, plan));
    Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(path);
    if (!loaded) return refused_by_check(c, loaded.findings);
    if (planning::seen_by_model(change))
        c.world = under(loaded.value->world, world().scenario.run.assumption);
    else
        not_run(c, "rectify.reason.not_seen");
}

void Rectification::refused(Candidate& c, const std::string& reason) {
    not_run(c, reason);
    const auto* stair = std::get_if<planning::WidenStair>(&*c.proposal.change);
    if (stair == nullptr) return;
    double width_m = 1e9;
    for (const SpaceId f : world().building.stair(stair->stair).flights)
        width_m = std::min(width_m, world().building.space(f).flight->clear_width_m);
    c.item.standing = store::ItemStanding::estimated;
    c.item.estimate = {planning::flight_passage_s(c.item.evidence.persons, width_m),
                       planning::flight_passage_s(c.item.evidence.persons, stair->width_m)};
}

void Rectification::refused_by_check(Candidate& c, const Findings& findings) {
    const auto error =
        std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
    for (std::string* file : {&c.item.plan, &c.item.scenario}) {
        if (!file->empty()) fs::remove(folder_.file(*file));
        file->clear();
    }
    not_run(c, "rectify.reason.bad_plan");
    if (error == findings.end()) return;
    c.item.standing_reason = {
        text::Catalogue(text::Lang::zh_cn)
            .text("rectify.reason.bad_plan", {{"finding", text::describe(*error, text::Lang::zh_cn).message}}),
        text::Catalogue(text::Lang::en)
            .text("rectify.reason.bad_plan", {{"finding", text::describe(*error, text::Lang::en).message}})};
}

void Rectification::not_run(Candidate& c, const std::string& reason, store::ItemStanding standing) {
    c.world.reset();
    c.item.standing = standing;
    c.item.standing_reason = text::in_all_languages(reason);
}

void Rectification::run_candidate(Candidate& c, Progress& progress, bool drawn) {
    CounterfactualRun changed = run_counterfactual(c.world, settings_, progress, drawn, console_);
    if (changed.figures == base_.figures) return refused(c, "rectify.reason.same_runs");
    for (const analysis::FigureComparison& f : analysis::compare_figures(base_.figures, changed.figures))
        c.item.gain.push_back(store::gain_of(f));
    c.density = std::move(changed.density);
}

store::RectificationFile Rectification::ranked_file() {
    store::RectificationFile file;
    file.program_version = MUSTER_VERSION;
    file.date = today();
    file.school = text::in_language(world().building.name, text::Lang::zh_cn);
    file.plan_id = world().building.key;
    file.plan_name = world().building.name;
    file.scenario_id = world().scenario.key;
    file.scenario_name = world().scenario.name;
    file.scenario = name_of_copy(0);
    file.plan = name_of_copy(1);
    for (const analysis::RunFigures& run : base_.figures) file.seeds.push_back(run.seed);
    for (const Candidate& c : candidates_) file.items.push_back(c.item);
    rectify::judge_and_rank(file.items);
    return file;
}

std::vector<rectify::ItemPictures> Rectification::pictures(const store::RectificationFile& file,
                                                           text::Lang lang) const {
    std::vector<rectify::ItemPictures> drawn;
    for (const store::RectificationItem& item : file.items) {
        if (drawn.size() == max_pictured || !item.significant || item.site.level.empty()) continue;
        const auto c = std::find_if(candidates_.begin(), candidates_.end(),
                                    [&](const Candidate& x) { return x.item.id == item.id; });
        const auto level = std::find_if(world().building.levels.begin(), world().building.levels.end(),
                                        [&](const Level& l) { return l.key == item.site.level; });
        const LevelId id{static_cast<std::size_t>(level - world().building.levels.begin())};
        drawn.push_back({item.id, level->name, density_picture(world(), world(), base_.density, id, lang),
                         density_picture(world(), *c->world, c->density, id, lang)});
    }
    return drawn;
}

}  // namespace muster::commands
