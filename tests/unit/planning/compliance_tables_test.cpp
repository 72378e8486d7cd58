// SPDX-License-Identifier: Apache-2.0
// Rows of the codes' tables that few schools meet: GB 55037's own widths, basements, halls, grade IV; and which clauses
// only recommend.
#include "tests/unit/planning/school_block.h"

using namespace muster;
using namespace muster::planning;
using namespace muster::testing;

namespace {

ComplianceVerdict top_stairs(double stair_m) {
    BlockShape shape;
    shape.stair_m = stair_m;
    for (const ComplianceLine& l :
         lines_about(checked(school_block(shape), {"gb55037"}), "gb55037", Measure::stair_width))
        if (l.subject.storey == 4) return l.verdict;
    FAIL("no line");
    return ComplianceVerdict::not_judged;
}

// A storey below the ground one, its floor `deep_m` below.
double basement_per_100(const std::string& pack, double deep_m, SpaceUse use = SpaceUse::classroom) {
    BlockShape shape;
    shape.storeys = 2;
    Building building = school_block(shape);
    for (Level& level : building.levels) level.storey -= level.storey == 1 ? 2 : 1;
    building.levels[0].elevation_m = building.levels[1].elevation_m - deep_m;
    building.spaces[building.find_space("R1").index()].use = use;
    for (const ComplianceLine& l : lines_about(checked(building, {pack}), pack, Measure::stair_width))
        if (l.subject.storey == -1) return l.per_100;
    FAIL("no line");
    return 0.0;
}

double farthest_allowed(SpaceUse use, int fire_grade, bool dead_end = false) {
    BlockShape shape;
    shape.storeys = 1;
    Building building = school_block(shape);
    building.design.fire_grade = fire_grade;
    building.spaces[building.find_space("R1").index()].use = use;
    if (dead_end) building.openings[building.find_opening("XE").index()].state = DoorState::locked;
    double least = 1e9;
    for (const ComplianceLine& l : lines_about(checked(building, {"gb50016"}), "gb50016", Measure::travel))
        least = std::min(least, l.required);
    return least;
}

std::vector<std::string> clauses_of_exit_width(const Building& building, const std::string& pack) {
    std::vector<std::string> out;
    for (const ComplianceLine& l : lines_about(checked(building, {pack}), pack, Measure::exit_width))
        out.push_back(l.clause);
    return out;
}

Building hall(bool classroom_too) {
    BuildingBuilder b;
    b.room("h", {{0, 0}, {20, 15}}, SpaceUse::hall).exit("e", "h", {{1, -0.12}, {3.25, -0.12}});
    b.room("r", {{20.24, 0}, {29, 7}}).doorway("d", "h", "r", {{20.12, 1}, {20.12, 2}});
    Building made = b.build();
    made.spaces[0].capacity = 300;
    made.spaces[1].capacity = classroom_too ? 40 : 0;
    if (!classroom_too) made.spaces[1].use = SpaceUse::storage;
    return made;
}

}  // namespace

TEST_CASE("GB 55037 has a table of widths of its own: 2.70 m for 270 persons on storey 4, a major hazard under 80 %") {
    CHECK(top_stairs(1.36) == ComplianceVerdict::pass);
    CHECK(top_stairs(1.34) == ComplianceVerdict::short_of);
    CHECK(top_stairs(1.07) == ComplianceVerdict::major_hazard);
}

TEST_CASE("Basements need 0.75 m per 100 persons, 1.00 m below 10 m and where crowds are") {
    for (const std::string pack : {"gb50016", "gb55037"}) {
        CHECK(basement_per_100(pack, 3.6) == Approx(0.75));
        CHECK(basement_per_100(pack, 10.0) == Approx(0.75));
        CHECK(basement_per_100(pack, 10.1) == Approx(1.00));
        CHECK(basement_per_100(pack, 3.6, SpaceUse::canteen) == Approx(1.00));
    }
    CHECK(basement_per_100("gb50099", 3.6) == Approx(0.80));
}

TEST_CASE("Distances to an exit have rows for grade IV") {
    CHECK(farthest_allowed(SpaceUse::classroom, 2) == Approx(35.0));
    CHECK(farthest_allowed(SpaceUse::classroom, 4) == Approx(25.0));
    CHECK(farthest_allowed(SpaceUse::classroom, 4, true) == Approx(10.0));
    CHECK(farthest_allowed(SpaceUse::nursery, 2) == Approx(25.0));
    CHECK(farthest_allowed(SpaceUse::nursery, 4) == Approx(15.0));
    CHECK(farthest_allowed(SpaceUse::nursery, 4, true) == Approx(10.0));
    CHECK(farthest_allowed(SpaceUse::dormitory, 4) == Approx(25.0));
    CHECK(farthest_allowed(SpaceUse::canteen, 4, true) == Approx(15.0));
}

