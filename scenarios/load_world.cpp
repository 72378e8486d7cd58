// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <optional>
#include <utility>

#include "floorplans/reader.h"
#include "scenarios/reader.h"
#include "scenarios/references.h"
#include "sim/base/findings.h"

namespace muster::scenarios {

namespace {

namespace fs = std::filesystem;

// The file that member `key` of a document names, relative to the document; "" when there is no such member.
std::string named_file(const floorplans::JsonDocument& document, const char* key) {
    Findings ignored;  // the readers report on the member
    const floorplans::JsonCursor root(document, ignored);
    if (!root.has(key) || !root[key].is_string()) return {};
    const std::string name = root[key].string();
    if (name.empty()) return {};
    return (fs::path(document.file()).parent_path() / name).lexically_normal().string();
}

// Why a document names no plan: it is no scenario, or the member is missing.
void report_missing_plan(const floorplans::JsonDocument& scenario, Findings& findings) {
    const floorplans::JsonCursor root(scenario, findings);
    if (check_header(root, "muster.scenario")) (void)root["plan"].string();
}

std::optional<floorplans::JsonDocument> open(const std::string& path, LoadedWorld& world, Findings& findings) {
    world.files.push_back(path);
    Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(path);
    append(findings, std::move(document.findings));
    return std::move(document.value);
}

// A risk map drawn for another plan can name spaces of this one by accident.
void compare_plans(const floorplans::JsonDocument& risk_map, const std::string& plan, Findings& findings) {
    const std::string other = named_file(risk_map, "plan");
    std::error_code ignored;
    if (other.empty() || other == plan || fs::equivalent(other, plan, ignored)) return;
    const floorplans::JsonCursor root(risk_map, findings);
    root["plan"].report(Severity::warning, "risk.other_plan", {{"risk_plan", other}, {"plan", plan}});
}

// validate() knows where in the scenario something is wrong, not in which file and line.
void place_in(const floorplans::JsonDocument& scenario, Findings& findings) {
    for (Finding& f : findings) {
        f.file = scenario.file();
        f.line = scenario.line_of(f.pointer);
    }
}

}  // namespace

Checked<LoadedWorld> load_world(const std::string& scenario_path, const std::string& other_plan) {
    Checked<LoadedWorld> out;
    LoadedWorld loaded;
    const auto scenario_file = open(scenario_path, loaded, out.findings);
    if (!scenario_file) return out;
    const std::string plan_path = other_plan.empty() ? named_file(*scenario_file, "plan") : other_plan;
    if (plan_path.empty()) return report_missing_plan(*scenario_file, out.findings), out;
    const auto plan_file = open(plan_path, loaded, out.findings);
    if (!plan_file) return out;
    Checked<Building> building = floorplans::read_floor_plan(*plan_file);
    append(out.findings, std::move(building.findings));
    if (!building.value) return out;

    RiskMap risk_map;
    if (const std::string path = named_file(*scenario_file, "risk_map"); !path.empty()) {
        const auto risk_file = open(path, loaded, out.findings);
        if (!risk_file) return out;
        Checked<RiskMap> read = read_risk_map(*risk_file, *building.value);
        append(out.findings, std::move(read.findings));
        if (other_plan.empty()) compare_plans(*risk_file, plan_path, out.findings);
        if (!read.value) return out;
        risk_map = std::move(*read.value);
    }

    Checked<Scenario> scenario = read_scenario(*scenario_file, *building.value, risk_map);
    append(out.findings, std::move(scenario.findings));
    if (!scenario.value) return out;
    if (const auto& run = scenario.value->smoke.outside)
        loaded.files.insert(loaded.files.end(), run->files.begin(), run->files.end());
    if (const auto& quake = scenario.value->earthquake; quake && !quake->record_file.empty())
        loaded.files.push_back(quake->record_file);
    auto world = validate(std::move(*building.value), std::move(risk_map), std::move(*scenario.value));
    place_in(*scenario_file, world.findings);
    append(out.findings, std::move(world.findings));
    if (!world.value || has_errors(out.findings)) return out;
    loaded.world = std::move(*world.value);
    out.value = std::move(loaded);
    return out;
}

}  // namespace muster::scenarios
