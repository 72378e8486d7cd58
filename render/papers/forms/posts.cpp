// SPDX-License-Identifier: Apache-2.0
// F3: who stands where.
#include "render/papers/drill_plan/plan_sentences.h"
#include "render/papers/forms/parts.h"
#include "render/text/places.h"

namespace muster::papers {

namespace {

const char* duty_id(planning::PostDuty duty) {
    switch (duty) {
        case planning::PostDuty::storey_stair:
            return "storey_stair";
        case planning::PostDuty::landing:
            return "landing";
        case planning::PostDuty::corridor:
            return "corridor";
        case planning::PostDuty::exit:
            return "exit";
        case planning::PostDuty::assembly:
            return "assembly";
    }
    return "";
}

std::string place_of(const FormSheet& sheet, const planning::GuidePost& post) {
    const Building& building = sheet.building();
    if (post.duty == planning::PostDuty::storey_stair && post.stair.valid())
        return sheet.say("f3.at_stair", {{"stair", sheet.stair(post.stair)}, {"level", sheet.level_of(post.space)}});
    if (post.duty == planning::PostDuty::corridor && post.opening.valid())
        return sheet.say("f3.at_corridor", {{"corridor", text::name_of_space(building, post.space, sheet.lang())},
                                            {"opening", sheet.opening(post.opening)}});
    if (post.duty == planning::PostDuty::assembly)
        for (const AssemblyArea& area : building.assembly_areas)
            if (area.space == post.space) return sheet.name(area.name);
    if (post.opening.valid()) return sheet.opening(post.opening);
    return post.space.valid() ? text::name_of_space(building, post.space, sheet.lang()) : std::string();
}

document::Row row_of(const FormSheet& sheet, const planning::GuidePost& post) {
    std::string duty = std::string("f3.duty_") + duty_id(post.duty);
    if (post.duty == planning::PostDuty::storey_stair || post.duty == planning::PostDuty::corridor)
        duty += ending_of(waiting_of(*sheet.input.plan));
    document::Cell density = post.peak_density > 0.0 ? document::Cell::of(post.peak_density, 1) : document::Cell();
    if (post.crowded()) density.text = sheet.say("f3.crowded");
    return {place_of(sheet, post),
            sheet.name(sheet.building().level(post.level).name),
            sheet.say(std::string("f3.role_") + duty_id(post.duty)),
            sheet.say("f3.before_signal"),  // later would do for some; nobody is to remember which
            sheet.say(duty, {{"release", release_text(sheet)}}),
            density,
            document::Cell()};
}

}  // namespace

document::Table posts_table(const FormSheet& sheet) {
    using enum document::FilledBy;
    document::Table table;
    table.key = "F3";
    table.title = sheet.say("f3.title");
    table.columns = {column(sheet, "f3.post", 7.0),        column(sheet, "f3.level", 3.2),
                     column(sheet, "f3.role", 4.4, plan),  column(sheet, "f3.on_post", 4.2, plan),
                     column(sheet, "f3.duty", 15.0, plan), column(sheet, "f3.density", 4.0, simulator, true),
                     column(sheet, "f3.name", 5.0, human)};
    for (const planning::GuidePost& post : sheet.input.plan->posts) table.rows.push_back(row_of(sheet, post));
    table.notes = {sheet.say("f3.note"), staffing_text(*sheet.input.plan, sheet.words), source_note(sheet)};
    return table;
}

document::Document posts_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::posts);
    document::Table table = posts_table(sheet);
    document.sections.front().blocks = {std::move(table), plan_signatures(sheet)};
    put_boxes_first(sheet, document.sections.front().blocks);
    return document;
}

}  // namespace muster::papers
