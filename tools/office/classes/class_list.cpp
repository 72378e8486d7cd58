// SPDX-License-Identifier: Apache-2.0
#include "tools/office/classes/class_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "sim/base/findings.h"
#include "tools/office/classes/place_finder.h"

namespace muster::classes {

namespace {

constexpr std::array<std::string_view, 9> total_words = {"合计", "总计",     "共计",  "小计", "总人数",
                                                         "全校", "全校合计", "total", "sum"};

bool is_total(std::string_view name) {
    return std::find(total_words.begin(), total_words.end(), tables::folded(name)) != total_words.end();
}

// What people write under a list: who made it, and when.
bool is_remark(std::string_view name) {
    constexpr std::array<std::string_view, 12> openings = {"制表", "填表", "填报", "审核", "备注", "附注",
                                                           "说明", "注:",  "日期", "note", "date", "preparedby"};
    const std::string plain = tables::folded(name);
    return tables::iso_date(name).has_value() ||
           std::any_of(openings.begin(), openings.end(), [&](std::string_view o) { return plain.starts_with(o); });
}

class ListReader {
public:
    ListReader(tables::TextTable table, const Building& building) : building_(building) {
        list_.table = std::move(table);
    }

    Checked<ClassList> read() {
        for (std::size_t i = 0; i < list_.table.rows.size(); ++i) {
            row_ = &list_.table.rows[i];
            read_row(i);
        }
        check_twice();
        if (list_.classes.empty() && !has_errors(findings_))
            findings_.push_back({Severity::error, "classes.none", "", list_.table.file, 0, {}});
        Checked<ClassList> result;
        if (!has_errors(findings_)) result.value = std::move(list_);
        result.findings = std::move(findings_);
        return result;
    }

private:
    [[nodiscard]] const std::string& cell(ClassColumn column) const {
        return row_->cells[static_cast<std::size_t>(column)];
    }

    void report(Severity severity, const char* code, ClassColumn column,
                std::vector<std::pair<std::string, std::string>> args = {}) {
        args.emplace_back("class", cell(ClassColumn::name));
        args.emplace_back("text", cell(column));
        findings_.push_back(
            list_.table.finding(severity, code, *row_, static_cast<std::size_t>(column), std::move(args)));
    }

    void read_row(std::size_t index) {
        if (is_total(cell(ClassColumn::name)) || is_total(cell(ClassColumn::grade))) return check_total();
        if (is_remark(cell(ClassColumn::name)) && cell(ClassColumn::headcount).empty())
            return report(Severity::note, "classes.remark_left_out", ClassColumn::name);
        if (cell(ClassColumn::name).empty()) {
            // A remark below the table, or a row that somebody began.
            const bool number = tables::number_in(cell(ClassColumn::headcount)).has_value();
            return report(number ? Severity::error : Severity::note,
                          number ? "classes.no_name" : "classes.row_left_out", ClassColumn::name);
        }
        ListedClass one;
        one.row = index;
        one.identity = class_identity(cell(ClassColumn::name), cell(ClassColumn::grade));
        one.name = cell(ClassColumn::name);
        if (one.identity.key != class_identity(one.name).key) one.name = cell(ClassColumn::grade) + one.name;
        one.headcount = headcount();
        sum_ += one.headcount;
        find_places(one);
        list_.classes.push_back(std::move(one));
    }

    int headcount() {
        const auto number = tables::number_in(cell(ClassColumn::headcount));
        if (cell(ClassColumn::headcount).empty()) {
            report(Severity::error, "classes.no_headcount", ClassColumn::headcount);
        } else if (!number || *number != std::floor(*number)) {
            report(Severity::error, "classes.headcount_no_number", ClassColumn::headcount);
        } else if (*number < 1.0) {
            report(Severity::error, "classes.headcount_none", ClassColumn::headcount);
        } else if (*number >= impossible_class) {
            report(Severity::error, "classes.headcount_absurd", ClassColumn::headcount,
                   {{"limit", std::to_string(impossible_class - 1)}});
        } else {
            if (*number >= large_class) report(Severity::warning, "classes.large_class", ClassColumn::headcount);
            return static_cast<int>(*number);
        }
        return 0;
    }

    // Yields what `found` has; else says what is wrong with the cell.
    template <class IdType>
    IdType taken(const PlaceFound<IdType>& found, const char* code, ClassColumn column) {
        if (!found.id.valid()) report(Severity::error, code, column, {{"nearest", found.nearest}});
        return found.id;
    }

    void find_places(ListedClass& one) {
        if (!names_nothing(cell(ClassColumn::room)))
            one.room = taken(find_room(building_, cell(ClassColumn::room)), "classes.no_such_room", ClassColumn::room);
        if (one.room.valid() && building_.space(one.room).outdoor)
            report(Severity::error, "classes.room_outdoors", ClassColumn::room);
        one.no_stair = !cell(ClassColumn::stair).empty() && names_nothing(cell(ClassColumn::stair));
        if (!names_nothing(cell(ClassColumn::stair)))
            one.route.stair =
                taken(find_stair(building_, cell(ClassColumn::stair)), "classes.no_such_stair", ClassColumn::stair);
        if (!names_nothing(cell(ClassColumn::exit)))
            one.route.exit =
                taken(find_exit(building_, cell(ClassColumn::exit)), "classes.no_such_exit", ClassColumn::exit);
        find_spot_of(one);
        one.any_door = names_any_door(cell(ClassColumn::door));
        // Of a room that the list does not name, the door is looked up when the room is known.
        if (one.room.valid() && !one.any_door && !names_nothing(cell(ClassColumn::door)))
            one.route.door = taken(find_door(building_, one.room, cell(ClassColumn::door)), "classes.no_such_door",
                                   ClassColumn::door);
    }

