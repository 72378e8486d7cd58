// SPDX-License-Identifier: Apache-2.0
// Class names in all their spellings, places as people write them, and a list put into the primary school's drill.
#include <catch2/catch.hpp>

#include "scenarios/reader.h"
#include "tests/support/paths.h"
#include "tests/unit/tables/found.h"
#include "tools/office/classes/class_import.h"
#include "tools/office/classes/place_finder.h"

using namespace muster;
using namespace muster::classes;

namespace {

const World& school() {
    static const auto loaded =
        scenarios::load_world(testing::source_file("scenarios/library/primary_drill.scenario.json"));
    return *loaded.value->world;
}

Checked<ClassList> list_of(const std::string& csv) {
    tables::TableRequest request;
    request.columns = class_columns();
    auto table = tables::read_table(csv, "classes.csv", request);
    if (!table) return {std::nullopt, table.findings};
    return class_list_of(std::move(*table.value), school().building);
}

Checked<ClassImport> imported(const std::string& csv) {
    auto list = list_of(csv);
    if (!list) return {std::nullopt, list.findings};
    auto made = import_classes(*list.value, school());
    made.findings.insert(made.findings.end(), list.findings.begin(), list.findings.end());
    return made;
}

const Group& group_named(const Scenario& scenario, const std::string& zh) {
    for (const Group& g : scenario.population.groups)
        if (g.name.zh == zh) return g;
    FAIL("no group " << zh);
    return scenario.population.groups.front();
}

}  // namespace

TEST_CASE("class identity: one class, many spellings", "[classes]") {
    for (const char* name : {"三年级2班", "三年级（2）班", "三（2）班", "三(2)", "3.2班", "3-2", "三年级二班",
                             "Grade 3 Class 2", "第三年级2班"}) {
        INFO(name);
        CHECK(class_identity(name).key == "3-2");
        CHECK(class_identity(name).grade == 3);
    }
    CHECK(class_identity("2班", "三年级").key == "3-2");
    CHECK(class_identity("（2）", "3").key == "3-2");
    CHECK(class_identity("初一(2)班").key == "7-2");
    CHECK(class_identity("七年级2班").key == "7-2");
    CHECK(class_identity("2班", "高一").key == "10-2");
    CHECK(class_identity("三年级十二班").key == "3-12");
    CHECK(class_identity("二十一班", "一年级").key == "1-21");
    CHECK(class_identity("大一班").nursery);
    CHECK_FALSE(class_identity("大一班") == class_identity("中一班"));
    CHECK_FALSE(class_identity("音乐班") == class_identity("美术班"));
    CHECK(class_identity("2025级3班").grade == 0);
}

TEST_CASE("places: ids, names in both languages, and the part that tells them", "[classes]") {
    const Building& b = school().building;
    for (const char* text : {"203", "203教室", "Room 203", "F2_C3", "２０３室"}) {
        INFO(text);
        CHECK(find_room(b, text).id == b.find_space("F2_C3"));
    }
    for (const char* text : {"东", "东楼梯", "东侧楼梯", "East stair", "ST_E", "east"}) {
        INFO(text);
        CHECK(find_stair(b, text).id == b.find_stair("ST_E"));
    }
    CHECK(find_exit(b, "西出口").id == b.find_opening("exit_w"));
    CHECK(find_spot(b, "三年级2班").id == b.find_spot("spot_3_2"));
    CHECK_FALSE(find_room(b, "999").id.valid());
    CHECK(find_stair(b, "东楼道").nearest == "东楼梯");
    const SpaceId room = b.find_space("F2_C3");
    for (const char* text : {"前门", "front", "203前门", "F2_C3_front"})
        CHECK(find_door(b, room, text).id == b.find_opening("F2_C3_front"));
    CHECK(find_door(b, room, "后门").id == b.find_opening("F2_C3_rear"));
    CHECK_FALSE(find_door(b, room, "侧门").id.valid());
}

TEST_CASE("classes: the library's list names every class of the drill and changes only head-counts", "[classes]") {
    auto list =
        read_class_list(testing::source_file("scenarios/library/primary_4f.classes.csv"), "", school().building);
    REQUIRE(list);
    CHECK(list.findings.empty());
    const auto made = import_classes(*list.value, school());
    REQUIRE(made);
    CHECK(made.findings.empty());
    CHECK(made.value->added == 0);
    CHECK(made.value->removed.empty());
    CHECK(made.value->changed + made.value->unchanged == 24);
    for (const Group& g : school().scenario.population.groups)
        CHECK(group_named(made.value->scenario, g.name.zh).route == g.route);
}

