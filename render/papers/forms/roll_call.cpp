// SPDX-License-Identifier: Apache-2.0
// F7: the sheet on which classes are counted at the assembly area.
#include <algorithm>

#include "render/papers/forms/parts.h"

namespace muster::papers {

document::Table roll_call_table(const FormSheet& sheet) {
    using enum document::FilledBy;
    document::Table table;
    table.key = "F7";
    table.title = sheet.say("f7.title");
    table.columns = {column(sheet, "f7.number", 2.6, plan, true),
                     column(sheet, "f7.class", 6.5, plan),
                     column(sheet, "f7.spot", 6.5, plan),
                     column(sheet, "f7.expected", 3.2, plan, true),
                     column(sheet, "f7.present", 3.6, human),
                     column(sheet, "f7.absent", 7.0, human),
                     column(sheet, "f7.predicted", 3.8, simulator, true),
                     column(sheet, "f7.time", 4.2, human),
                     column(sheet, "f7.signature", 5.0, human)};
    double number = 0, persons = 0;
    for (const planning::ClassPlan& c : sheet.input.plan->classes) {
        table.rows.push_back({document::Cell::of(++number), sheet.group(c.group), sheet.spot(c.route.spot),
                              document::Cell::of(c.persons), document::Cell(), document::Cell(),
                              document::Cell::of(c.at_spot_s), document::Cell(), document::Cell()});
        persons += c.persons;
    }
    table.rows.push_back({document::Cell::named(sheet.say("form.sum"), 3), document::Cell::of(persons),
                          document::Cell(), document::Cell(), document::Cell::wide("", 1), document::Cell(),
                          document::Cell()});
    // One page for the classes of a school of the usual size, with room to write in.
    table.row_height_mm = std::clamp(165.0 / static_cast<double>(table.rows.size()), 6.2, 9.0);
    table.notes = {sheet.say("f7.note")};
    return table;
}

document::Document roll_call_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::roll_call);
    document::Table table = roll_call_table(sheet);
    document.sections.front().blocks = {std::move(table),
                                        document::Signatures{{sheet.say("f7.counter"), sheet.say("f7.commander")}}};
    return document;
}

}  // namespace muster::papers
