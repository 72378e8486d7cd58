// SPDX-License-Identifier: Apache-2.0
// What the numbers rest on: settings, profiles, parameters, assumptions, warnings, inputs; and how to read them.
#include <algorithm>
#include <array>

#include "render/papers/run_report/parameter_table.h"
#include "render/papers/run_report/report_page.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

struct SettingsTable {
    const ReportPage& page;
    document::Table table{};

    void add(std::string_view id, std::string value) { table.rows.push_back({page.say(id), std::move(value)}); }
};

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

void add_profiles(ReportPage& page) {
    const Population& population = page.input.world->scenario.population;
    const std::vector<std::size_t> persons = persons_by_profile(population);
    page.add(document::Heading{page.say("report.profiles"), 2});
    document::Table table;
    table.key = "profiles";
    table.columns = {page.column("profile.name"),   page.numbers("profile.persons"),
                     page.column("profile.speed"),  page.column("profile.stairs"),
                     page.column("profile.radius"), page.column("profile.source", document::ColumnLook::remark)};
    for (std::size_t i = 0; i < population.profiles.size(); ++i) {
        const Profile& profile = population.profiles[i];
        if (persons[i] == 0) continue;
        table.rows.push_back({text::in_language(profile.name, page.lang()), std::to_string(persons[i]),
                              text::describe(profile.free_speed, "", page.lang()), speed_factors(page, profile),
                              text::describe(profile.radius, "", page.lang()), profile.source});
    }
    page.add(std::move(table));
}

// Reaction laws with the number of groups that follow each.
void add_reactions(SettingsTable& settings) {
    const ReportPage& page = settings.page;
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
    if (!all.empty()) settings.add("setting.reaction", all);
}

void add_list(ReportPage& page, std::string_view heading, const std::vector<std::string>& items) {
    page.add(document::Heading{page.say(heading), 2});
    if (items.empty())
        page.paragraph("report.none", {}, document::Voice::quiet);
    else
        page.add(document::List{items});
}

void add_findings(ReportPage& page) {
    page.add(document::Heading{page.say("report.findings"), 2});
    if (page.input.findings.empty()) {
        page.paragraph("report.none", {}, document::Voice::quiet);
        return;
    }
    document::Table table;
    table.key = "findings";
    table.columns = {page.column("finding.severity", document::ColumnLook::line), page.column("finding.text"),
                     page.column("finding.place", document::ColumnLook::code)};
    for (const Finding& finding : page.input.findings) {
        const text::FindingText text = text::describe(finding, page.lang());
        const std::string hint = text.hint.empty() ? "" : page.say("finding.hint", {{"hint", text.hint}});
        table.rows.push_back(
            {std::string(text::name_of(finding.severity, page.lang())), text.message + hint, text::place_of(finding)});
    }
    page.add(std::move(table));
}

void add_inputs(ReportPage& page) {
    page.add(document::Heading{page.say("report.inputs"), 2});
    document::Table table;
    table.key = "inputs";
    table.columns = {page.column("input.path"),
                     {.key = "sha256", .heading = "SHA-256", .look = document::ColumnLook::code}};
    for (const InputFile& file : page.input.inputs) table.rows.push_back({file.path, file.sha256});
    page.add(std::move(table));
}

}  // namespace

void add_settings(ReportPage& page) {
    const Scenario& scenario = page.input.world->scenario;
    page.heading("report.settings");
    SettingsTable settings{page};
    settings.table.key = "settings";
    settings.table.header = false;
    settings.table.columns = {{.key = "setting", .heading = "", .look = document::ColumnLook::remark, .min_mm = 30.0},
                              {.key = "value", .heading = ""}};
    settings.add("setting.mode", std::string(text::name_of(scenario.mode, page.lang())));
    settings.add("setting.doors", std::string(text::name_of(scenario.run.door_mode, page.lang())));
    settings.add("setting.assumption", std::string(text::name_of(scenario.run.assumption, page.lang())));
    if (scenario.earthquake && scenario.earthquake->shakes()) {
        const Earthquake& q = *scenario.earthquake;
        settings.add(
            "setting.earthquake",
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
        settings.add("setting.earthquake",
                     page.say("setting.earthquake_text",
                              {{"at", text::number_text(scenario.earthquake->at_s, 0)},
                               {"shelter", text::number_text(scenario.earthquake->shelter_s, 0)},
                               {"jam", text::number_text(100.0 * scenario.earthquake->door_jam_probability, 1)}}));
    else
        settings.add(
            "setting.alarm",
            page.say("setting.alarm_text", {{"at", text::number_text(scenario.alarm.at_s, 0)},
                                            {"announcement", text::number_text(scenario.alarm.announcement_s, 0)}}));
    settings.add("setting.release", text::describe(scenario.release, page.lang()));
    add_reactions(settings);
    settings.add("setting.shut_in", std::string(text::name_of(scenario.if_shut_in, page.lang())));
    settings.add("setting.target",
                 page.say("setting.target_text", {{"target", text::number_text(scenario.target_out_s, 0)}}));
    settings.add("setting.roll_call",
                 page.say("setting.roll_call_text", {{"seconds", text::number_text(scenario.roll_call_s, 0)}}));
    settings.add("setting.areas", std::string(text::name_of(page.input.world->building.areas, page.lang())));
    settings.add("setting.limit",
                 page.say("setting.limit_text", {{"limit", text::number_text(scenario.run.max_s, 0)},
                                                 {"sample", text::number_text(scenario.run.sample_s, 2)}}));
    page.add(std::move(settings.table));
    add_profiles(page);
}

void add_parameters(ReportPage& page) {
    if (page.input.parameters.empty()) return;
    page.heading("report.parameters");
    page.note("report.parameters_note");
    page.add(parameter_table(page.input.parameters, page.words));
}

void add_assumptions(ReportPage& page) {
    page.heading("report.basis");
    add_list(page, "report.assumptions", page.input.world->building.assumptions);
    add_findings(page);
    add_list(page, "report.sources", page.input.world->building.sources);
    add_inputs(page);
}

void add_reading_guide(ReportPage& page) {
    page.heading("report.guide");
    document::List guide;
    for (const char* id : {"guide.clocks", "guide.spread", "guide.density", "guide.map", "guide.lost", "guide.queue",
                           "guide.pressure", "guide.doors", "guide.limits", "guide.repeat"})
        guide.items.push_back(page.say(id));
    page.add(std::move(guide));
    if (page.input.command_line.empty()) return;
    page.paragraph("guide.command");
    page.add(document::Paragraph{page.input.command_line, document::Voice::code});
}

}  // namespace muster::papers
