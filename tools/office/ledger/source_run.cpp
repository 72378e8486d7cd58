// SPDX-License-Identifier: Apache-2.0
// Hazards from a results folder of `muster run`: the places where people stood too close for too long; risks from the
// risk map of its scenario.
#include <filesystem>

#include "floorplans/json_cursor.h"
#include "render/text/names.h"
#include "render/text/places.h"
#include "scenarios/reader.h"
#include "tools/office/ledger/source_words.h"
#include "tools/store/sha256.h"

namespace muster::ledger {

namespace {

namespace fs = std::filesystem;

// Shorter jams at over 3.5 persons/m2 are what any queue begins with. A convention of this program, no rule.
constexpr double congested_at_least_s = 10.0;
constexpr double large = 1e9;

struct RunOfFolder {
    Name plan, scenario;
    std::string plan_id, date, mode, scenario_file;  // the copy in the folder; "" = none
    int runs = 1;
};

std::string text_at(const floorplans::JsonCursor& cursor) {
    return cursor.is_string() ? cursor.string("") : std::string();
}

Checked<RunOfFolder> read_summary(const fs::path& folder) {
    Checked<RunOfFolder> out;
    const auto document = floorplans::JsonDocument::load((folder / "summary.json").string());
    out.findings = document.findings;
    if (!document) return out;
    const floorplans::JsonCursor root(*document.value, out.findings);
    RunOfFolder run;
    run.plan = root["plan"]["name"].name();
    run.plan_id = root["plan"]["id"].string();
    run.scenario = root["scenario"]["name"].name();
    run.date = text_at(root["date"]);
    run.mode = text_at(root["modes"]["run"]);
    run.runs = static_cast<int>(std::max<std::size_t>(1, root["runs"].elements().size()));
    const auto inputs = root["inputs"].elements();
    const std::string copy = inputs.empty() ? "" : text_at(inputs.front()["copy"]);
    if (!copy.empty()) run.scenario_file = (folder / copy).string();
    if (!has_errors(out.findings)) out.value = std::move(run);
    return out;
}

text::TextArgs in_words(const floorplans::JsonCursor& row, const RunOfFolder& run, text::Lang lang) {
    const auto number = [&](const char* key, int decimals) {
        return text::fixed_text(row[key].number(0.0, large), decimals);
    };
    const text::Catalogue words(lang);
    return {{"place", text::in_language(row["name"].name(), lang)},
            {"width", number("clear_width_m", 2)},
            {"scenario", text::in_language(run.scenario, lang)},
            {"mode", words.text(run.mode == "real" ? "ledger.mode.real" : "ledger.mode.drill")},
            {"runs", std::to_string(run.runs)},
            {"persons", number("persons", 0)},
            {"density", number("peak_density_per_m2", 1)},
            {"seconds", number("congested_s", 0)},
            {"queue", number("longest_queue", 0)},
            {"lost", number("lost_person_s", 0)}};
}

Proposal hazard_of(const floorplans::JsonCursor& row, const RunOfFolder& run, const SourceRequest& request,
                   const std::string& sha256) {
    const text::TextArgs zh = in_words(row, run, text::Lang::zh_cn), en = in_words(row, run, text::Lang::en);
    const std::string site = row["place"].string();
    const HazardPlace place = place_of(request, run.plan_id, run.plan, row["level"].string(), site, row["name"].name());
    Proposal hazard = hazard_at(place, "congestion");
    set(hazard, field::category, "management");
    set(hazard, field::grade, "general");
    set(hazard, field::description, sentence("ledger.congestion", zh, en));
    set(hazard, field::basis, text::in_all_languages("ledger.congestion.basis"));
    set(hazard, field::measure, text::in_all_languages("ledger.congestion.measure"));
    if (!run.scenario_file.empty()) set(hazard, field::scenario, path_from(request.ledger_folder, run.scenario_file));
    hazard.proof = proof_of("run", sentence("ledger.congestion.proof", zh, en),
                            path_from(request.ledger_folder, request.folder), sha256);
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
    const std::string file = (fs::path(request.folder) / "bottlenecks.json").string();
    const auto run = read_summary(request.folder);
    const auto document = floorplans::JsonDocument::load(file);
    out.findings = run.findings;
    out.findings.insert(out.findings.end(), document.findings.begin(), document.findings.end());
    if (!run || !document) return out;
    const std::string sha = store::sha256_of_file(file).value_or("");
    const floorplans::JsonCursor root(*document.value, out.findings);
    std::vector<Proposal> hazards;
    for (const floorplans::JsonCursor& row : root["bottlenecks"].elements()) {
        if (static_cast<int>(hazards.size()) >= request.most) break;
        if (row["congested_s"].number(0.0, large) < congested_at_least_s) continue;
        hazards.push_back(hazard_of(row, *run.value, request, sha));
    }
    if (has_errors(out.findings)) return out;
    out.value = std::move(hazards);
    add_risks(*run.value, request, out);
    return out;
}

}  // namespace muster::ledger
