// SPDX-License-Identifier: Apache-2.0
// F1: the plan a headteacher signs, of an evacuation or of a dismissal, its twelve sections in the order schools write
// them.
#include <algorithm>
#include <array>
#include <set>

#include "render/papers/drill_plan/plan_sentences.h"
#include "render/papers/forms/parts.h"
#include "render/papers/run_report/derived.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

struct Plan {
    const FormSheet& sheet;
    std::vector<document::DocumentBlock>& blocks;

    void heading(const char* id) { blocks.push_back(document::Heading{sheet.say(id), 1}); }
    void below(const char* id) { blocks.push_back(document::Heading{sheet.say(id), 2}); }
    void paragraph(const char* id, const text::TextArgs& args = {}) {
        blocks.push_back(document::Paragraph{sheet.say(id, args)});
    }
    void note(const char* id) { blocks.push_back(document::Paragraph{sheet.say(id), document::Voice::note}); }
    /// Rows "id_1", "id_2", ... of the catalogue.
    void list(const std::string& id, int count, bool numbered = true) {
        document::List list;
        for (int i = 1; i <= count; ++i) list.items.push_back(sheet.say(id + "_" + std::to_string(i)));
        list.numbered = numbered;
        blocks.push_back(std::move(list));
    }
};

bool has_fire(const Scenario& scenario) {
    return std::any_of(scenario.incidents.begin(), scenario.incidents.end(),
                       [](const TimedIncident& i) { return std::holds_alternative<StartFire>(i.what); });
}

const char* subject_id(const World& world) {
    if (world.scenario.mode == RunMode::dismissal) return "f1.subject_dismissal";
    const bool quake = world.scenario.earthquake.has_value(), fire = has_fire(world.scenario);
    if (quake && fire) return "f1.subject_both";
    if (quake) return "f1.subject_quake";
    return fire ? "f1.subject_fire" : "f1.subject_general";
}

void write_basis(Plan& plan) {
    const World& world = plan.sheet.world();
    plan.heading("f1.basis");
    std::vector<const char*> ids{"f1.basis_guide", "f1.basis_ten_rules", "f1.basis_order_61", "f1.basis_major",
                                 "f1.basis_stampede"};
    if (plan.sheet.dismissal()) ids = {"f1.basis_stampede", "f1.basis_major"};
    if (world.scenario.earthquake) ids.insert(ids.begin() + 1, {"f1.basis_quake_2025", "f1.basis_quake_2017"});
    document::List list;
    list.numbered = true;
    for (const char* id : ids) list.items.push_back(plan.sheet.say(id));
    list.items.push_back(plan.sheet.say("f1.basis_inputs", {{"plan", plan.sheet.name(world.building.name)},
                                                            {"scenario", plan.sheet.name(world.scenario.name)}}));
    list.items.push_back(plan.sheet.say("f1.basis_own"));
    plan.blocks.push_back(std::move(list));
    plan.note("f1.basis_note");
}

document::Table facts_of(const FormSheet& sheet) {
    const World& world = sheet.world();
    int teachers = 0, persons = 0;
    for (const planning::ClassPlan& c : sheet.input.plan->classes) {
        persons += c.persons;
        teachers += static_cast<int>(world.scenario.population.groups[c.group.index()].teachers.size());
    }
    document::Table table;
    table.key = "F1";
    table.header = false;
    table.columns = {{"label", "", 6.0, document::FilledBy::plan},
                     {"value", "", 13.0, document::FilledBy::plan},
                     {"label_2", "", 6.0, document::FilledBy::plan},
                     {"value_2", "", 13.0, document::FilledBy::plan}};
    const auto label = [&](const char* id) { return document::Cell::named(sheet.say(id)); };
    table.rows = {{label("f1.time"), document::Cell::blank(), label("f1.host"), document::Cell::blank()},
                  {label("f1.place"), sheet.school(), label("f1.subject"), sheet.say(subject_id(world))},
                  {label("f1.people"),
                   sheet.say("f1.people_text", {{"classes", std::to_string(sheet.input.plan->classes.size())},
                                                {"pupils", std::to_string(persons - teachers)},
                                                {"teachers", std::to_string(teachers)}}),
                   label("f1.target"), target_text(sheet)}};
    table.row_height_mm = 9.0;
    return table;
}

// Which classes use which stair and exit, in their order: one paragraph each.
void write_streams(Plan& plan) {
    std::set<std::pair<StairId, OpeningId>> streams;
    for (const planning::ClassPlan& c : plan.sheet.input.plan->classes) streams.insert({c.route.stair, c.route.exit});
    document::List list;
    for (const auto& [stair, exit] : streams) {
        std::vector<const planning::ClassPlan*> classes;
        int persons = 0;
        for (const planning::ClassPlan& c : plan.sheet.input.plan->classes)
            if (c.route.stair == stair && c.route.exit == exit) classes.push_back(&c), persons += c.persons;
        std::stable_sort(
            classes.begin(), classes.end(),
            [](const planning::ClassPlan* a, const planning::ClassPlan* b) { return a->order < b->order; });
        std::vector<GroupId> groups;
        for (const planning::ClassPlan* c : classes) groups.push_back(c->group);
        list.items.push_back(
            plan.sheet.say(stair.valid() ? "f1.stream" : "f1.stream_ground",
                           {{"stair", plan.sheet.stair(stair)},
                            {"exit", exit.valid() ? plan.sheet.opening(exit) : plan.sheet.say("f1.any_exit")},
                            {"persons", std::to_string(persons)},
                            {"classes", names_of(plan.sheet, groups, groups.size())}}));
    }
    plan.blocks.push_back(std::move(list));
}

