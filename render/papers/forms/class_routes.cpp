// SPDX-License-Identifier: Apache-2.0
// F2: which class goes by which door, stair and exit, and when.
#include "render/papers/forms/parts.h"

namespace muster::papers {

namespace {

std::vector<document::Column> route_columns(const FormSheet& sheet) {
    using enum document::FilledBy;
    return {column(sheet, "f2.number", 2.6, plan, true),
            column(sheet, "f2.block", 9.5, plan),
            column(sheet, "f2.level", 3.2, plan),
            column(sheet, "f2.class", 6.2, plan),
            column(sheet, "f2.persons", 3.0, plan, true),
            column(sheet, "f2.door", 6.5, plan),
            column(sheet, "f2.stair", 3.8, plan),
            column(sheet, "f2.exit", 4.6, plan),
            column(sheet, "f2.order", 3.2, simulator, true),
            column(sheet, "f2.delay", 3.2, simulator, true),
            column(sheet, "f2.spot", 6.2, plan),
            column(sheet, "f2.out", 3.6, simulator, true),
            column(sheet, "f2.at_spot", 3.6, simulator, true),
            column(sheet, "f2.guide", 5.0, human)};
}

}  // namespace

document::Table class_routes_table(const FormSheet& sheet) {
    document::Table table;
    table.key = "F2";
    table.title = sheet.say("f2.title");
    table.columns = route_columns(sheet);
    const Waiting waiting = waiting_of(*sheet.input.plan);
    const bool ordered = waiting != Waiting::none;  // else the order is how it came, and nobody's to keep
    double number = 0, persons = 0;
    for (const planning::ClassPlan& c : sheet.input.plan->classes) {
        const Group& group = sheet.world().scenario.population.groups[c.group.index()];
        table.rows.push_back(
            {document::Cell::of(++number), sheet.block(), sheet.level_of(group.space), sheet.name(group.name),
             document::Cell::of(c.persons), sheet.opening(c.route.door), sheet.stair(c.route.stair),
             sheet.opening(c.route.exit), ordered ? document::Cell::of(c.order) : document::Cell("–"),
             c.held ? document::Cell(sheet.say("f2.after_class")) : document::Cell::of(c.release_delay_s),
             sheet.spot(c.route.spot), document::Cell::of(c.out_of_building_s), document::Cell::of(c.at_spot_s),
             document::Cell()});
        persons += c.persons;
    }
    document::Cell rest = document::Cell::wide("", 9);
    document::Row sum{document::Cell::named(sheet.say("form.sum"), 4), document::Cell::of(persons), rest};
    table.rows.push_back(std::move(sum));
    table.notes = {sheet.say(sheet.input.proposed ? "f2.note_proposed" : "f2.note_run")};
    if (ordered)
        table.notes.push_back(
            sheet.say(std::string("f2.order") + ending_of(waiting), {{"release", release_text(sheet)}}));
    table.notes.push_back(source_note(sheet));
    return table;
}

document::Document class_routes_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::class_routes, true);
    document::Table table = class_routes_table(sheet);
    document.sections.front().blocks = {std::move(table), plan_signatures(sheet)};
    put_boxes_first(sheet, document.sections.front().blocks);
    return document;
}

}  // namespace muster::papers
