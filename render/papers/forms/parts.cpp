// SPDX-License-Identifier: Apache-2.0
#include "render/papers/forms/parts.h"

#include <algorithm>

#include "render/papers/drill_plan/plan_sentences.h"
#include "render/papers/run_report/bottleneck_columns.h"
#include "render/papers/run_report/warning_boxes.h"
#include "render/text/names.h"
#include "render/text/places.h"

namespace muster::papers {

std::string FormSheet::say(std::string_view id, const text::TextArgs& args) const {
    if (dismissal())
        if (const std::string own = std::string(id) + ".dismissal"; text::text_of(own, lang()))
            return words.text(own, args);
    return words.text(id, args);
}

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
    document.title = title_of(form, sheet.words, sheet.world().scenario.mode);
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

Waiting waiting_of(const planning::DrillPlan& plan) {
    const auto& all = plan.classes;
    if (std::any_of(all.begin(), all.end(), [](const planning::ClassPlan& c) { return c.held; }))
        return Waiting::class_before;
    return plan.somebody_waits() ? Waiting::clock : Waiting::none;
}

const char* ending_of(Waiting waiting) {
    switch (waiting) {
        case Waiting::none:
            return "_free";
        case Waiting::class_before:
            return "_held";
        case Waiting::clock:
            break;
    }
    return "_clock";
}

std::string release_text(const FormSheet& sheet) {
    const Release& release = sheet.world().scenario.release;
    if (release.policy == ReleasePolicy::all_at_once && waiting_of(*sheet.input.plan) == Waiting::clock)
        return sheet.say("form.release_by_clock");
    return text::describe(release, sheet.lang());
}

void put_boxes_first(const FormSheet& sheet, std::vector<document::DocumentBlock>& blocks) {
    const ReportInput& run = *sheet.input.run;
    std::vector<document::DocumentBlock> boxes;
    for (auto& box : {held_box(run, sheet.words), danger_box(run, sheet.words),
                      real_day_box(*sheet.input.plan, sheet.world(), sheet.words)})
        if (box) boxes.emplace_back(*box);
    blocks.insert(blocks.begin(), boxes.begin(), boxes.end());
}

document::Signatures signatures(const FormSheet& sheet) {
    return {{sheet.say("form.made_by"), sheet.say("form.checked_by"), sheet.say("form.approved_by")}};
}

document::Signatures plan_signatures(const FormSheet& sheet) {
    document::Signatures all = signatures(sheet);
    if (!may_be_approved(*sheet.input.run)) all.roles.pop_back();
    return all;
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
