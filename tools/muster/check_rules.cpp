// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/check_rules.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "render/document/html_writer.h"
#include "render/papers/compliance/compliance_page.h"
#include "render/papers/compliance/compliance_tables.h"
#include "render/text/columns.h"
#include "scenarios/reader.h"
#include "tools/muster/rule_files.h"
#include "tools/office/rectify/shortfall_items.h"
#include "tools/store/output_file.h"
#include "tools/store/results_folder.h"
#include "tools/store/run_inputs.h"

namespace muster::commands {

namespace {

constexpr std::size_t lines_shown = 40;  // of one table; the folder has all

struct Judged {
    std::shared_ptr<const World> world;  // of a plan alone: with an empty scenario
    planning::PeopleInBuilding people;
    std::vector<std::string> scenario_files;  // as opened, the scenario first; empty = a plan alone
};

/// Persons of another file's scenario, room by room of the same id.
planning::PeopleInBuilding people_of(const Building& building, const World& world, const Console& console) {
    Population population = world.scenario.population;
    std::string lost;
    for (Group& group : population.groups) {
        if (!group.space.valid()) continue;
        const std::string& room = world.building.space(group.space).key;
        group.space = building.find_space(room);
        if (!group.space.valid()) lost += (lost.empty() ? "" : ", ") + group.key + " (" + room + ")";
    }
    if (!lost.empty()) console.tell("muster.check.people_lost", {{"groups", lost}});
    return planning::people_in(building, &population);
}

std::optional<Judged> load(const CheckOptions& options, const Console& console) {
    const std::string& file = options.files.front();
    const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(file);
    if (!document) return console.tell_findings(document.findings), std::nullopt;
    std::optional<Judged> out;
    if (scenarios::format_of(*document.value) == "scenario") {
        const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(file);
        console.tell_findings(loaded.findings);
        if (!loaded) return {};
        const auto& world = loaded.value->world;
        out = Judged{world, planning::people_in(world->building, &world->scenario.population), loaded.value->files};
    } else {
        Checked<Building> plan = floorplans::read_floor_plan(*document.value);
        console.tell_findings(plan.findings);
        if (!plan) return {};
        const auto world = std::make_shared<const World>(World{std::move(*plan.value), {}, {}});
        out = Judged{world, planning::people_in(world->building), {}};
    }
    if (options.people.empty()) return out;
    const Checked<scenarios::LoadedWorld> who = scenarios::load_world(options.people);
    console.tell_findings(who.findings);
    if (!who) return {};
    out->people = people_of(out->world->building, *who.value->world, console);
    const auto& persons = out->people.persons;
    if (std::any_of(persons.begin(), persons.end(), [](int count) { return count > 0; })) return out;
    console.tell("muster.check.nobody_here", {{"people", options.people}, {"plan", file}});
    return {};
}

void print_table(const Console& console, const char* title, const document::Table& table) {
    if (table.rows.empty()) return;
    std::vector<std::vector<std::string>> rows(1);
    std::vector<bool> right;
    for (const document::Column& column : table.columns) {
        rows.front().push_back(column.heading);
        right.push_back(column.numbers);
    }
    for (const document::Row& row : table.rows) {
        if (rows.size() > lines_shown) break;
        for (std::vector<std::string>& cells = rows.emplace_back(); const document::Cell& cell : row)
            cells.push_back(document::printed(cell));
    }
    console.print("");
    console.print(console.text(title));
    console.print(text::aligned_table(rows, right));
    if (table.rows.size() > lines_shown)
        console.print(console.text("compliance.more", {{"count", std::to_string(table.rows.size() - lines_shown)}}));
}

void print_result(const text::ComplianceText& text, const Console& console) {
    print_table(console, "compliance.storeys", papers::storey_table(text));
    const auto bad = text::other_lines(text.result, text::LineKind::bad);
    if (bad.empty() && !text.result.anything_short()) console.print(console.text("compliance.none_short"));
    print_table(console, "compliance.findings", papers::line_table(text, bad));
    print_table(console, "compliance.not_judged",
                papers::line_table(text, text::other_lines(text.result, text::LineKind::not_judged)));
    print_table(console, "compliance.panel", papers::panel_table(text));
    console.print(console.text("compliance.basis"));
    for (const std::string& id : text.result.assumptions) console.print("  " + console.text(id));
    for (const char* id : {"compliance.how.widths", "compliance.how.storeys", "compliance.how.distance",
                           "compliance.mark", "compliance.how.unchecked", "report.disclaimer"})
        console.print("  " + console.text(id));
    console.print("");
    console.print(text.total());
}

// The scenario is copied beside, so that a hazard can be tested again.
store::ComplianceFile for_ledger(const Judged& judged, const std::vector<planning::RulePack>& packs,
                                 const planning::ComplianceResult& result, const store::ResultsFolder& folder) {
    const Building& building = judged.world->building;
    store::ComplianceFile file{MUSTER_VERSION, building.key, building.name, "",
                               rectify::shortfalls_of(*judged.world, result, packs)};
    if (!judged.scenario_files.empty())
        file.scenario = store::keep_inputs(judged.scenario_files, folder.folder()).front().copy;
    return file;
}

void write_folder(const CheckOptions& options, const Judged& judged, const std::vector<planning::RulePack>& packs,
                  const planning::ComplianceResult& result, const Console& console) {
    std::vector<std::string> sources = judged.scenario_files;
    sources.insert(sources.end(), options.files.begin(), options.files.end());
    store::ResultsFolder folder({options.out, store::ResultKind::check, store::replaced_if(options.force), sources});
    for (const text::Lang lang : options.languages) {
        const text::ComplianceText text{judged.world->building, packs, result, lang};
        store::write_file(folder.file("compliance." + std::string(text::tag_of(lang)) + ".html"),
                          document::document_html(papers::compliance_document(text)));
    }
    const text::Lang of_table = options.languages.size() == 1 ? options.languages.front() : console.lang();
    store::write_file(folder.file("compliance.csv"),
                      papers::compliance_csv({judged.world->building, packs, result, of_table}));
    store::write_file(folder.file(store::compliance_file_name),
                      store::compliance_json(for_ledger(judged, packs, result, folder)));
    folder.keep();
    console.print(console.text("compliance.written", {{"folder", options.out}}));
}

}  // namespace

Exit check_rules(const CheckOptions& options, const Console& console) {
    if (options.files.size() != 1) return console.tell("muster.check.one_plan", {}), Exit::bad_input;
    const auto packs = load_rule_packs(options.rules, true);
    console.tell_findings(packs.findings);
    if (!packs) return Exit::bad_input;
    const std::optional<Judged> judged = load(options, console);
    if (!judged) return Exit::bad_input;
    const planning::ComplianceResult result =
        planning::check_compliance(judged->world->building, judged->people, *packs.value);
    print_result({judged->world->building, *packs.value, result, console.lang()}, console);
    if (!options.out.empty()) write_folder(options, *judged, *packs.value, result, console);
    return result.anything_short() ? Exit::missed : Exit::good;
}

}  // namespace muster::commands
