// SPDX-License-Identifier: Apache-2.0
// F4: what happens when, by the drill's clock.
#include "render/papers/forms/parts.h"

namespace muster {

namespace {

struct Entry {
    const char *event, *who, *signal;
};

Entry entry_of(TimelineKind kind) {
    switch (kind) {
        case TimelineKind::shaking:
            return {"f4.shaking", "f4.by_broadcast", "f4.signal_shelter"};
        case TimelineKind::signal:
            return {"f4.signal", "f4.by_commander", "f4.signal_leave"};
        case TimelineKind::order_to_leave:
            return {"f4.order", "f4.by_broadcast", "f4.signal_spoken"};
        case TimelineKind::class_released:
            return {"f4.released", "f4.by_class_teacher", "f4.signal_hand"};
        case TimelineKind::first_out_of_building:
            return {"f4.first_out", "f4.by_recorder", ""};
        case TimelineKind::last_out_of_room:
            return {"f4.last_room", "f4.by_storey_guard", "f4.signal_report"};
        case TimelineKind::last_out_of_building:
            return {"f4.last_out", "f4.by_exit_guard", "f4.signal_report"};
        case TimelineKind::last_at_spot:
            return {"f4.last_spot", "f4.by_recorder", ""};
        case TimelineKind::roll_call_done:
            return {"f4.counted", "f4.by_teachers", "f4.signal_report"};
    }
    return {"", "", ""};
}

std::string said(const FormSheet& sheet, const char* id) { return *id == '\0' ? std::string() : sheet.say(id); }

}  // namespace

Table timeline_table(const FormSheet& sheet) {
    using enum FilledBy;
    Table table;
    table.key = "F4";
    table.title = sheet.say("f4.title");
    table.columns = {column(sheet, "f4.time", 4.0, simulator, true), column(sheet, "f4.event", 16.0),
                     column(sheet, "f4.who", 6.5, plan), column(sheet, "f4.sign", 7.0, plan),
                     column(sheet, "f4.notes", 7.0, human)};
    for (const TimelineEntry& row : sheet.input.plan->timeline) {
        const Entry entry = entry_of(row.kind);
        const std::string event = sheet.say(entry.event, {{"groups", names_of(sheet, row.groups, 8)}});
        table.rows.push_back({Cell::of(row.at_s), event, said(sheet, entry.who), said(sheet, entry.signal), Cell()});
    }
    table.notes = {sheet.say("f4.note"), source_note(sheet)};
    if (is_staggered(*sheet.input.plan)) table.notes.insert(table.notes.begin(), sheet.say("form.drill_only"));
    return table;
}

Document form_f4(const FormSheet& sheet) {
    Document document = new_form(sheet, Form::timeline);
    Table table = timeline_table(sheet);
    table.row_height_mm = 9.0;
    document.sections.front().blocks = {std::move(table), signatures(sheet)};
    return document;
}

}  // namespace muster
