// SPDX-License-Identifier: Apache-2.0
// Total clear widths: reference calculations by hand, for four storeys of 270 persons each.
#include "tests/unit/planning/school_block.h"

using namespace muster;
using namespace muster::planning;

namespace {

ComplianceLine stairs_of_storey(const ComplianceResult& result, const std::string& pack, int storey) {
    for (const ComplianceLine& l : lines_about(result, pack, Measure::stair_width))
        if (l.subject.storey == storey) return l;
    FAIL("no line for this storey");
    return {};
}

ComplianceResult with_stairs(double stair_m) {
    BlockShape shape;
    shape.stair_m = stair_m;
    return checked(school_block(shape), {"gb50099", "gb50016"});
}

}  // namespace

TEST_CASE("Storey 4 with 270 persons needs 2.84 m by GB 50099 and 2.70 m by GB 50016") {
    const auto result = with_stairs(1.8);
    const auto school = stairs_of_storey(result, "gb50099", 4), fire = stairs_of_storey(result, "gb50016", 4);
    CHECK(school.required == Approx(2.835));
    CHECK(*school.major_below == Approx(2.268));
    CHECK(school.per_100 == Approx(1.05));
    CHECK(school.persons == 270);
    CHECK(school.reading == StoreyReading::of_the_storey);
    CHECK(fire.required == Approx(2.70));
    CHECK(*fire.major_below == Approx(2.16));
    CHECK(fire.reading == StoreyReading::of_the_building);
    CHECK_FALSE(school.verified);
}

TEST_CASE("Two stairs of 1.80 m pass with a ratio of 1.27") {
    const auto line = stairs_of_storey(with_stairs(1.8), "gb50099", 4);
    CHECK(line.actual == Approx(3.60));
    CHECK(line.ratio == Approx(1.27).margin(0.005));
    CHECK(line.verdict == ComplianceVerdict::pass);
}

TEST_CASE("Two stairs of 1.20 m are short, but above the line of direct judgement") {
    const auto line = stairs_of_storey(with_stairs(1.2), "gb50099", 4);
    CHECK(line.ratio == Approx(0.85).margin(0.005));
    CHECK(line.verdict == ComplianceVerdict::short_of);
}

TEST_CASE(
    "Two stairs of 1.10 m are a major hazard by one code and merely short by the other; the stricter is proposed") {
    const auto result = with_stairs(1.1);
    const auto school = stairs_of_storey(result, "gb50099", 4), fire = stairs_of_storey(result, "gb50016", 4);
    CHECK(school.ratio == Approx(0.78).margin(0.005));
    CHECK(school.verdict == ComplianceVerdict::major_hazard);
    CHECK(fire.ratio == Approx(0.81).margin(0.005));
    CHECK(fire.verdict == ComplianceVerdict::short_of);
    CHECK(school.proposed);
    CHECK_FALSE(fire.proposed);
    CHECK(result.anything_short());
}

TEST_CASE("A lower stair serves the storey above it that needs most") {
    Building building = school_block();
    building.spaces[building.find_space("R3").index()].capacity = 500;  // 500 x 0.80 > 270 x 1.05
    const auto result = checked(building, {"gb50099"});
    CHECK(stairs_of_storey(result, "gb50099", 4).required == Approx(2.835));
    CHECK(stairs_of_storey(result, "gb50099", 3).required == Approx(4.0));
    const auto second = stairs_of_storey(result, "gb50099", 2);
    CHECK(second.required == Approx(4.0));
    CHECK(second.reason == "compliance.note.storey_needs_most");
    REQUIRE(lines_about(result, "gb50099", Measure::exit_width).size() == 1);
    CHECK(lines_about(result, "gb50099", Measure::exit_width)[0].required == Approx(4.0));
}