    void find_spot_of(ListedClass& one) {
        const std::string& text = cell(ClassColumn::spot);
        if (names_nothing(text)) return;
        const PlaceFound<AssemblySpotId> found = find_spot(building_, text);
        one.route.spot = found.id;
        if (found.id.valid()) return;
        if (const int area = find_assembly_area(building_, text); area >= 0)
            one.area = static_cast<std::size_t>(area);
        else
            report(Severity::error, "classes.no_such_spot", ClassColumn::spot, {{"nearest", found.nearest}});
    }

    void check_total() {
        const auto number = tables::number_in(cell(ClassColumn::headcount));
        const bool part =
            tables::folded(cell(ClassColumn::name)) == "小计" || tables::folded(cell(ClassColumn::grade)) == "小计";
        if (number && !part && *number != sum_)
            report(Severity::warning, "classes.total_differs", ClassColumn::headcount, {{"sum", std::to_string(sum_)}});
    }

    void check_twice() {
        std::map<std::string, const ListedClass*> classes;
        std::map<SpaceId, const ListedClass*> rooms;
        for (const ListedClass& one : list_.classes) {
            row_ = &list_.table.rows[one.row];
            if (const auto [at, fresh] = classes.emplace(one.identity.key, &one); !fresh) {
                report(Severity::error, "classes.twice", ClassColumn::name,
                       {{"other", place(*at->second, ClassColumn::name)}});
                continue;
            }
            if (!one.room.valid()) continue;
            const auto [at, fresh] = rooms.emplace(one.room, &one);
            if (fresh) continue;
            // Two classes may well sit in one hall, not in one classroom.
            const bool classroom = building_.space(one.room).use == SpaceUse::classroom;
            report(classroom ? Severity::error : Severity::warning, "classes.room_twice", ClassColumn::room,
                   {{"other", at->second->name}});
        }
    }

    [[nodiscard]] std::string place(const ListedClass& of, ClassColumn column) const {
        return list_.table.place(list_.table.rows[of.row], static_cast<std::size_t>(column));
    }

    const Building& building_;
    ClassList list_;
    Findings findings_;
    const tables::TableRow* row_ = nullptr;
    int sum_ = 0;
};

}  // namespace

const std::vector<tables::TableColumn>& class_columns() {
    static const std::vector<tables::TableColumn> columns = {
        {"class", {"班级", "班级名称", "班名", "班", "班别", "class name", "class"}, true, false},
        {"grade", {"年级", "级部", "学段年级", "year", "grade"}, false, true},
        {"headcount",
         {"人数", "学生人数", "学生数", "班级人数", "班额", "应到", "应到人数", "实有人数", "pupils", "students",
          "number of pupils", "class size", "count", "headcount"},
         true,
         false},
        {"room",
         {"教室", "所在教室", "教室编号", "教室号", "教室名称", "房间", "房间号", "上课教室", "场所", "classroom",
          "room"},
         false,
         false},
        {"door", {"使用门", "门", "教室门", "疏散门", "出教室门", "前门后门", "room door", "door"}, false, true},
        {"stair", {"楼梯", "疏散楼梯", "使用楼梯", "下楼楼梯", "staircase", "stairs", "stair"}, false, true},
        {"exit", {"安全出口", "出口", "楼门", "exit"}, false, true},
        {"spot",
         {"集合点", "集合地点", "集合位置", "集合区域", "assembly point", "assembly spot", "assembly", "spot"},
         false,
         true}};
    return columns;
}

Finding ClassList::finding(Severity severity, std::string code, const ListedClass& of, ClassColumn column,
                           std::vector<std::pair<std::string, std::string>> args) const {
    const auto index = static_cast<std::size_t>(column);
    const tables::TableRow& row = table.rows[of.row];
    args.emplace_back("class", of.name);
    args.emplace_back("text", row.cells[index]);
    return table.finding(severity, std::move(code), row, index, std::move(args));
}

Checked<ClassList> class_list_of(tables::TextTable table, const Building& building) {
    return ListReader(std::move(table), building).read();
}

Checked<ClassList> read_class_list(const std::string& path, const std::string& sheet, const Building& building) {
    tables::TableRequest request;
    request.columns = class_columns();
    request.sheet = sheet;
    Checked<tables::TextTable> table = tables::read_table(path, request);
    Checked<ClassList> result;
    result.findings = std::move(table.findings);
    if (!table) return result;
    Checked<ClassList> list = class_list_of(std::move(*table.value), building);
    append(result.findings, list.findings);
    result.value = std::move(list.value);
    return result;
}

}  // namespace muster::classes
