// SPDX-License-Identifier: Apache-2.0
// F12: the four-colour map, one A3 sheet per storey that has a risk on it, and one of the site.
#include <algorithm>

#include "render/papers/forms/parts.h"
#include "render/picture/risk_picture.h"
#include "render/text/names.h"
#include "render/text/places.h"

namespace muster::papers {

namespace {

constexpr int map_px = 2600;

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

Box building_bounds(const FormSheet& sheet) { return picture::used_indoor_bounds(sheet.world(), 2.5); }

// The storeys share one scale; the site is shown as a whole on a sheet of its own.
std::string draw(const FormSheet& sheet, LevelId level, bool whole_site) {
    const RiskMap& map = sheet.world().risk_map;
    std::vector<int> numbers(map.risks.size());
    int number = 0;
    for (const RiskId id : risks_in_order(map)) numbers[id.index()] = ++number;
    picture::LevelPicture picture;
    picture.lang = sheet.lang();
    picture.width_px = map_px;
    picture.labels = whole_site ? picture::LabelDetail::rooms : picture::LabelDetail::rooms_and_widths;
    picture.furniture = false;
    picture.fixtures = !whole_site;
    if (!whole_site) picture.area = building_bounds(sheet);
    return picture::draw_risk_level(sheet.world(), level, picture, numbers);
}

bool is_inside(const Box& box, Vec2 p) {
    return p.x >= box.low.x && p.y >= box.low.y && p.x <= box.high.x && p.y <= box.high.y;
}

// Assembly areas, or risks away from the building.
bool needs_site_sheet(const FormSheet& sheet, LevelId level) {
    const Building& b = sheet.building();
    const Box box = building_bounds(sheet);
    const auto away = [&](const NumberedRisk& r) {
        return !is_inside(box, r.risk->at.value_or(inner_point(b.space(r.risk->space).area)));
    };
    const std::vector<NumberedRisk> risks = risks_on(sheet, level);
    return std::any_of(risks.begin(), risks.end(), away) ||
           std::any_of(b.assembly_areas.begin(), b.assembly_areas.end(),
                       [&](const AssemblyArea& a) { return b.space(a.space).level == level; });
}

// What the map cannot show and a person draws in: kinds of equipment of which the plan has none on this storey, and
// what no plan file holds.
std::vector<std::string> to_draw_by_hand(const FormSheet& sheet, LevelId level) {
    const Building& b = sheet.building();
    std::string none;
    for (const FixtureKind kind : picture::fire_fixtures())
        if (std::none_of(b.fixtures.begin(), b.fixtures.end(),
                         [&](const Fixture& f) { return f.kind == kind && b.space(f.space).level == level; }))
            none += (none.empty() ? "" : sheet.say("list.separator")) + std::string(text::name_of(kind, sheet.lang()));
    std::vector<std::string> notes;
    if (!none.empty()) notes.push_back(sheet.say("f12.none_in_plan", {{"kinds", none}}));
    notes.push_back(sheet.say("f12.by_hand"));
    return notes;
}

// Title block: what, where, scale on the map, who drew and checked it, when.
document::Table title_block(const FormSheet& sheet, const std::string& where) {
    const auto label = [&](const char* id) { return document::Cell::named(sheet.say(id)); };
    document::Table table;
    table.key = "F12";
    table.header = false;
    for (int i = 0; i < 8; ++i)
        table.columns.push_back({"c" + std::to_string(i), "", i % 2 == 0 ? 3.5 : 9.0, document::FilledBy::plan});
    table.rows = {{label("f12.school"), sheet.school(), label("f12.level"), where, label("f12.drawn"),
                   document::Cell::blank(), label("f12.checked"), document::Cell::blank()}};
    table.row_height_mm = 9.0;
    return table;
}

document::Table key_of(const FormSheet& sheet, LevelId level, const std::vector<NumberedRisk>& risks) {
    using enum document::FilledBy;
    document::Table table;
    table.key = "F12_key";
    table.columns = {column(sheet, "f12.number", 3.0, plan, true), column(sheet, "f11.risk", 9.0, plan),
                     column(sheet, "f11.place", 9.0, plan),        column(sheet, "f11.level", 8.0, plan),
                     column(sheet, "f11.measures", 40.0, plan),    column(sheet, "f11.post", 8.0, plan),
                     column(sheet, "f11.person", 8.0, human)};
    for (const auto& [number, risk] : risks)
        table.rows.push_back({document::Cell::of(number), sheet.name(risk->name),
                              text::name_of_space(sheet.building(), risk->space, sheet.lang()),
                              level_word(sheet, risk->level), measures_of(sheet, *risk),
                              risk->owner.empty() ? document::Cell::blank() : document::Cell(risk->owner),
                              document::Cell()});
    table.notes = to_draw_by_hand(sheet, level);
    table.notes.insert(table.notes.begin(), sheet.say("f12.note"));
    return table;
}

document::Section sheet_of(const FormSheet& sheet, LevelId level, const std::string& where, bool whole_site) {
    const double picture_mm = whole_site ? 200.0 : 145.0;  // what title block and key leave of an A3 sheet
    document::Section section{document::Paper::a3, true, {}};
    section.blocks = {document::Picture{draw(sheet, level, whole_site), sheet.say("f12.caption", {{"level", where}}),
                                        0.0, picture_mm},
                      title_block(sheet, where)};
    return section;
}

}  // namespace

document::Document four_colours_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::four_colours, true);
    document.sections.clear();
    for (std::size_t i = 0; i < sheet.building().levels.size(); ++i) {
        const std::vector<NumberedRisk> risks = risks_on(sheet, LevelId{i});
        if (risks.empty()) continue;
        document::Section storey = sheet_of(sheet, LevelId{i}, sheet.name(sheet.building().levels[i].name), false);
        storey.blocks.emplace_back(key_of(sheet, LevelId{i}, risks));
        document.sections.push_back(std::move(storey));
        if (needs_site_sheet(sheet, LevelId{i}))
            document.sections.push_back(sheet_of(sheet, LevelId{i}, sheet.say("report.site"), true));
    }
    return document;
}

}  // namespace muster::papers