TEST_CASE("The two codes count storeys differently: the second storey of three") {
    BlockShape shape;
    shape.storeys = 3;
    Building building = school_block(shape);
    building.spaces[building.find_space("R3").index()].capacity = 10;
    const auto result = checked(building, {"gb50099", "gb50016"});
    CHECK(stairs_of_storey(result, "gb50099", 2).per_100 == Approx(0.70));  // where the storey lies
    CHECK(stairs_of_storey(result, "gb50016", 2).per_100 == Approx(0.75));  // a building of three storeys
    CHECK(stairs_of_storey(result, "gb50016", 2).proposed);
}

TEST_CASE("The fire grade picks the row; where it is not stated II is assumed, and said so") {
    Building building = school_block();
    const auto has_assumption = [](const ComplianceResult& r) {
        return std::find(r.assumptions.begin(), r.assumptions.end(), "compliance.assume.fire_grade") !=
               r.assumptions.end();
    };
    CHECK(has_assumption(checked(building, {"gb50099"})));
    building.design.fire_grade = 3;
    const auto grade_3 = checked(building, {"gb50099"});
    CHECK_FALSE(has_assumption(grade_3));
    CHECK(stairs_of_storey(grade_3, "gb50099", 4).required == Approx(270 * 1.30 / 100));
    building.design.fire_grade = 4;  // the table has no row for storey 4
    const auto grade_4 = checked(building, {"gb50099"});
    CHECK(stairs_of_storey(grade_4, "gb50099", 4).verdict == ComplianceVerdict::not_judged);
    CHECK(stairs_of_storey(grade_4, "gb50099", 4).reason == "compliance.why.no_row");
}

TEST_CASE("A locked exit gives no width, and the line says so") {
    Building building = school_block();
    building.openings[building.find_opening("XE").index()].state = DoorState::locked;
    const auto result = checked(building, {"gb50099", "school-fire-ten", "moe-2024-20"});
    const auto exits = lines_about(result, "gb50099", Measure::exit_width);
    REQUIRE(exits.size() == 1);
    CHECK(exits[0].actual == Approx(2.0));
    CHECK(exits[0].verdict == ComplianceVerdict::major_hazard);
    CHECK(exits[0].reason == "compliance.note.locked");
    const auto count = lines_about(result, "moe-2024-20", Measure::exits);
    REQUIRE(count.size() == 1);
    CHECK(count[0].verdict == ComplianceVerdict::major_hazard);
    CHECK(lines_about(result, "school-fire-ten", Measure::locked).size() == 2);  // one locked, the rest as one line
}

TEST_CASE("The narrowest flight on the way to the next storey counts, not those farther down") {
    Building building = school_block();
    building.spaces[building.find_space("w1").index()].flight->clear_width_m = 1.2;
    const auto result = checked(building, {"gb50099"});
    CHECK(stairs_of_storey(result, "gb50099", 2).actual == Approx(3.0));
    CHECK(stairs_of_storey(result, "gb50099", 3).actual == Approx(3.6));
}

TEST_CASE("A middle rail divides a flight and takes nothing from the total") {
    Building building = school_block();
    Flight& flight = *building.spaces[building.find_space("w3").index()].flight;
    flight.clear_width_m = 2.4;
    CHECK(stairs_of_storey(checked(building, {"gb50099"}), "gb50099", 4).actual == Approx(4.2));
    const auto without = lines_about(checked(building, {"gb50099"}), "gb50099", Measure::middle_rail);
    REQUIRE(without.size() == 1);
    CHECK(without[0].verdict == ComplianceVerdict::short_of);
    flight.middle_rail = true;
    const auto with = lines_about(checked(building, {"gb50099"}), "gb50099", Measure::half_flight);
    REQUIRE(with.size() == 1);
    CHECK(with[0].verdict == ComplianceVerdict::pass);
}

