// SPDX-License-Identifier: Apache-2.0
// F4: what happens when, by the drill's clock.
#include "render/papers/forms/parts.h"

namespace muster::papers {

namespace {

struct Entry {
    const char *event, *who, *signal;
};

// Nobody has a clock in class: who waits for the class before goes when the teacher sees that it has gone, who waits
// for a time is called by the broadcast.
Entry entry_of(planning::TimelineKind kind, Waiting waiting) {
    if (kind == planning::TimelineKind::order_to_leave && waiting != Waiting::clock)
        return {waiting == Waiting::none ? "f4.order_free" : "f4.order_held", "f4.by_broadcast", "f4.signal_spoken"};
    if (kind == planning::TimelineKind::class_released && waiting == Waiting::class_before)
        return {"f4.released_expected", "f4.by_class_teacher", "f4.signal_hand"};
    switch (kind) {
        case planning::TimelineKind::shaking:
            return {"f4.shaking", "f4.by_broadcast", "f4.signal_shelter"};
        case planning::TimelineKind::signal:
            return {"f4.signal", "f4.by_commander", "f4.signal_leave"};
        case planning::TimelineKind::order_to_leave:
            return {"f4.order_clock", "f4.by_broadcast", "f4.signal_spoken"};
        case planning::TimelineKind::class_released:
            return {"f4.released", "f4.by_broadcast", "f4.signal_batch"};
        case planning::TimelineKind::hold_ends:
            return {"f4.hold_ends", "f4.by_broadcast", "f4.signal_spoken"};
        case planning::TimelineKind::first_out_of_building:
            return {"f4.first_out", "f4.by_recorder", ""};
        case planning::TimelineKind::last_out_of_room:
            return {"f4.last_room", "f4.by_storey_guard", "f4.signal_report"};
        case planning::TimelineKind::last_out_of_building:
            return {"f4.last_out", "f4.by_exit_guard", "f4.signal_report"};
        case planning::TimelineKind::last_at_spot:
            return {"f4.last_spot", "f4.by_recorder", ""};
        case planning::TimelineKind::roll_call_done:
            return {"f4.counted", "f4.by_teachers", "f4.signal_report"};
    }
    return {"", "", ""};
}

std::string said(const FormSheet& sheet, const char* id) { return *id == '\0' ? std::string() : sheet.say(id); }

}  // namespace

document::Table timeline_table(const FormSheet& sheet) {
    using enum document::FilledBy;
    document::Table table;
    table.key = "F4";
    table.title = sheet.say("f4.title");
    table.columns = {column(sheet, "f4.time", 4.0, simulator, true), column(sheet, "f4.event", 16.0),
                     column(sheet, "f4.who", 6.5, plan), column(sheet, "f4.sign", 7.0, plan),
                     column(sheet, "f4.notes", 7.0, human)};
    for (const planning::TimelineEntry& row : sheet.input.plan->timeline) {
        const Entry entry = entry_of(row.kind, waiting_of(*sheet.input.plan));
        const std::string event = sheet.say(entry.event, {{"groups", names_of(sheet, row.groups, 8)}});
        table.rows.push_back(
            {document::Cell::of(row.at_s), event, said(sheet, entry.who), said(sheet, entry.signal), document::Cell()});
    }
    table.notes = {sheet.say("f4.note"), source_note(sheet)};
    return table;
}

document::Document drill_timeline_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::timeline);
    document::Table table = timeline_table(sheet);
    table.row_height_mm = 9.0;
    document.sections.front().blocks = {std::move(table), plan_signatures(sheet)};
    put_boxes_first(sheet, document.sections.front().blocks);
    return document;
}

}  // namespace muster::papers
