// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/classes/import.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <map>

#include "floorplans/file_text.h"
#include "floorplans/json_cursor.h"
#include "scenarios/reader.h"
#include "scenarios/scenario_writer.h"
#include "sim/base/findings.h"
#include "tools/office/classes/class_import.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

struct ClassesOptions {
    std::string list, into, out, sheet;  // sheet "" = the one that has the columns
    bool check = false;                  // say what is wrong, write nothing
    bool force = false;
};

namespace fs = std::filesystem;

struct Count {
    int classes = 0, pupils = 0, teachers = 0;
    void add(const Group& group) {
        ++classes;
        pupils += group.count;
        teachers += static_cast<int>(group.teachers.size());
    }
};

std::string joined(const std::vector<Name>& names, text::Lang lang) {
    std::string all;
    for (const Name& name : names)
        all += (all.empty()                 ? ""
                : lang == text::Lang::zh_cn ? "、"
                                            : ", ") +
               (lang == text::Lang::zh_cn ? name.zh : name.en);
    return all;
}

void print_row(const Console& console, const char* id, const std::string& what, const Count& count) {
    console.print(console.text(id, {{"what", what},
                                    {"classes", std::to_string(count.classes)},
                                    {"pupils", std::to_string(count.pupils)},
                                    {"teachers", std::to_string(count.teachers)}}));
}

void print_summary(const Console& console, const classes::ClassImport& made, const Building& building) {
    const bool zh = console.lang() == text::Lang::zh_cn;
    Count all;
    std::map<int, std::pair<std::string, Count>> storeys;  // by number; several buildings may have a second floor
    std::map<StairId, Count> stairs;
    for (const Group& group : made.scenario.population.groups) {
        if (!group.is_class) continue;
        const Level& level = building.level(building.space(group.space).level);
        auto& [name, count] = storeys[level.storey];
        name = zh ? level.name.zh : level.name.en;
        count.add(group);
        all.add(group);
        if (group.route.stair.valid()) stairs[group.route.stair].add(group);
    }
    console.print(console.text("muster.classes.done", {{"added", std::to_string(made.added)},
                                                       {"changed", std::to_string(made.changed)},
                                                       {"unchanged", std::to_string(made.unchanged)},
                                                       {"removed", std::to_string(made.removed.size())},
                                                       {"kept", std::to_string(made.groups_kept)}}));
    if (!made.removed.empty())
        console.print(console.text("muster.classes.removed", {{"classes", joined(made.removed, console.lang())}}));
    for (const auto& [storey, named] : storeys) print_row(console, "muster.classes.row", named.first, named.second);
    for (const auto& [stair, count] : stairs) {
        const Name& name = building.stair(stair).name;
        print_row(console, "muster.classes.stair_row", zh ? name.zh : name.en, count);
    }
    print_row(console, "muster.classes.total", "", all);
}

// The scenario that would be written, read as anybody will read it.
Findings found_when_read(const std::string& text, const std::string& path, const World& world) {
    const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::parse(text, path);
    Findings findings = document.findings;
    if (!document) return findings;
    Checked<Scenario> scenario = scenarios::read_scenario(*document.value, world.building, world.risk_map);
    append(findings, scenario.findings);
    if (!scenario) return findings;
    Findings more = validate(world.building, world.risk_map, std::move(*scenario.value)).findings;
    for (Finding& finding : more) {
        finding.file = path;
        finding.line = document.value->line_of(finding.pointer);
    }
    append(findings, more);
    return findings;
}

Exit import_class_list(const ClassesOptions& options, const Console& console) {
    if (options.out.empty() && !options.check) return console.tell("muster.classes.no_out", {}), Exit::bad_input;
    if (!options.out.empty() && !options.force && fs::exists(options.out))
        return console.tell("muster.file_exists", {{"file", options.out}}), Exit::bad_input;
    const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(options.into);
    console.tell_findings(loaded.findings);
    if (!loaded) return Exit::bad_input;
    const World& world = *loaded.value->world;
    const Checked<classes::ClassList> list = classes::read_class_list(options.list, options.sheet, world.building);
    console.print_findings(list.findings);
    if (!list) return Exit::bad_input;
    const Checked<classes::ClassImport> made = classes::import_classes(*list.value, world);
    console.print_findings(made.findings);
    if (!made) return Exit::bad_input;

    const auto document = floorplans::JsonDocument::load(options.into);
    const std::string path = options.out.empty() ? options.into : options.out;
    const scenarios::RewrittenScenario written =
        scenarios::rewrite_scenario(*document.value, floorplans::file_text(options.into).value_or(""),
                                    made.value->scenario, world.building, world.risk_map, path);
    const Findings findings = found_when_read(written.text, path, world);
    console.print_findings(findings);
    if (has_errors(findings)) return Exit::bad_input;
    print_summary(console, *made.value, world.building);
    if (!written.kept_form) console.print(console.text("muster.classes.written_anew"));
    if (options.out.empty()) return Exit::good;
    store::write_beside(options.out, [&](const std::string& partial) { store::write_file(partial, written.text); });
    console.print(console.text("muster.import.done", {{"file", options.out}}));
    return Exit::good;
}

class ClassesImportCommand final : public Command {
public:
    [[nodiscard]] HelpIds help_ids(const std::string& id) const override { return {id, id + ".example"}; }

    void setup(CLI::App& app, const Help& help) override {
        app.add_option("LIST", options_.list, help("muster.classes.list"))->required();
        app.add_option("--into", options_.into, help("muster.classes.into"))->required();
        CLI::Option* out = app.add_option("-o,--out", options_.out, help("muster.classes.out"));
        app.add_flag("--check", options_.check, help("muster.classes.check"))->excludes(out);
        app.add_option("--sheet", options_.sheet, help("muster.lists.sheet"));
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override { return import_class_list(options_, call.console); }

private:
    ClassesOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_classes_import() { return std::make_unique<ClassesImportCommand>(); }

}  // namespace muster::commands
