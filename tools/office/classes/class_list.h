// SPDX-License-Identifier: Apache-2.0
// A class list (班级, 年级, 人数, 教室, 使用门, 楼梯, 出口, 集合点) read against a plan. Only classes: no person of
// them is ever read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/building.h"
#include "sim/model/population.h"
#include "tools/office/classes/class_identity.h"
#include "tools/office/tables/table_reader.h"

namespace muster::classes {

enum class ClassColumn : std::uint8_t { name, grade, headcount, room, door, stair, exit, spot };

/// The columns, in the order of ClassColumn.
[[nodiscard]] const std::vector<tables::TableColumn>& class_columns();

struct ListedClass {
    std::string name;  // as people say it: the grade is put before a bare "2班"
    ClassIdentity identity;
    int headcount = 0;
    SpaceId room;                     // not valid: the list does not say
    Route route;                      // what the list says of it
    bool any_door = false;            // "前后门": no door is assigned on purpose
    bool no_stair = false;            // "无": none is assigned on purpose
    std::optional<std::size_t> area;  // the list names an assembly area, not a spot
    std::size_t row = 0;              // in the table
};

struct ClassList {
    tables::TextTable table;
    std::vector<ListedClass> classes;
    [[nodiscard]] Finding finding(Severity severity, std::string code, const ListedClass& of, ClassColumn column,
                                  std::vector<std::pair<std::string, std::string>> args = {}) const;
};

/// A head-count from here on is a warning, and from there on an error. 55 pupils is the last class size that the
/// ministry does not call a large class; no room of a school holds 150.
inline constexpr int large_class = 56, impossible_class = 150;

/// Reads and looks up; findings carry the cell. No value when there are errors.
[[nodiscard]] Checked<ClassList> read_class_list(const std::string& path, const std::string& sheet,
                                                 const Building& building);
[[nodiscard]] Checked<ClassList> class_list_of(tables::TextTable table, const Building& building);

}  // namespace muster::classes