TEST_CASE("A building that is but a hall goes by the clause of halls, one with a classroom too by that of the others") {
    const Building alone = hall(false);
    CHECK(clauses_of_exit_width(alone, "gb50016") == std::vector<std::string>{"5.5.20"});
    CHECK(clauses_of_exit_width(alone, "gb55037").empty());
    const auto width = lines_about(checked(alone, {"gb50016"}), "gb50016", Measure::exit_width)[0];
    CHECK(width.required == Approx(2.25));
    CHECK(width.verdict == ComplianceVerdict::pass);
    Building fuller = alone;
    fuller.spaces[0].capacity = 301;
    CHECK(lines_about(checked(fuller, {"gb50016"}), "gb50016", Measure::exit_width)[0].bad());
    CHECK(clauses_of_exit_width(hall(true), "gb50016") == std::vector<std::string>{"5.5.21"});
    CHECK(clauses_of_exit_width(hall(true), "gb55037") == std::vector<std::string>{"7.4.7"});
}

TEST_CASE("What a clause only recommends makes nothing short") {
    BlockShape shape;
    shape.stair_m = 3.1;
    Building building = school_block(shape);
    const auto rails = lines_about(checked(building, {"gbj99-86"}), "gbj99-86", Measure::middle_rail);
    REQUIRE(rails.size() == 6);
    for (const ComplianceLine& l : rails) CHECK((l.bad() && !l.mandatory && l.clause == "6.3.3"));
    for (const ComplianceLine& l : lines_about(checked(building, {"gb50099"}), "gb50099", Measure::steps_at_exit))
        CHECK_FALSE(l.mandatory);
    for (const ComplianceLine& l : lines_about(checked(building, {"gb50016"}), "gb50016", Measure::steps_at_exit))
        CHECK(l.mandatory);
    for (Space& s : building.spaces)
        if (s.use == SpaceUse::classroom) s.use = SpaceUse::nursery;
    const auto risers = lines_about(checked(building, {"jgj39"}), "jgj39", Measure::riser);
    REQUIRE_FALSE(risers.empty());
    for (const ComplianceLine& l : risers) CHECK((l.bad() && !l.mandatory));
}

TEST_CASE("A middle rail is recommended over 3.0 m, not at 3.0 m; stairs of the older code may be 30 degrees steep") {
    BlockShape shape;
    shape.stair_m = 2.95;
    Building building = school_block(shape);
    CHECK(lines_about(checked(building, {"gbj99-86"}), "gbj99-86", Measure::middle_rail).empty());
    const auto slope = [&](double riser_m) {
        for (Space& s : building.spaces)
            if (s.flight) s.flight->riser_m = riser_m;
        return lines_about(checked(building, {"gbj99-86"}), "gbj99-86", Measure::slope)[0].bad();
    };
    CHECK_FALSE(slope(0.161));  // 29.9 degrees with a tread of 0.28 m
    CHECK(slope(0.163));        // 30.2
}

TEST_CASE("Exit doors swing; access control is for somebody on the spot") {
    Building building = school_block();
    const auto leaves = [&] { return lines_about(checked(building, {"gb55037"}), "gb55037", Measure::door_leaf); };
    for (const ComplianceLine& l : leaves()) CHECK_FALSE(l.bad());
    building.openings[building.find_opening("XE").index()].leaf = Leaf::sliding;
    const auto now = leaves();
    CHECK(std::count_if(now.begin(), now.end(), [](const ComplianceLine& l) { return l.bad(); }) == 1);
    const auto unknown = lines_about(checked(building, {"gb55037"}), "gb55037", Measure::other);
    CHECK(std::any_of(unknown.begin(), unknown.end(), [](const ComplianceLine& l) { return l.clause == "7.1.7"; }));
}

TEST_CASE("No dormitory below ground by the guide to major hazards") {
    BlockShape shape;
    shape.storeys = 2;
    Building building = school_block(shape);
    for (Space& s : building.spaces)
        if (s.use == SpaceUse::classroom) s.use = SpaceUse::dormitory;
    for (const ComplianceLine& l : lines_about(checked(building, {"moe-2024-20"}), "moe-2024-20", Measure::basement))
        CHECK(l.verdict == ComplianceVerdict::pass);
    for (Level& level : building.levels) level.storey -= level.storey == 1 ? 2 : 1;
    const auto now = lines_about(checked(building, {"moe-2024-20"}), "moe-2024-20", Measure::basement);
    REQUIRE(now.size() == 2);
    CHECK(std::count_if(now.begin(), now.end(), [](const ComplianceLine& l) {
              return l.verdict == ComplianceVerdict::major_hazard && l.subject.storey == -1;
          }) == 1);
}
