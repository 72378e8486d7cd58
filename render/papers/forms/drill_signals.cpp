// SPDX-License-Identifier: Apache-2.0
// Who does what and which sound means what: sections four and five of F1. A dismissal has music where an evacuation has
// the alarm, and says of the alarm that it ends the dismissal.
#include <algorithm>

#include "render/papers/forms/parts.h"
#include "render/text/names.h"

namespace muster::papers {

document::Table roles_table(const FormSheet& sheet) {
    using enum document::FilledBy;
    document::Table table;
    table.key = "F1_roles";
    table.columns = {column(sheet, "f1.role", 7.0, plan), column(sheet, "f1.duty", 20.0, plan),
                     column(sheet, "f1.person", 6.0, human), column(sheet, "f1.phone", 6.0, human)};
    const auto add = [&](const std::string& role, const std::string& duty) {
        table.rows.push_back({sheet.say("f1.role_" + role),
                              sheet.say("f1.duty_" + duty, {{"release", release_text(sheet)}}), document::Cell(),
                              document::Cell()});
    };
    add("commander", "commander");
    add("deputy", "deputy");
    add("guides", "guides");
    add("guards", std::string("guards") + ending_of(waiting_of(*sheet.input.plan)));
    for (const char* role : {"signals", "medical", "security", "supplies"}) add(role, role);
    if (!sheet.dismissal()) add("press", "press");
    add("record", "record");
    return table;
}

document::Table signals_table(const FormSheet& sheet) {
    using enum document::FilledBy;
    document::Table table;
    table.key = "F1_signals";
    table.columns = {column(sheet, "f1.signal", 6.0, plan), column(sheet, "f1.when", 7.0, simulator),
                     column(sheet, "f1.meaning", 15.0, plan), column(sheet, "f1.sound", 11.0, human)};
    const auto& timeline = sheet.input.plan->timeline;
    const auto shaking = std::find_if(timeline.begin(), timeline.end(), [](const planning::TimelineEntry& e) {
        return e.kind == planning::TimelineKind::shaking;
    });
    if (shaking != timeline.end())
        table.rows.push_back({sheet.say("f1.signal_shelter"),
                              sheet.say("f1.before", {{"seconds", text::number_text(-shaking->at_s, 0)}}),
                              sheet.say("f1.meaning_shelter"), document::Cell()});
    const auto add = [&](const std::string& signal, const std::string& meaning) {
        table.rows.push_back({sheet.say("f1.signal_" + signal), sheet.say("f1.when_" + signal),
                              sheet.say("f1.meaning_" + meaning, {{"release", release_text(sheet)}}),
                              document::Cell()});
    };
    const Waiting waiting = waiting_of(*sheet.input.plan);
    add("leave", std::string("leave") + ending_of(waiting));
    if (waiting == Waiting::clock) add("release", "release");
    add("stop", "stop");
    if (sheet.dismissal() || waiting != Waiting::none) add("alarm", "alarm");
    add("end", "end");
    table.row_height_mm = 10.0;
    return table;
}

std::string target_text(const FormSheet& sheet) {
    // Of the guide for drills (MOE 2014): in principle within 2 minutes, up to four storeys, sensible exits, clear
    // ways.
    constexpr double guide_target_s = 120.0;
    constexpr int guide_storeys = 4;
    if (sheet.dismissal()) return sheet.say("f1.target_none");
    const Building& b = sheet.building();
    bool by_guide = sheet.world().scenario.target_out_s <= guide_target_s;
    for (const Group& g : sheet.world().scenario.population.groups) {
        const Space& s = b.space(g.space.valid() ? g.space : SpaceId{0});
        const bool another = s.use == SpaceUse::nursery || s.use == SpaceUse::dormitory;
        by_guide = by_guide && !another && b.level(s.level).storey <= guide_storeys;
    }
    return sheet.say(by_guide ? "f1.target_guide" : "f1.target_school",
                     {{"target", text::number_text(sheet.world().scenario.target_out_s, 0)}});
}

}  // namespace muster::papers
