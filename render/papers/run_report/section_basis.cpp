// SPDX-License-Identifier: Apache-2.0
// What the numbers rest on: settings, profiles, parameters, assumptions, warnings, inputs; and how to read them.
#include <algorithm>
#include <array>

#include "render/papers/run_report/report_page.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

void write_setting(ReportPage& page, std::string_view id, const std::string& value) {
    page.html.row({{page.say(id), "quiet"}, {value, ""}});
}

std::string speed_factors(const ReportPage& page, const Profile& profile) {
    return page.say("profile.factors", {{"down", text::number_text(profile.stair_down_factor, 2)},
                                        {"up", text::number_text(profile.stair_up_factor, 2)}});
}

// Persons of each profile, pupils and teachers.
std::vector<std::size_t> persons_by_profile(const Population& population) {
    std::vector<std::size_t> persons(population.profiles.size(), 0);
    for (const Group& g : population.groups) {
        if (g.profile.valid() && g.profile.index() < persons.size())
            persons[g.profile.index()] += static_cast<std::size_t>(g.count);
        if (g.teacher_profile.valid() && g.teacher_profile.index() < persons.size())
            persons[g.teacher_profile.index()] += g.teachers.size();
    }
    return persons;
}

void write_profiles(ReportPage& page) {
    const Population& population = page.input.world->scenario.population;
    const std::vector<std::size_t> persons = persons_by_profile(population);
    page.html.element("h3", page.say("report.profiles"));
    page.html.open("table");
    page.html.header_row({{page.say("profile.name"), ""},
                          {page.say("profile.persons"), "num"},
                          {page.say("profile.speed"), ""},
                          {page.say("profile.stairs"), ""},
                          {page.say("profile.radius"), ""},
                          {page.say("profile.source"), ""}});
    for (std::size_t i = 0; i < population.profiles.size(); ++i) {
        const Profile& profile = population.profiles[i];
        if (persons[i] == 0) continue;
        page.html.row({{text::in_language(profile.name, page.lang()), ""},
                       {std::to_string(persons[i]), "num"},
                       {text::describe(profile.free_speed, "", page.lang()), ""},
                       {speed_factors(page, profile), ""},
                       {text::describe(profile.radius, "", page.lang()), ""},
                       {profile.source, "quiet"}});
    }
    page.html.close("table");
}

// Reaction laws with the number of groups that follow each.
void write_reactions(ReportPage& page) {
    std::vector<std::pair<std::string, int>> laws;
    for (const Group& g : page.input.world->scenario.population.groups) {
        const std::string text = text::describe(g.pre_movement, "s", page.lang());
        const auto it = std::find_if(laws.begin(), laws.end(), [&](const auto& law) { return law.first == text; });
        if (it == laws.end())
            laws.emplace_back(text, 1);
        else
            ++it->second;
    }
    std::string all;
    for (const auto& [text, count] : laws) {
        if (!all.empty()) all += page.say("list.sentence");
        all += laws.size() == 1 ? text
                                : page.say("setting.reaction_of", {{"law", text}, {"count", std::to_string(count)}});
    }
    if (!all.empty()) write_setting(page, "setting.reaction", all);
}

void write_list(ReportPage& page, std::string_view heading, const std::vector<std::string>& items) {
    page.html.element("h3", page.say(heading));
    if (items.empty()) {
        page.paragraph("report.none", {}, "quiet");
        return;
    }
    page.html.open("ul");
    for (const std::string& item : items) page.html.element("li", item);
    page.html.close("ul");
}

void write_findings(ReportPage& page) {
    page.html.element("h3", page.say("report.findings"));
    if (page.input.findings.empty()) {
        page.paragraph("report.none", {}, "quiet");
        return;
    }
    page.html.open("table");
    page.html.header_row(
        {{page.say("finding.severity"), ""}, {page.say("finding.text"), ""}, {page.say("finding.place"), ""}});
    for (const Finding& finding : page.input.findings) {
        const text::FindingText text = text::describe(finding, page.lang());
        const std::string hint = text.hint.empty() ? "" : page.say("finding.hint", {{"hint", text.hint}});
        page.html.row({{std::string(text::name_of(finding.severity, page.lang())), "nowrap"},
                       {text.message + hint, ""},
                       {text::place_of(finding), "key"}});
    }
    page.html.close("table");
}

void write_inputs(ReportPage& page) {
    page.html.element("h3", page.say("report.inputs"));
    page.html.open("table");
    page.html.header_row({{page.say("input.path"), ""}, {"SHA-256", ""}});
    for (const InputFile& file : page.input.inputs) page.html.row({{file.path, ""}, {file.sha256, "key"}});
    page.html.close("table");
}

}  // namespace

