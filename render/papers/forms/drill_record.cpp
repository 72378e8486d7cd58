// SPDX-License-Identifier: Apache-2.0
// F5: what is written down during and after the drill.
#include "render/papers/forms/parts.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

document::Table grid(const char* key) {
    document::Table table;
    table.key = key;
    table.columns = {{"label", "", 6.5, document::FilledBy::plan},
                     {"value", "", 13.0, document::FilledBy::plan},
                     {"label_2", "", 6.5, document::FilledBy::plan},
                     {"value_2", "", 13.0, document::FilledBy::plan}};
    table.header = false;
    table.row_height_mm = 10.0;
    return table;
}

document::Table facts(const FormSheet& sheet) {
    const auto label = [&](const char* id) { return document::Cell::named(sheet.say(id)); };
    document::Table table = grid("F5");
    table.title = sheet.say("f5.title");
    table.rows = {
        {label("f5.plan"), document::Cell::wide(sheet.name(sheet.world().scenario.name), 3)},
        {label("f5.place"), sheet.school(), label("f5.department"), document::Cell::blank()},
        {label("f5.commander"), document::Cell::blank(), label("f5.time"), document::Cell::blank()},
        {label("f5.people"),
         document::Cell::wide(
             sheet.say("f5.people_text", {{"persons", std::to_string(sheet.world().scenario.population.total())},
                                          {"classes", std::to_string(sheet.input.plan->classes.size())}}),
             3)},
        {label("f5.kind"), document::Cell::wide(sheet.say("f5.kinds"), 3)},
        {label("f5.supplies"), document::Cell::blank(3)},
    };
    return table;
}

document::Table course(const FormSheet& sheet) {
    document::Table table = grid("F5_course");
    for (const char* id : {"f5.course", "f5.problems", "f5.measures"})
        table.rows.push_back({document::Cell::named(sheet.say(id)), document::Cell::blank(3)});
    table.row_height_mm = 20.0;
    return table;
}

}  // namespace

document::Document drill_record_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::drill_record);
    document::Table first = facts(sheet);
    document::Table clocks = clocks_table(sheet);
    clocks.title = sheet.say("f5.clocks");
    clocks.row_height_mm = 8.0;
    document.sections.front().blocks = {std::move(first), std::move(clocks), course(sheet),
                                        document::Signatures{{sheet.say("f5.recorder"), sheet.say("f5.commander")}}};
    return document;
}

}  // namespace muster::papers
