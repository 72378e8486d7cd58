// SPDX-License-Identifier: Apache-2.0
#include "sim/model/validate.h"

#include <cmath>
#include <system_error>

#include "sim/base/number_text.h"

namespace muster {

namespace validation {

void Report::error(std::string code, std::string pointer, Args args) {
    findings_.push_back({Severity::error, std::move(code), std::move(pointer), {}, 0, std::move(args)});
}

void Report::warning(std::string code, std::string pointer, Args args) {
    findings_.push_back({Severity::warning, std::move(code), std::move(pointer), {}, 0, std::move(args)});
}

std::string pointer_of(const Scenario& scenario, GroupId id) {
    const Group& group = scenario.population.groups[id.index()];
    return group.pointer.empty() ? "/people/" + std::to_string(id.index()) : group.pointer;
}

std::string shown(double value) { return std::isfinite(value) ? short_number(value, 2) : "?"; }

namespace {

// Everything after this may use a group's space and profiles without asking.
bool groups_are_placed(const World& world, Report& report) {
    bool all = true;
    const auto& groups = world.scenario.population.groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Group& g = groups[i];
        const bool profiled = g.profile.valid() && (g.teachers.empty() || g.teacher_profile.valid());
        if (g.space.valid() && profiled) continue;
        all = false;
        report.error(g.space.valid() ? "group.no_profile" : "group.no_space", pointer_of(world.scenario, GroupId{i}),
                     {{"group", g.key}});
    }
    return all;
}

}  // namespace

}  // namespace validation

Checked<std::shared_ptr<const World>> validate(Building building, RiskMap risk_map, Scenario scenario) {
    const auto world =
        std::make_shared<const World>(World{std::move(building), std::move(risk_map), std::move(scenario)});
    validation::Report report;
    validation::check_times(*world, report);
    validation::check_incidents(*world, report);
    if (validation::groups_are_placed(*world, report)) {
        validation::check_people(*world, report);
        validation::check_room(*world, report);
        validation::check_routes(*world, report);
    }
    Checked<std::shared_ptr<const World>> out;
    out.findings = report.take();
    if (!has_errors(out.findings)) out.value = world;
    return out;
}

}  // namespace muster
