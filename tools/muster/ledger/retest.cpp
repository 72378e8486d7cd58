// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/retest.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "render/papers/run_report/derived.h"
#include "render/text/names.h"
#include "scenarios/reader.h"
#include "sim/analysis/run_figures.h"
#include "sim/base/statistics.h"
#include "tools/muster/assumption_option.h"
#include "tools/muster/batch.h"
#include "tools/muster/ledger/ledger_command.h"
#include "tools/muster/terminal/progress.h"
#include "tools/office/ledger/actions.h"
#include "tools/office/ledger/source_words.h"
#include "tools/office/tables/table_values.h"
#include "tools/store/sha256.h"

namespace muster::commands {

namespace {

struct RetestOptions {
    // the ledger
    std::string file;
    std::string item;
    Signature signature;
    std::string plan;
    // "" = as the ledger has it
    std::string scenario;
    AssumptionOption assumption;
    int runs = 10, jobs = 1;
};

namespace fs = std::filesystem;

struct SideOfTest {
    std::vector<analysis::RunFigures> figures;
    std::vector<double> site_lost;  // person-s at the hazard's place, per run
    std::vector<double> site_held;  // persons left inside whom it held, per run
};

constexpr std::size_t tests_made = 3;  // the way out, the crowding, the loss at the place

enum class Outcome { too_few, same, better, not_better, worse };

struct Retest {
    SideOfTest before, after;
    std::vector<analysis::FigureComparison> compared;
    Outcome outcome = Outcome::too_few;
    std::vector<analysis::Figure> worse;
    double p_value = 1.0;  // the least of what is lower, adjusted
};

// The hazard may be of one door or flight, of a stair with all its flights, or of a storey.
bool is_at(const Building& building, const analysis::Bottleneck& b, const std::string& site) {
    if (papers::key_of_place(building, b) == site || building.level(papers::level_of_place(building, b)).key == site)
        return true;
    return b.space.valid() && building.space(b.space).flight &&
           building.stair(building.space(b.space).flight->stair).key == site;
}

template <class Figure>
double sum_at(const Building& building, const analysis::RunAnalysis& run, const std::string& site, Figure figure) {
    double sum = 0.0;
    for (const analysis::Bottleneck& b : run.bottlenecks)
        if (is_at(building, b, site)) sum += figure(b);
    return sum;
}

SideOfTest run_side(const scenarios::LoadedWorld& loaded, const RetestOptions& options, const std::string& site,
                    const Console& console) {
    const World& world = *loaded.world;
    Progress progress(world.scenario.population.total(), options.runs);
    BatchSettings settings;
    settings.first_seed = world.scenario.run.seed;
    settings.runs = options.runs;
    settings.jobs = options.jobs;
    settings.each_run = [&] { return std::make_unique<ProgressObserver>(progress); };
    if (at_a_terminal()) settings.meanwhile = [&] { progress.draw(console); };
    const engine::Prepared prepared = engine::prepare(loaded.world);
    const BatchResult result = run_batch(prepared, settings);
    if (at_a_terminal()) clear_bar();
    SideOfTest side;
    for (const analysis::RunAnalysis& run : result.analyses) {
        side.figures.push_back(analysis::figures_of(run, papers::signal_s(world, run)));
        side.site_lost.push_back(
            sum_at(world.building, run, site, [](const analysis::Bottleneck& b) { return b.delay_person_s; }));
        side.site_held.push_back(
            sum_at(world.building, run, site, [](const analysis::Bottleneck& b) { return b.held.persons(); }));
    }
    return side;
}

// Never better while the place still keeps anybody inside in any run. Better: the way out, the crowding, or the loss at
// this very place is lower beyond chance (Holm over the three), and none of way out, crowding and people left inside is
// higher beyond chance.
void judge(Retest& test) {
    test.compared = analysis::compare_figures(test.before.figures, test.after.figures);
    const analysis::PairedComparison at_site = analysis::compare_pairs(test.before.site_lost, test.after.site_lost);
    const analysis::PairedComparison& out = analysis::of_figure(test.compared, analysis::Figure::last_out_of_building);
    const analysis::PairedComparison& crowd = analysis::of_figure(test.compared, analysis::Figure::exposure_person_s);
    if (test.before.figures == test.after.figures) return static_cast<void>(test.outcome = Outcome::same);
    if (out.pairs < analysis::min_pairs_for(tests_made)) return;
    for (const analysis::Figure f : analysis::guarded_figures)
        if (const analysis::PairedComparison& c = analysis::of_figure(test.compared, f);
            analysis::got_worse(f, c.evidence(), c.median_difference))
            test.worse.push_back(f);
    const std::vector<double> p = analysis::holm_adjusted({out.p_value, crowd.p_value, at_site.p_value});
    const bool lower[] = {out.downwards, crowd.downwards, at_site.downwards};
    for (std::size_t i = 0; i < p.size(); ++i)
        if (lower[i]) test.p_value = std::min(test.p_value, p[i]);
    const bool still_held = *std::max_element(test.after.site_held.begin(), test.after.site_held.end()) > 0.0;
    const bool better = test.p_value < analysis::significance_level && !still_held;
    test.outcome = !test.worse.empty() ? Outcome::worse : better ? Outcome::better : Outcome::not_better;
}

std::string number_or_dash(const std::optional<double>& value, int decimals) {
    return value ? text::number_text(*value, decimals) : "–";
}

double median_of(std::vector<double> values) { return values.empty() ? 0.0 : quantile(std::move(values), 0.5); }

std::string worse_words(const Retest& test, text::Lang lang) {
    std::string text;
    for (const analysis::Figure f : test.worse)
        text += (text.empty() ? "" : ", ") +
                text::Catalogue(lang).text(std::string("ledger.figure.") + analysis::code_of(f));
    return text;
}

Name words_of(const Retest& test, const std::string& plan) {
    const analysis::PairedComparison& out = analysis::of_figure(test.compared, analysis::Figure::last_out_of_building);
    const analysis::PairedComparison& crowd = analysis::of_figure(test.compared, analysis::Figure::exposure_person_s);
    const auto low = out.median_interval ? std::optional(out.median_interval->low) : std::nullopt;
    const auto high = out.median_interval ? std::optional(out.median_interval->high) : std::nullopt;
    const auto args = [&](text::Lang lang) {
        const text::TextArgs gain{{"before", text::number_text(out.before.median, 0)},
                                  {"after", text::number_text(out.after.median, 0)},
                                  {"difference", number_or_dash(out.median_difference, 1)},
                                  {"interval", ledger::interval_words(low, high, lang)},
                                  {"crowd_before", text::number_text(crowd.before.median, 0)},
                                  {"crowd_after", text::number_text(crowd.after.median, 0)},
                                  {"pairs", std::to_string(out.pairs)}};
        return text::TextArgs{{"plan", plan},
                              {"p", text::number_text(test.p_value, 3)},
                              {"gain", text::Catalogue(lang).text("ledger.retest.gain", gain)},
                              {"worse", worse_words(test, lang)},
                              {"site_before", text::number_text(median_of(test.before.site_lost), 0)},
                              {"site_after", text::number_text(median_of(test.after.site_lost), 0)}};
    };
    const char* id = test.outcome == Outcome::better    ? "ledger.retest.better"
                     : test.outcome == Outcome::same    ? "ledger.retest.same"
                     : test.outcome == Outcome::too_few ? "ledger.retest.too_few"
                     : test.outcome == Outcome::worse   ? "ledger.retest.worse"
                                                        : "ledger.retest.not_better";
    return ledger::sentence(id, args(text::Lang::zh_cn), args(text::Lang::en));
}

std::string scenario_of(const ledger::LedgerEntry& entry, const RetestOptions& options, const Console& console) {
    if (!options.scenario.empty()) return options.scenario;
    const std::string& kept = entry.get(ledger::field::scenario);
    if (kept.empty()) return complain(console, "ledger.no_scenario", {{"item", entry.id}}), "";
    const std::string path = (fs::path(options.file).parent_path() / kept).lexically_normal().string();
    std::error_code ignored;
    if (fs::exists(path, ignored)) return path;
    return complain(console, "ledger.scenario_gone", {{"item", entry.id}, {"scenario", path}}), "";
}

// A changed plan may have another id; one of another building has other rooms.
bool is_same_building(const scenarios::LoadedWorld& old_world, const RetestOptions& options, const Console& console) {
    const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(options.plan);
    console.tell_findings(document.findings);
    if (!document) return false;
    if (scenarios::format_of(*document.value) != "plan")
        return complain(console, "ledger.no_plan", {{"file", options.plan}}), false;
    const Checked<Building> plan = floorplans::read_floor_plan(*document.value);
    if (!plan) return console.tell_findings(plan.findings), false;
    const auto& spaces = old_world.world->building.spaces;
    const auto kept = std::count_if(spaces.begin(), spaces.end(),
                                    [&](const Space& s) { return plan.value->find_space(s.key).valid(); });
    if (2 * static_cast<std::size_t>(kept) >= spaces.size()) return true;
    complain(console, "ledger.other_building",
             {{"file", options.plan}, {"kept", std::to_string(kept)}, {"all", std::to_string(spaces.size())}});
    return false;
}

// Refused before the runs rather than after them.
Checked<ledger::LedgerEvent> event_of(const ledger::LedgerEntry& entry, const RetestOptions& options,
                                      const LedgerClock& clock, bool better) {
    ledger::ActionRequest request;
    request.action = ledger::LedgerAction::retest;
    request.at = clock.at;
    request.by = tables::trimmed_blanks(options.signature.by);
    request.note = options.signature.note;
    request.better = better;
    return ledger::act(entry, request);
}

void tell_verdict(Outcome outcome, ledger::HazardState before, const ledger::LedgerEntry& entry,
                  const Console& console) {
    if (outcome == Outcome::too_few)
        console.print(
            console.text("ledger.said.too_few", {{"least", std::to_string(analysis::min_pairs_for(tests_made))}}));
    else if (outcome != Outcome::better)
        console.print(console.text("ledger.said.no_review"));
    else if (before == ledger::HazardState::in_progress)
        console.print(console.text("ledger.said.review", {{"item", entry.id}}));
    else if (before != ledger::HazardState::to_review)
        console.print(console.text("ledger.said.start_first"));
}

// The ledger is opened again: nobody is kept waiting for the runs, and the state may have changed meanwhile.
Exit enter(const Retest& test, const RetestOptions& options, const LedgerClock& clock, const Console& console) {
    ledger::Ledger ledger(options.file, ledger::LedgerAccess::write);
    const ledger::LedgerEntry* entry = entry_asked_for(ledger, options.item, console);
    if (entry == nullptr) return Exit::bad_input;
    auto event = event_of(*entry, options, clock, test.outcome == Outcome::better);
    console.tell_findings(event.findings);
    if (!event) return Exit::bad_input;
    const ledger::HazardState state = entry->state();
    const Name words = words_of(test, fs::path(options.plan).filename().string());
    const std::string folder = fs::path(options.file).parent_path().string();
    if (event.value->who.empty()) event.value->who = ledger::program_name;
    event.value->proof =
        ledger::proof_of("retest", words, ledger::path_from(folder.empty() ? "." : folder, options.plan),
                         store::sha256_of_file(options.plan).value_or(""));
    ledger.append(std::move(*event.value));
    ledger.commit();
    console.print(text::in_language(words, console.lang()));
    tell_state(*entry, clock, console);
    tell_verdict(test.outcome, state, *entry, console);
    return test.outcome == Outcome::better ? Exit::good : Exit::missed;
}

Exit retest_entry(const RetestOptions& options, const LedgerClock& clock, const Console& console) {
    std::string scenario, site, id;
    {
        const ledger::Ledger ledger(options.file, ledger::LedgerAccess::read);
        const ledger::LedgerEntry* entry = entry_asked_for(ledger, options.item, console);
        if (entry == nullptr) return Exit::bad_input;
        if (const auto possible = event_of(*entry, options, clock, false); !possible) {
            console.tell_findings(possible.findings);
            return Exit::bad_input;
        }
        scenario = scenario_of(*entry, options, console);
        site = entry->get(ledger::field::site);
        id = entry->id;
    }
    if (scenario.empty()) return Exit::bad_input;
    auto old_world = scenarios::load_world(scenario);
    console.tell_findings(old_world.findings);
    if (!old_world || !is_same_building(*old_world.value, options, console)) return Exit::bad_input;
    auto new_world = scenarios::load_world(scenario, options.plan);
    console.tell_findings(new_world.findings);
    if (!new_world) return Exit::bad_input;
    for (auto* side : {&*old_world.value, &*new_world.value}) side->world = options.assumption.of(side->world);
    console.tell("ledger.said.retesting", {{"item", id}, {"runs", std::to_string(options.runs)}});
    Retest test;
    test.before = run_side(*old_world.value, options, site, console);
    test.after = run_side(*new_world.value, options, site, console);
    judge(test);
    return enter(test, options, clock, console);
}

class RetestCommand final : public LedgerCommand {
protected:
    void add_options(CLI::App& app, const Help& help) override {
        app.add_option("ITEM", options_.item, help("muster.ledger.item"))->required();
        options_.signature.add_to(app, help);
        app.add_option("--plan", options_.plan, help("muster.ledger.plan"))->required();
        app.add_option("--scenario", options_.scenario, help("muster.ledger.scenario"));
        options_.assumption.add_to(app, help);
        app.add_option("--runs", options_.runs, help("muster.ledger.runs"))->check(CLI::Range(1, 100'000));
        app.add_option("-j,--jobs", options_.jobs, help("muster.run.jobs"))->check(CLI::Range(1, 1024));
    }
    Exit carry_out(const LedgerClock& clock, const Console& console) override {
        options_.file = file();
        return retest_entry(options_, clock, console);
    }

private:
    RetestOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_ledger_retest() { return std::make_unique<RetestCommand>(); }

}  // namespace muster::commands
