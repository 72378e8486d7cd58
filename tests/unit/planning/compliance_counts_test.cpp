// SPDX-License-Identifier: Apache-2.0
// How many exits and stairs, and where one will do: for each condition a plan that just passes and one that just fails.
#include "sim/model/words.h"
#include "tests/unit/planning/school_block.h"

using namespace muster;
using namespace muster::planning;
using namespace muster::testing;

namespace {

const std::vector<std::string> one_exit_packs{"gb50016", "gb55037", "moe-2024-20", "gb50099"};

// One storey, one room, one exit.
struct House {
    SpaceUse use = SpaceUse::classroom;
    int persons = 50;
    double depth_m = 13.5;  // 14 m wide: 195.6 m2 with its walls
    SchoolStage stage = SchoolStage::secondary;
    int exits = 1;
    bool office = false;  // without a number of persons
};

Building house(const House& shape = {}) {
    BuildingBuilder b;
    b.room("r", {{0, 0}, {14, shape.depth_m}}, shape.use);
    b.exit("e", "r", {{1, -0.12}, {2.5, -0.12}});
    if (shape.exits > 1) b.exit("e2", "r", {{11, -0.12}, {12.5, -0.12}});
    if (shape.office)
        b.room("o", {{14.24, 0}, {14.5, 1.0}}, SpaceUse::office).doorway("d", "r", "o", {{14.12, 0}, {14.12, 1.0}});
    Building made = b.build();
    made.spaces[0].capacity = shape.persons;
    made.design.stage = shape.stage;
    return made;
}

ComplianceLine exits_line(const Building& building, const std::string& pack) {
    const auto lines = lines_about(checked(building, {pack}), pack, Measure::exits);
    REQUIRE(lines.size() == 1);
    return lines[0];
}

// Up to three storeys of 157 m2 each, with their walls, and one stair.
BlockShape small_school(int storeys, int persons) {
    BlockShape shape;
    shape.storeys = storeys;
    shape.persons = persons;
    shape.length_m = 8.0;
    shape.east_stair = false;
    return shape;
}

bool one_stair_will_do(const Building& building, const std::string& pack) {
    const auto lines = lines_about(checked(building, {pack}), pack, Measure::stairs);
    REQUIRE_FALSE(lines.empty());
    for (const ComplianceLine& l : lines) {
        if (l.bad()) return false;
        CHECK(l.reason == "compliance.note.small_building");
    }
    return true;
}

bool one_stair_will_do(const BlockShape& shape, int fire_grade = 2) {
    Building building = school_block(shape);
    building.design.fire_grade = fire_grade;
    const bool national = one_stair_will_do(building, "gb55037");
    CHECK(one_stair_will_do(building, "gb50016") == national);
    CHECK(one_stair_will_do(building, "moe-2024-20") == national);
    return national;
}

}  // namespace

TEST_CASE("One exit will do for a one-storey building up to 200 m2 and 50 persons") {
    for (const std::string& pack : one_exit_packs) {
        INFO(pack);
        const ComplianceLine small = exits_line(house(), pack);
        CHECK(small.verdict == ComplianceVerdict::pass);
        CHECK(small.reason == "compliance.note.small_storey");
        CHECK(exits_line(house({.persons = 51}), pack).bad());
        CHECK(exits_line(house({.depth_m = 14.0}), pack).bad());  // 196 m2 of floor, 202.7 m2 with the walls
        CHECK(exits_line(house({.persons = 51, .exits = 2}), pack).verdict == ComplianceVerdict::pass);
    }
}

TEST_CASE("A kindergarten with one exit fails, however small, whatever its rooms are called") {
    for (const std::string pack : {"gb50016", "gb55037", "moe-2024-20", "school-fire-ten"}) {
        INFO(pack);
        const ComplianceLine children = exits_line(house({.use = SpaceUse::nursery, .persons = 40}), pack);
        CHECK(children.bad());
        CHECK(children.required == 2.0);
        if (pack != "school-fire-ten") CHECK(children.reason == "compliance.note.never_spared");
        CHECK(children.verdict ==
              (pack == "moe-2024-20" ? ComplianceVerdict::major_hazard : ComplianceVerdict::short_of));
        for (const SpaceUse called : {SpaceUse::classroom, SpaceUse::hall, SpaceUse::dormitory, SpaceUse::library,
                                      SpaceUse::canteen, SpaceUse::other, SpaceUse::office}) {
            INFO(word_of(called));
            if (pack == "school-fire-ten" && called != SpaceUse::classroom) continue;  // speaks of fewer rooms
            CHECK(exits_line(house({.use = called, .persons = 40, .stage = SchoolStage::kindergarten}), pack).bad());
        }
        CHECK_FALSE(exits_line(house({.use = SpaceUse::nursery, .persons = 40, .exits = 2}), pack).bad());
    }
}

