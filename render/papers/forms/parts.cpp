// SPDX-License-Identifier: Apache-2.0
#include "render/papers/forms/parts.h"

#include <algorithm>

#include "render/papers/run_report/bottleneck_columns.h"
#include "render/text/names.h"
#include "render/text/places.h"

namespace muster::papers {

std::string FormSheet::group(GroupId id) const { return name(world().scenario.population.groups[id.index()].name); }

std::string FormSheet::level_of(SpaceId id) const {
    return id.valid() ? name(building().level(building().space(id).level).name) : std::string();
}

std::string FormSheet::opening(OpeningId id) const {
    return id.valid() ? text::name_of_opening(building(), id, lang()) : std::string();
}

std::string FormSheet::stair(StairId id) const { return id.valid() ? name(building().stair(id).name) : std::string(); }

std::string FormSheet::spot(AssemblySpotId id) const {
    return id.valid() ? name(building().spot(id).name) : std::string();
}

std::string FormSheet::block() const {
    const std::string& all = school();
    const std::string shorter = all.substr(0, std::min(all.find("（"), all.find(" (")));
    return shorter.empty() ? all : shorter;
}

document::Document new_form(const FormSheet& sheet, Form form, bool landscape) {
    document::Document document;
    document.lang = sheet.lang();
    document.form = code_of(form);
    document.title = title_of(form, sheet.words);
    document.subtitle =
        sheet.say("form.subtitle", {{"school", sheet.school()}, {"scenario", sheet.name(sheet.world().scenario.name)}});
    document.footer = sheet.say("form.disclaimer");
    document.sections.resize(1);
    document.sections.front().landscape = landscape;
    return document;
}

document::Column column(const FormSheet& sheet, const char* id, double width, document::FilledBy by, bool numbers) {
    std::string key(id);
    return {key.substr(key.find('.') + 1), sheet.say(id), width, by, numbers};
}

bool is_staggered(const planning::DrillPlan& plan) {
    return std::any_of(plan.classes.begin(), plan.classes.end(),
                       [](const planning::ClassPlan& c) { return c.release_delay_s > 0.0; });
}

document::Signatures signatures(const FormSheet& sheet) {
    return {{sheet.say("form.made_by"), sheet.say("form.checked_by"), sheet.say("form.approved_by")}};
}

std::string source_note(const FormSheet& sheet) {
    const std::vector<analysis::RunAnalysis>& runs = sheet.input.run->ensemble->runs;
    const std::string seeds = runs.size() == 1
                                  ? sheet.say("report.one_seed", {{"seed", std::to_string(runs.front().seed)}})
                                  : sheet.say("report.seeds", {{"count", std::to_string(runs.size())},
                                                               {"first", std::to_string(runs.front().seed)},
                                                               {"last", std::to_string(runs.back().seed)}});
    return sheet.say("form.source", {{"version", sheet.input.run->version},
                                     {"mode", std::string(text::name_of(sheet.world().scenario.mode, sheet.lang()))},
                                     {"runs", seeds}});
}

std::string names_of(const FormSheet& sheet, const std::vector<GroupId>& groups, std::size_t most) {
    return group_names(sheet.world(), groups, most, sheet.lang());
}

}  // namespace muster::papers