void write_prediction(Plan& plan) {
    const FormSheet& sheet = plan.sheet;
    const ReportInput& run = *sheet.input.run;
    plan.below("f1.prediction");
    const auto out = since_signal(run.ensemble->clocks.last_out_of_building, signal_s(run));
    plan.paragraph(
        out ? "f1.predicted" : "f1.predicted_left",
        {{"runs", std::to_string(run.ensemble->runs.size())},
         {"mode", std::string(text::name_of(sheet.world().scenario.mode, sheet.lang()))},
         {"out", out ? text::number_text(out->median, 0) : ""},
         {"target", text::number_text(sheet.world().scenario.target_out_s, 0)},
         {"verdict", sheet.say(out && out->p95 <= sheet.world().scenario.target_out_s      ? "f1.within"
                               : out && out->median <= sheet.world().scenario.target_out_s ? "f1.within_median"
                                                                                           : "f1.over")}});
    document::Table clocks = clocks_table(sheet);
    clocks.columns.pop_back();
    for (document::Row& row : clocks.rows) row.pop_back();
    plan.blocks.push_back(std::move(clocks));
    const auto at_spot = since_signal(run.ensemble->clocks.last_at_assembly, signal_s(run));
    if (at_spot && !sheet.dismissal())
        plan.paragraph("f1.guide_clock", {{"spot", text::number_text(at_spot->median, 0)}});
    const std::vector<std::string> worst = worst_places(sheet, 4);
    if (worst.empty()) {
        plan.paragraph("report.no_bottleneck");
    } else {
        plan.paragraph("f1.worst");
        plan.blocks.push_back(document::List{worst, true});
    }
    const auto& posts = sheet.input.plan->posts;
    const auto crowded =
        std::count_if(posts.begin(), posts.end(), [](const planning::GuidePost& p) { return p.crowded(); });
    plan.paragraph("f1.staffing", {{"posts", std::to_string(posts.size())}, {"crowded", std::to_string(crowded)}});
    plan.blocks.push_back(document::Paragraph{staffing_text(*sheet.input.plan, sheet.words)});
    if (sheet.input.plan->variants.size() > 1) plan.blocks.push_back(variants_table(sheet));
}

// One to five: why, on what grounds, when and where, who, by which signals.
void write_arrangements(Plan& plan) {
    plan.heading("f1.purpose");
    plan.paragraph("f1.purpose_text");
    write_basis(plan);
    plan.heading("f1.facts");
    plan.blocks.push_back(facts_of(plan.sheet));
    plan.heading("f1.roles");
    plan.blocks.push_back(roles_table(plan.sheet));
    plan.heading("f1.signals");
    plan.blocks.push_back(signals_table(plan.sheet));
}

// Six to nine: who goes where, who stands where, what happens when, how it is counted.
void write_course(Plan& plan) {
    plan.heading("f1.routes");
    plan.paragraph(plan.sheet.input.proposed ? "f1.routes_proposed" : "f1.routes_text",
                   {{"release", release_text(plan.sheet)}});
    if (plan.sheet.dismissal() && plan.sheet.input.proposed)
        plan.paragraph("f1.gap_planned", {{"gap", text::number_text(plan.sheet.input.plan->rules.gap_m, 0)}});
    write_streams(plan);
    plan.heading("f1.posts");
    plan.paragraph("f1.posts_text");
    plan.blocks.push_back(posts_table(plan.sheet));
    plan.heading("f1.course");
    plan.below("f1.course_timeline");
    plan.blocks.push_back(timeline_table(plan.sheet));
    write_prediction(plan);
    plan.heading("f1.counting");
    plan.paragraph("f1.counting_text", {{"seconds", text::number_text(plan.sheet.world().scenario.roll_call_s, 0)}});
}

void write_rest(Plan& plan) {
    plan.heading("f1.care");
    plan.list(plan.sheet.dismissal() ? "f1.care.dismissal" : "f1.care", 8);
    plan.heading("f1.emergency");
    plan.list("f1.emergency", 6);
    plan.heading("f1.review");
    plan.paragraph("f1.review_text");
    plan.blocks.push_back(plan_signatures(plan.sheet));
}

}  // namespace

document::Document drill_plan_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::drill_plan);
    Plan plan{sheet, document.sections.front().blocks};
    put_boxes_first(sheet, plan.blocks);
    write_arrangements(plan);
    write_course(plan);
    write_rest(plan);
    document::Section routes{document::Paper::a4, true, {}}, sheets{document::Paper::a4, false, {}},
        pictures{document::Paper::a4, false, {}};
    routes.blocks = {document::Heading{sheet.say("f1.annex_routes"), 1}, class_routes_table(sheet)};
    std::get<document::Table>(routes.blocks.back()).title.clear();
    sheets.blocks = {document::Heading{sheet.say("f1.annex_roll"), 1}, roll_call_table(sheet)};
    std::get<document::Table>(sheets.blocks.back()).title.clear();
    document.sections.push_back(std::move(routes));
    if (!sheet.dismissal()) document.sections.push_back(std::move(sheets));
    if (sheet.input.compliance != nullptr && !sheet.dismissal()) {
        document::Section widths{document::Paper::a4, true, {}};
        widths.blocks = {document::Heading{sheet.say("f1.annex_widths"), 1}, widths_table(sheet)};
        document.sections.push_back(std::move(widths));
    }
    const std::vector<document::Picture> drawn = way_pictures(sheet);
    if (drawn.empty()) return document;
    pictures.blocks.push_back(document::Heading{sheet.say("f1.annex_pictures"), 1});
    for (const document::Picture& picture : drawn) pictures.blocks.push_back(picture);
    document.sections.push_back(std::move(pictures));
    return document;
}

}  // namespace muster::papers
