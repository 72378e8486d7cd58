// SPDX-License-Identifier: Apache-2.0
// F5: what is written down during and after the drill.
#include "render/papers/forms/parts.h"
#include "render/text/names.h"

namespace muster {

namespace {

Table grid(const char* key) {
    Table table;
    table.key = key;
    table.columns = {{"label", "", 6.5, FilledBy::plan},
                     {"value", "", 13.0, FilledBy::plan},
                     {"label_2", "", 6.5, FilledBy::plan},
                     {"value_2", "", 13.0, FilledBy::plan}};
    table.header = false;
    table.row_height_mm = 10.0;
    return table;
}

Table facts(const FormSheet& sheet) {
    const auto label = [&](const char* id) { return Cell::named(sheet.say(id)); };
    Table table = grid("F5");
    table.title = sheet.say("f5.title");
    table.rows = {
        {label("f5.plan"), Cell::wide(sheet.name(sheet.world().scenario.name), 3)},
        {label("f5.place"), sheet.school(), label("f5.department"), Cell::blank()},
        {label("f5.commander"), Cell::blank(), label("f5.time"), Cell::blank()},
        {label("f5.people"),
         Cell::wide(sheet.say("f5.people_text", {{"persons", std::to_string(sheet.world().scenario.population.total())},
                                                 {"classes", std::to_string(sheet.input.plan->classes.size())}}),
                    3)},
        {label("f5.kind"), Cell::wide(sheet.say("f5.kinds"), 3)},
        {label("f5.supplies"), Cell::blank(3)},
    };
    return table;
}

Table course(const FormSheet& sheet) {
    Table table = grid("F5_course");
    for (const char* id : {"f5.course", "f5.problems", "f5.measures"})
        table.rows.push_back({Cell::named(sheet.say(id)), Cell::blank(3)});
    table.row_height_mm = 20.0;
    return table;
}

}  // namespace

Document form_f5(const FormSheet& sheet) {
    Document document = new_form(sheet, Form::drill_record);
    Table first = facts(sheet);
    Table clocks = clocks_table(sheet);
    clocks.title = sheet.say("f5.clocks");
    clocks.row_height_mm = 8.0;
    document.sections.front().blocks = {std::move(first), std::move(clocks), course(sheet),
                                        Signatures{{sheet.say("f5.recorder"), sheet.say("f5.commander")}}};
    return document;
}

}  // namespace muster