TEST_CASE("Persons come from the population, else from capacities, else from areas, and the line tells which") {
    Building building = school_block();
    Population population;
    Group group;
    group.space = building.find_space("R4");
    group.count = 98;
    group.teachers = {TeacherPlace::front, TeacherPlace::rear};
    population.groups.push_back(group);
    const auto by_scenario = people_in(building, &population);
    CHECK(by_scenario.persons[group.space.index()] == 100);
    CHECK(by_scenario.persons[building.find_space("R1").index()] == 0);
    const auto result = check_compliance(building, by_scenario, packs_of({"gb50016"}));
    CHECK(stairs_of_storey(result, "gb50016", 4).people == PeopleBasis::scenario);
    for (Space& space : building.spaces) space.capacity = 0;
    building.design.stage = SchoolStage::secondary;
    const auto assumed = people_in(building);
    CHECK(assumed.basis[group.space.index()] == PeopleBasis::assumed);
    CHECK(assumed.persons[group.space.index()] == 258);  // 30 x 12 m at 1.39 m2
}

TEST_CASE("The foreign codes stand beside: no verdict of the school's") {
    const auto result = checked(school_block(), {"nfpa101", "adb-bb100", "br18"});
    CHECK(stairs_of_storey(result, "nfpa101", 4).required == Approx(270 * 0.0076));
    CHECK(lines_about(result, "adb-bb100", Measure::exit_width)[0].required == Approx(1.05 + 50 * 0.005));
    CHECK(stairs_of_storey(result, "br18", 2).required == Approx(2.70));
    CHECK_FALSE(result.anything_short());
    for (const ComplianceLine& line : result.lines) CHECK(line.comparison);
}

TEST_CASE("A corridor between two stairs must carry half of its storey; one that leads to a single stair, all of it") {
    BlockShape shape;
    shape.corridor_m = 1.2;
    const auto corridor = [&](const BlockShape& of, const std::string& pack) {
        for (const ComplianceLine& l : lines_about(checked(school_block(of), {pack}), pack, Measure::corridor_total))
            if (l.verdict != ComplianceVerdict::pass || l.things == 4) return l;
        FAIL("no line");
        return ComplianceLine{};
    };
    const ComplianceLine halves = corridor(shape, "gb50099");
    CHECK(halves.required == Approx(135 * 1.05 / 100));  // storey 4
    CHECK(halves.persons == 135);
    CHECK(halves.actual == Approx(1.2));
    CHECK(halves.verdict == ComplianceVerdict::short_of);
    CHECK(halves.per_100 == Approx(1.05));
    CHECK_FALSE(halves.verified);
    CHECK(corridor(shape, "gb50016").required == Approx(135 * 1.00 / 100));
    shape.corridor_m = 2.4;
    CHECK(corridor(shape, "gb50099").verdict == ComplianceVerdict::pass);
    shape.east_stair = false;
    const ComplianceLine all = corridor(shape, "gb50099");
    CHECK(all.required == Approx(2.835));
    CHECK(all.verdict == ComplianceVerdict::short_of);
    CHECK_FALSE(all.major_below);
}

TEST_CASE("The doors of a room together are as wide as its persons need") {
    BlockShape shape;
    shape.storeys = 1;
    const auto room = [&](int persons) {
        shape.persons = persons;
        return lines_about(checked(school_block(shape), {"gb50099"}), "gb50099", Measure::room_width).at(0);
    };
    const ComplianceLine class_of_45 = room(45);
    CHECK(class_of_45.required == Approx(0.315));  // 0.70 m per 100 on storey 1
    CHECK(class_of_45.actual == Approx(2.0));      // two doors of 1.0 m
    CHECK(class_of_45.verdict == ComplianceVerdict::pass);
    CHECK(room(285).verdict == ComplianceVerdict::pass);
    CHECK(room(286).verdict == ComplianceVerdict::short_of);  // 2.002 m
    Building building = school_block(shape);
    building.openings[building.find_opening("Da1").index()].state = DoorState::locked;
    CHECK(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::room_width).at(0).actual == Approx(1.0));
}