TEST_CASE("The ten fire rules know no exception") {
    CHECK(exits_line(house(), "school-fire-ten").bad());
    CHECK(one_stair_will_do(school_block(small_school(2, 10)), "gb55037"));
    CHECK(lines_about(checked(school_block(small_school(2, 10)), {"school-fire-ten"}), "school-fire-ten",
                      Measure::stairs)[0]
              .bad());
}

TEST_CASE("Whether one exit will do is not judged while a room states no persons") {
    const ComplianceLine open = exits_line(house({.office = true}), "gb55037");
    CHECK(open.verdict == ComplianceVerdict::not_judged);
    CHECK(open.reason == "compliance.why.persons_unknown");
    CHECK_FALSE(exits_line(house({.exits = 2, .office = true}), "gb55037").bad());
}

TEST_CASE("One stair will do up to three storeys of 200 m2 with 50 persons on storeys 2 and 3 together") {
    CHECK(one_stair_will_do(small_school(3, 25)));
    CHECK_FALSE(one_stair_will_do(small_school(3, 26)));
    CHECK(one_stair_will_do(small_school(2, 50)));
    CHECK_FALSE(one_stair_will_do(small_school(4, 10)));
    BlockShape large = small_school(3, 25);
    large.length_m = 12.0;  // 217 m2
    CHECK_FALSE(one_stair_will_do(large));
}

TEST_CASE("One stair: grade III 25 persons, grade IV two storeys and 15") {
    CHECK(one_stair_will_do(small_school(3, 12), 3));
    CHECK_FALSE(one_stair_will_do(small_school(3, 13), 3));
    CHECK(one_stair_will_do(small_school(2, 15), 4));
    CHECK_FALSE(one_stair_will_do(small_school(2, 16), 4));
    CHECK_FALSE(one_stair_will_do(small_school(3, 5), 4));
}

TEST_CASE("One stair never will do for children's rooms, nor where there is a basement") {
    Building building = school_block(small_school(3, 10));
    for (Space& s : building.spaces)
        if (s.use == SpaceUse::classroom) s.use = SpaceUse::nursery;
    CHECK_FALSE(one_stair_will_do(building, "gb55037"));
    Building deep = school_block(small_school(3, 10));
    for (Level& level : deep.levels) level.storey -= level.storey == 1 ? 2 : 1;  // -1, 1, 2
    CHECK_FALSE(one_stair_will_do(deep, "gb55037"));
}

TEST_CASE("A small building of several storeys may have one exit, but no more than 50 persons on the ground storey") {
    Building building = school_block(small_school(3, 25));
    building.openings[building.find_opening("XE").index()].state = DoorState::locked;
    CHECK_FALSE(exits_line(building, "gb55037").bad());
    building.spaces[building.find_space("R1").index()].capacity = 51;
    CHECK(exits_line(building, "gb55037").bad());
    CHECK(one_stair_will_do(building, "gb55037"));
}

TEST_CASE("GB 50099: one entrance of a school of the lower grades is left to a person, up to 500 m2, grades I and II") {
    const auto entrance = [](int storeys, double length_m, SchoolStage stage, int fire_grade) {
        BlockShape shape = small_school(storeys, 60);
        shape.length_m = length_m;
        Building building = school_block(shape);
        building.design.stage = stage;
        building.design.fire_grade = fire_grade;
        building.openings[building.find_opening("XE").index()].state = DoorState::locked;
        return exits_line(building, "gb50099");
    };
    const ComplianceLine open = entrance(2, 8.0, SchoolStage::primary, 2);
    CHECK(open.verdict == ComplianceVerdict::not_judged);
    CHECK(open.reason == "compliance.why.lower_primary");
    CHECK(entrance(2, 8.0, SchoolStage::secondary, 2).bad());
    CHECK(entrance(2, 8.0, SchoolStage::primary, 3).bad());
    CHECK(entrance(3, 12.0, SchoolStage::primary, 2).bad());
}