TEST_CASE("classes: those not listed leave, their orders too; what the list leaves open stays", "[classes]") {
    World world = school();
    world.scenario.release = {ReleasePolicy::stagger, 10.0, 3.0, {GroupId{23}, GroupId{0}, GroupId{5}}};
    world.scenario.incidents = {{10.0, HoldGroup{GroupId{5}}}, {20.0, HoldGroup{GroupId{23}}}};
    Group staff = world.scenario.population.groups[0];
    staff.key = "staff", staff.is_class = false;
    world.scenario.population.groups.insert(world.scenario.population.groups.begin() + 1, staff);
    for (TimedIncident& i : world.scenario.incidents) std::get<HoldGroup>(i.what).group.value += 1;
    world.scenario.release.order = {GroupId{24}, GroupId{0}, GroupId{6}};
    auto list = list_of("班级,人数\n六（4）班,41\n一年级1班,45\n");
    REQUIRE(list);
    const auto made = import_classes(*list.value, world);
    REQUIRE(made);
    const Scenario& s = made.value->scenario;
    REQUIRE(s.population.groups.size() == 3);
    CHECK(made.value->removed.size() == 22);
    CHECK(made.value->groups_kept == 1);
    CHECK(s.population.groups[0].name.zh == "六年级4班");
    CHECK(s.population.groups[0].count == 41);
    CHECK(s.population.groups[0].route == school().scenario.population.groups[23].route);
    CHECK(s.release.order == std::vector<GroupId>{GroupId{0}, GroupId{1}});
    REQUIRE(s.incidents.size() == 1);
    CHECK(std::get<HoldGroup>(s.incidents[0].what).group == GroupId{0});
    CHECK(tables::found(made.findings, "classes.incident_left_out") != nullptr);
}

TEST_CASE("classes: a class that moves gives up the way from its old room", "[classes]") {
    const auto made = imported("班级,人数,教室\n一年级1班,45,301\n");
    REQUIRE(made);
    const Group& g = made.value->scenario.population.groups[0];
    CHECK(g.space == school().building.find_space("F3_C1"));
    CHECK_FALSE(g.route.door.valid());
    CHECK_FALSE(g.route.exit.valid());
    CHECK(g.route.spot == school().building.find_spot("spot_1_1"));
    CHECK(tables::found(made.findings, "classes.no_route") != nullptr);
}

TEST_CASE("classes: a new class gets its grade's profile and the teachers of the others", "[classes]") {
    const auto made = imported("班级,年级,人数,教室,楼梯,集合点\n9班,五年级,40,406,东,南操场集合区\n");
    REQUIRE(made);
    const Group& g = made.value->scenario.population.groups[0];
    CHECK(g.name.zh == "五年级9班");
    CHECK(g.key == "class_5_9");
    CHECK(made.value->scenario.population.profiles[g.profile.index()].key == "primary_10_12");
    CHECK(g.teachers.size() == 2);
    CHECK(g.route.stair == school().building.find_stair("ST_E"));
    CHECK(g.route.spot.valid());
}

TEST_CASE("classes: every mistake is found, with its cell", "[classes]") {
    const auto place = [](const std::string& csv, const std::string& code) -> std::string {
        const auto made = imported(csv);
        const Finding* f = tables::found(made.findings, code);
        if (f == nullptr) {
            for (const Finding& other : made.findings) UNSCOPED_INFO(other.code);
            return "";
        }
        CHECK((f->severity == Severity::error) == !made.value.has_value());
        return f->pointer;
    };
    const std::string header = "班级,人数,教室,使用门,楼梯,安全出口,集合点\n";
    CHECK(place(header + "一年级1班,,,,,,\n", "classes.no_headcount") == "B2");
    CHECK(place(header + "一年级1班,许多,,,,,\n", "classes.headcount_no_number") == "B2");
    CHECK(place(header + "一年级1班,450,,,,,\n", "classes.headcount_absurd") == "B2");
    CHECK(place(header + "一年级1班,-3,,,,,\n", "classes.headcount_none") == "B2");
    CHECK(place(header + "一年级1班,58,,,,,\n", "classes.large_class") == "B2");
    CHECK(place(header + "九年级9班,45,,,,,\n", "classes.no_room") == "C2");
    CHECK(place(header + "一年级1班,45,109,,,,\n", "classes.no_such_room") == "C2");
    CHECK(place(header + "一年级1班,45,操场,,,,\n", "classes.no_such_room") == "C2");
    CHECK(place(header + "一年级1班,45,,侧门,,,\n", "classes.no_such_door") == "D2");
    CHECK(place(header + "一年级1班,45,,,东楼梯,,\n", "classes.stair_not_needed") == "E2");
    CHECK(place(header + "五年级1班,45,,,中楼梯,,\n", "classes.no_such_stair") == "E2");
    CHECK(place(header + "五年级1班,45,,,,北门,\n", "classes.no_such_exit") == "F2");
    CHECK(place(header + "五年级1班,45,,,,,北操场\n", "classes.no_such_spot") == "G2");
    CHECK(place(header + "一(1)班,45,,,,,\n一年级1班,44,,,,,\n", "classes.twice") == "A3");
    CHECK(place(header + "一年级1班,45,101,,,,\n一年级2班,44,101,,,,\n", "classes.room_twice") == "C3");
    CHECK(place(header + "一年级1班,45,,,,,\n合计,46,,,,,\n", "classes.total_differs") == "B3");
    CHECK(place(header + ",45,,,,,\n", "classes.no_name") == "A2");
    CHECK(tables::found(imported(header + "合计,0,,,,,\n").findings, "classes.none") != nullptr);
}
