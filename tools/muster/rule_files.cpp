// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/rule_files.h"

#include <algorithm>
#include <filesystem>

#include "floorplans/rule_reader.h"
#include "tools/office/tables/table_values.h"
#include "tools/process/shipped_files.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

fs::path rules_folder() { return process::shipped_folder("floorplans/rules"); }

std::string file_of(const std::string& name) { return (rules_folder() / (name + ".json")).string(); }

bool is_path(const std::string& name) {
    return name.find('/') != std::string::npos || name.find('\\') != std::string::npos || name.ends_with(".json");
}

class Loader {
public:
    void load(const std::string& path, bool only_comparison) {
        Checked<planning::RulePack> read = floorplans::read_rule_pack(path);
        findings_.insert(findings_.end(), read.findings.begin(), read.findings.end());
        if (!read || (only_comparison && !read.value->comparison)) return;
        const bool there = std::any_of(packs_.begin(), packs_.end(),
                                       [&](const planning::RulePack& p) { return p.key == read.value->key; });
        if (!there) packs_.push_back(std::move(*read.value));
    }
    void unknown(const std::string& name) {
        std::string known;
        for (const std::string& pack : library_packs()) known += (known.empty() ? "" : ", ") + pack;
        findings_.push_back({Severity::error, "rules.unknown_pack", "", "", 0, {{"pack", name}, {"packs", known}}});
    }
    Checked<std::vector<planning::RulePack>> done() {
        if (has_errors(findings_)) return {{}, std::move(findings_)};
        return {std::move(packs_), std::move(findings_)};
    }

private:
    std::vector<planning::RulePack> packs_;
    Findings findings_;
};

}  // namespace

std::vector<std::string> library_packs() {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(rules_folder(), failed))
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

Checked<std::vector<planning::RulePack>> load_rule_packs(const std::vector<std::string>& names, bool with_comparison) {
    Loader loader;
    const auto known = library_packs();
    for (const std::string& name : names) {
        if (name == "all") {
            for (const std::string& pack : known) loader.load(file_of(pack), false);
        } else if (is_path(name)) {
            loader.load(name, false);
        } else if (std::find(known.begin(), known.end(), tables::folded(name)) !=
                   known.end()) {  // people write GB50016
            loader.load(file_of(tables::folded(name)), false);
        } else {
            loader.unknown(name);
        }
    }
    if (with_comparison)
        for (const std::string& pack : known) loader.load(file_of(pack), true);
    return loader.done();
}

std::vector<planning::RulePack> readable_packs(std::initializer_list<const char*> names) {
    std::vector<planning::RulePack> packs;
    for (const char* name : names)
        if (Checked<planning::RulePack> read = floorplans::read_rule_pack(file_of(name)))
            packs.push_back(std::move(*read.value));
    return packs;
}

std::vector<planning::RulePack> storey_width_packs() {
    std::vector<planning::RulePack> packs = readable_packs({"gb50099", "gb50016", "jgj36"});
    for (planning::RulePack& pack : packs)
        std::erase_if(pack.rules,
                      [](const planning::Rule& r) { return !std::holds_alternative<planning::WidthPer100>(r.check); });
    return packs;
}

papers::CodeCheck check_codes(const World& world, std::vector<planning::RulePack> packs) {
    const planning::PeopleInBuilding people = planning::people_in(world.building, &world.scenario.population);
    planning::ComplianceResult result = planning::check_compliance(world.building, people, packs);
    return {std::move(packs), std::move(result)};
}

}  // namespace muster::commands