void write_settings(ReportPage& page) {
    const Scenario& scenario = page.input.world->scenario;
    page.heading("report.settings");
    page.html.open("table", "pairs");
    write_setting(page, "setting.mode", std::string(text::name_of(scenario.mode, page.lang())));
    write_setting(page, "setting.doors", std::string(text::name_of(scenario.run.door_mode, page.lang())));
    if (scenario.earthquake && scenario.earthquake->shakes()) {
        const Earthquake& q = *scenario.earthquake;
        write_setting(
            page, "setting.earthquake",
            page.say(
                q.spectrum ? "setting.quake_drawn" : "setting.quake_record",
                {{"intensity", q.spectrum ? text::number_text(q.spectrum->intensity, 1) : "–"},
                 {"level",
                  q.spectrum ? page.say("quake.level_" + std::to_string(static_cast<int>(q.spectrum->level))) : "–"},
                 {"direction", text::number_text(q.direction_deg, 0)},
                 {"lead", text::number_text(q.lead_s, 0)},
                 {"calm", text::number_text(q.calm_s, 0)},
                 {"trained", text::number_text(100.0 * q.trained_share, 0)},
                 {"damage", page.say(q.damage ? "quake.with_damage" : "quake.without_damage")}}));
    } else if (scenario.earthquake)
        write_setting(page, "setting.earthquake",
                      page.say("setting.earthquake_text",
                               {{"at", text::number_text(scenario.earthquake->at_s, 0)},
                                {"shelter", text::number_text(scenario.earthquake->shelter_s, 0)},
                                {"jam", text::number_text(100.0 * scenario.earthquake->door_jam_probability, 1)}}));
    else
        write_setting(
            page, "setting.alarm",
            page.say("setting.alarm_text", {{"at", text::number_text(scenario.alarm.at_s, 0)},
                                            {"announcement", text::number_text(scenario.alarm.announcement_s, 0)}}));
    write_setting(page, "setting.release", text::describe(scenario.release, page.lang()));
    write_reactions(page);
    write_setting(page, "setting.target",
                  page.say("setting.target_text", {{"target", text::number_text(scenario.target_out_s, 0)}}));
    write_setting(page, "setting.roll_call",
                  page.say("setting.roll_call_text", {{"seconds", text::number_text(scenario.roll_call_s, 0)}}));
    write_setting(page, "setting.areas", std::string(text::name_of(page.input.world->building.areas, page.lang())));
    write_setting(page, "setting.limit",
                  page.say("setting.limit_text", {{"limit", text::number_text(scenario.run.max_s, 0)},
                                                  {"sample", text::number_text(scenario.run.sample_s, 2)}}));
    page.html.close("table");
    write_profiles(page);
}

void write_parameters(ReportPage& page) {
    if (page.input.parameters.empty()) return;
    page.heading("report.parameters");
    page.paragraph("report.parameters_note", {}, "note");
    page.html.open("table", "small");
    page.html.header_row({{page.say("parameter.name"), ""},
                          {page.say("parameter.key"), ""},
                          {page.say("parameter.value"), "num"},
                          {page.say("parameter.unit"), ""},
                          {page.say("parameter.source"), ""}});
    for (const ParameterRow& p : page.input.parameters) {
        page.html.row({{text::in_language(p.name, page.lang()), ""},
                       {p.key, "key"},
                       {p.value, "num"},
                       {p.unit == "-" ? "" : page.say(p.unit), ""},
                       {text::in_language(p.source, page.lang()), "quiet"}});
    }
    page.html.close("table");
}

void write_assumptions(ReportPage& page) {
    page.heading("report.basis");
    write_list(page, "report.assumptions", page.input.world->building.assumptions);
    write_findings(page);
    write_list(page, "report.sources", page.input.world->building.sources);
    write_inputs(page);
}

void write_reading_guide(ReportPage& page) {
    page.heading("report.guide");
    page.html.open("ul");
    for (const char* id : {"guide.clocks", "guide.spread", "guide.density", "guide.map", "guide.lost", "guide.queue",
                           "guide.pressure", "guide.doors", "guide.limits", "guide.repeat"})
        page.html.element("li", page.say(id));
    page.html.close("ul");
    if (!page.input.command_line.empty()) {
        page.paragraph("guide.command");
        page.html.open("p").element("code", page.input.command_line).close("p");
    }
}

void write_disclaimer(ReportPage& page) { page.html.element("p", page.say("report.disclaimer"), "disclaimer"); }

}  // namespace muster::papers
