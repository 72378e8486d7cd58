// SPDX-License-Identifier: Apache-2.0
#include "tools/office/drill/drill_form.h"

#include <algorithm>
#include <array>

#include "render/text/catalogue.h"

namespace muster::drill {

namespace {

constexpr std::array<std::string_view, 8> whole_school = {"全校", "全校合计", "合计",        "总计",
                                                          "全体", "总体",     "wholeschool", "all"};

document::Table form_table(const World& world, const text::Catalogue& words) {
    document::Table table;
    table.key = "times";
    table.title = words.text("drill.form.title");
    table.row_height_mm = 8.0;
    table.columns = {
        {"class", words.text("drill.form.class"), 10.0, document::FilledBy::plan, false},
        {"headcount", words.text("drill.form.expected"), 6.0, document::FilledBy::plan, true},
        {"out_of_room", words.text("drill.form.out_of_room"), 9.0, document::FilledBy::human, false},
        {"out_of_building", words.text("drill.form.out_of_building"), 9.0, document::FilledBy::human, false},
        {"at_spot", words.text("drill.form.at_spot"), 9.0, document::FilledBy::human, false},
        {"counted", words.text("drill.form.counted"), 9.0, document::FilledBy::human, false}};
    int all = 0;
    const auto add = [&](const std::string& name, int expected) {
        table.rows.push_back({document::Cell(name), document::Cell::of(expected), {}, {}, {}, {}});
    };
    for (const Group& group : world.scenario.population.groups) {
        if (!group.is_class) continue;
        add(text::in_language(group.name, words.lang()), group.count);
        all += group.count;
    }
    add(words.text("drill.form.whole_school"), all);
    table.notes = {words.text("drill.form.how"), words.text("drill.form.last")};
    return table;
}

}  // namespace

const std::vector<tables::TableColumn>& drill_columns() {
    static const std::vector<tables::TableColumn> columns = {
        {"class", {"班级", "班级名称", "班名", "class name", "class"}, true, false},
        {"grade", {"年级", "grade"}, false, true},
        {"headcount", {"应到人数", "应到", "人数", "expected", "headcount"}, false, false},
        {"out_of_room",
         {"出教室", "离开教室", "出教室时间", "末人出教室", "出班", "last out of the room", "out of room"},
         false,
         false},
        {"out_of_building",
         {"出楼", "出楼时间", "离开教学楼", "末人出楼", "last out of the building", "out of building"},
         false,
         false},
        {"at_spot",
         {"到集合点", "到位", "到位时间", "到达集合点", "集合到位", "到场", "last at the spot", "at spot"},
         false,
         false},
        {"counted", {"清点完毕", "清点", "报告时间", "清点完毕时间", "roll call done", "counted"}, false, false}};
    return columns;
}

bool names_whole_school(std::string_view class_name) {
    return std::find(whole_school.begin(), whole_school.end(), tables::folded(class_name)) != whole_school.end();
}

document::Document drill_form(const World& world, text::Lang lang) {
    const text::Catalogue words(lang);
    document::Document document;
    document.lang = lang;
    document.form = "F5";
    document.title = words.text("drill.form.title");
    document.subtitle = text::in_language(world.building.name, lang);
    document::Section section;
    section.blocks.emplace_back(form_table(world, words));
    document.sections.push_back(std::move(section));
    return document;
}

}  // namespace muster::drill
