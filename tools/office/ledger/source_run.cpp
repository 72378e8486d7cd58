// SPDX-License-Identifier: Apache-2.0
// Hazards from a results folder of `muster run`: the places that kept people inside, or where they
// stood too close for too long; risks from the
// risk map of its scenario.
#include <algorithm>
#include <filesystem>

#include "render/text/held_words.h"
#include "render/text/names.h"
#include "render/text/places.h"
#include "scenarios/reader.h"
#include "sim/base/findings.h"
#include "sim/model/words.h"
#include "tools/office/ledger/source_words.h"
#include "tools/office/ledger/words.h"
#include "tools/store/run_summary.h"
#include "tools/store/sha256.h"

namespace muster::ledger {

namespace {

namespace fs = std::filesystem;

// Shorter jams at over 3.5 persons/m2 are what any queue begins with. A convention of this program, no rule.
constexpr double congested_at_least_s = 10.0;

struct RunOfFolder {
    Name plan, scenario;
    std::string plan_id, scenario_file;  // the copy in the folder; "" = none
    RunMode mode = RunMode::drill;
    std::size_t runs = 1;
};

RunOfFolder run_of(const store::RunSummary& summary, const fs::path& folder) {
    RunOfFolder run{summary.head.plan,    summary.head.scenario,
                    summary.head.plan_id, "",
                    summary.mode,         std::max<std::size_t>(1, summary.runs.size())};
    const std::string copy = summary.inputs.empty() ? "" : summary.inputs.front().copy;
    if (!copy.empty()) run.scenario_file = (folder / copy).string();
    return run;
}

text::TextArgs in_words(const store::BottleneckRow& row, const RunOfFolder& run, text::Lang lang) {
    const analysis::Bottleneck& b = row.figures;
    const text::Catalogue words(lang);
    return {{"place", text::in_language(row.name, lang)},
            {"width", text::fixed_text(b.clear_width_m, 2)},
            {"scenario", text::in_language(run.scenario, lang)},
            {"mode", words.text(std::string("ledger.mode.") + word_of(run.mode))},
            {"runs", std::to_string(run.runs)},
            {"persons", std::to_string(b.persons)},
            {"density", text::fixed_text(b.peak_density, 1)},
            {"seconds", text::fixed_text(b.congestion_s, 0)},
            {"queue", std::to_string(b.longest_queue)},
            {"lost", text::fixed_text(b.delay_person_s, 0)},
            {"count", std::to_string(b.held.persons())},
            {"reasons", text::held_reasons(b.held, lang)}};
}

// Where somebody did not get out, the most serious there is; else a jam.
struct HazardWords {
    const char* kind;
    const char *category, *grade;
    const char *description, *basis, *measure, *proof;
};
HazardWords words_for(const analysis::HeldHere& held) {
    if (held.persons() == 0)
        return {"congestion",
                "management",
                "general",
                "ledger.congestion",
                "ledger.congestion.basis",
                "ledger.congestion.measure",
                "ledger.congestion.proof"};
    HazardWords words{
        "held", "management", "major", "ledger.held", "ledger.held.basis", "ledger.held.measure", "ledger.held.proof"};
    switch (held.mainly()) {
        case analysis::Hold::shut:
            words.measure = "ledger.held.measure_shut";
            break;
        case analysis::Hold::smoke:
        case analysis::Hold::closed:
            words.category = "fire";
            break;
        case analysis::Hold::damage:
            words.category = "building";
            break;
        case analysis::Hold::fallen:
        case analysis::Hold::queue:
        case analysis::Hold::no_signal:
        case analysis::Hold::no_way:
            break;
    }
    return words;
}

Proposal hazard_of(const store::BottleneckRow& row, const RunOfFolder& run, const SourceRequest& request,
                   const std::string& sha256) {
    const text::TextArgs zh = in_words(row, run, text::Lang::zh_cn), en = in_words(row, run, text::Lang::en);
    const HazardPlace place = place_of(request, run.plan_id, run.plan, row.level, row.place, row.name);
    const HazardWords words = words_for(row.figures.held);
    Proposal hazard = hazard_at(place, words.kind);
    set(hazard, field::category, words.category);
    set(hazard, field::grade, words.grade);
    set(hazard, field::description, sentence(words.description, zh, en));
    set(hazard, field::basis, text::in_all_languages(words.basis));
    set(hazard, field::measure, text::in_all_languages(words.measure));
    if (!run.scenario_file.empty()) set(hazard, field::scenario, path_from(request.ledger_folder, run.scenario_file));
    hazard.proof =
        proof_of("run", sentence(words.proof, zh, en), path_from(request.ledger_folder, request.folder), sha256);
    return hazard;
}

int persons_at(const World& world, SpaceId space) {
    int persons = 0;
    for (const Group& group : world.scenario.population.groups)
        if (group.space == space) persons += group.count;
    return persons;
}

Proposal risk_of(const Risk& risk, const World& world, const RunOfFolder& run, const SourceRequest& request) {
    const Building& building = world.building;
    const auto where = [&](text::Lang lang) { return text::name_of_space(building, risk.space, lang); };
    const std::string& level = building.level(building.space(risk.space).level).key;
    Proposal p;
    p.stem = run.plan_id + "-" + level + "-R-" + risk.key;
    set(p, field::type, word_of(EntryType::risk));
    set(p, field::identity, run.plan_id + "|" + risk.key + "|risk");
    set(p, field::school, school_of(request, run.plan));
    set(p, field::description, risk.name);
    set(p, field::place, Name{where(text::Lang::zh_cn), where(text::Lang::en)});
    set(p, field::level, level);
    set(p, field::site, building.space(risk.space).key);
    set(p, field::accident,
        Name{std::string(text::name_of(risk.kind, text::Lang::zh_cn)),
             std::string(text::name_of(risk.kind, text::Lang::en))});
    set(p, field::grade, std::to_string(risk.level));
    if (risk.lec)
        set(p, field::lec,
            text::number_text(risk.lec->l, 2) + " " + text::number_text(risk.lec->e, 2) + " " +
                text::number_text(risk.lec->c, 2));
    Name measures;
    for (const Name& m : risk.measures) {
        const Name both{text::in_language(m, text::Lang::zh_cn), text::in_language(m, text::Lang::en)};
        measures = measures == Name{} ? both : text::joined(measures, both, "list.sentence");
    }
    set(p, field::measure, measures);
    set(p, field::person, risk.owner);
    if (const int persons = persons_at(world, risk.space); persons > 0) set(p, field::persons, std::to_string(persons));
    return p;
}

void add_risks(const RunOfFolder& run, const SourceRequest& request, Checked<std::vector<Proposal>>& out) {
    if (run.scenario_file.empty()) return;
    const auto loaded = scenarios::load_world(run.scenario_file);
    if (!loaded) {
        out.findings.push_back({Severity::warning, "ledger.no_risks", "", run.scenario_file, 0, {}});
        return;
    }
    const World& world = *loaded.value->world;
    for (const Risk& risk : world.risk_map.risks) out.value->push_back(risk_of(risk, world, run, request));
}

}  // namespace

Checked<std::vector<Proposal>> read_run_source(const SourceRequest& request) {
    Checked<std::vector<Proposal>> out;
    const auto summary = store::read_summary(request.folder);
    const auto places = store::read_bottlenecks(request.folder);
    out.findings =
        summary.content ? store::about(summary.findings, {"plan/name", "plan/id", "scenario/name"}) : summary.findings;
    append(out.findings,
           places.content
               ? store::about(places.findings, {"place", "level", "name", "clear_width_m", "persons",
                                                "peak_density_per_m2", "congested_s", "longest_queue", "lost_person_s"})
               : places.findings);
    if (has_errors(out.findings)) return out;
    const RunOfFolder run = run_of(*summary.content, request.folder);
    const std::string file = (fs::path(request.folder) / store::bottlenecks_file).string();
    const std::string sha = store::sha256_of_file(file).value_or("");
    std::vector<Proposal> hazards;
    for (const store::BottleneckRow& row : *places.content) {
        const bool held = row.figures.held.persons() > 0;  // always, however many
        if (!held && static_cast<int>(hazards.size()) >= request.most) break;
        if (!held && row.figures.congestion_s < congested_at_least_s) continue;
        hazards.push_back(hazard_of(row, run, request, sha));
    }
    out.value = std::move(hazards);
    add_risks(run, request, out);
    return out;
}

}  // namespace muster::ledger
