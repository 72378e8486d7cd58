// SPDX-License-Identifier: Apache-2.0
// F12: the four-colour map, one A3 sheet per storey that has a risk on it.
#include <algorithm>

#include "render/document/forms/parts.h"
#include "render/picture/risk_picture.h"
#include "render/text/places.h"

namespace muster {

namespace {

constexpr int picture_px = 2600;

struct NumberedRisk {
    int number = 0;
    const Risk* risk = nullptr;
};

std::vector<NumberedRisk> risks_on(const FormSheet& sheet, LevelId level) {
    std::vector<NumberedRisk> risks;
    int number = 0;
    for (const RiskId id : risks_in_order(sheet.world().risk_map)) {
        const Risk& risk = sheet.world().risk_map.risks[id.index()];
        ++number;
        if (risk.space.valid() && sheet.building().space(risk.space).level == level) risks.push_back({number, &risk});
    }
    return risks;
}

std::string draw(const FormSheet& sheet, LevelId level) {
    const RiskMap& map = sheet.world().risk_map;
    std::vector<int> numbers(map.risks.size());
    int number = 0;
    for (const RiskId id : risks_in_order(map)) numbers[id.index()] = ++number;
    LevelPicture picture;
    picture.lang = sheet.lang();
    picture.width_px = picture_px;
    picture.labels = LabelDetail::rooms_and_widths;
    picture.furniture = false;
    const Box indoors = used_indoor_bounds(sheet.world(), 2.5);
    const auto outside = [&](const Risk& r) {
        if (!r.space.valid() || sheet.building().space(r.space).level != level) return false;
        const Vec2 p = r.at.value_or(inner_point(sheet.building().space(r.space).area));
        return p.x < indoors.low.x || p.y < indoors.low.y || p.x > indoors.high.x || p.y > indoors.high.y;
    };
    if (std::none_of(map.risks.begin(), map.risks.end(), outside)) picture.area = indoors;
    return draw_risk_level(sheet.world(), level, picture, numbers);
}

// Title block: what, where, scale on the map, who drew and checked it, when.
Table title_block(const FormSheet& sheet, LevelId level) {
    const auto label = [&](const char* id) { return Cell::named(sheet.say(id)); };
    Table table;
    table.key = "F12";
    table.header = false;
    for (int i = 0; i < 8; ++i)
        table.columns.push_back({"c" + std::to_string(i), "", i % 2 == 0 ? 3.5 : 9.0, FilledBy::plan});
    table.rows = {{label("f12.school"), sheet.school(), label("f12.level"),
                   sheet.name(sheet.building().level(level).name), label("f12.drawn"), Cell::blank(),
                   label("f12.checked"), Cell::blank()}};
    table.row_height_mm = 9.0;
    return table;
}

Table key_of(const FormSheet& sheet, const std::vector<NumberedRisk>& risks) {
    using enum FilledBy;
    Table table;
    table.key = "F12_key";
    table.columns = {column(sheet, "f12.number", 3.0, plan, true), column(sheet, "f11.risk", 9.0, plan),
                     column(sheet, "f11.place", 9.0, plan),        column(sheet, "f11.level", 8.0, plan),
                     column(sheet, "f11.measures", 40.0, plan),    column(sheet, "f11.post", 8.0, plan),
                     column(sheet, "f11.person", 8.0, human)};
    for (const auto& [number, risk] : risks)
        table.rows.push_back({Cell::of(number), sheet.name(risk->name),
                              name_of_space(sheet.building(), risk->space, sheet.lang()),
                              level_word(sheet, risk->level), measures_of(sheet, *risk),
                              risk->owner.empty() ? Cell::blank() : Cell(risk->owner), Cell()});
    table.notes = {sheet.say("f12.note")};
    return table;
}

}  // namespace

Document form_f12(const FormSheet& sheet) {
    Document document = new_form(sheet, Form::four_colours, true);
    document.sections.clear();
    for (std::size_t i = 0; i < sheet.building().levels.size(); ++i) {
        const std::vector<NumberedRisk> risks = risks_on(sheet, LevelId{i});
        if (risks.empty()) continue;
        Section section{Paper::a3, true, {}};
        const std::string caption = sheet.say("f12.caption", {{"level", sheet.name(sheet.building().levels[i].name)}});
        section.blocks = {Picture{draw(sheet, LevelId{i}), caption, 0.0, 145.0}, title_block(sheet, LevelId{i}),
                          key_of(sheet, risks)};
        document.sections.push_back(std::move(section));
    }
    return document;
}

}  // namespace muster
