// SPDX-License-Identifier: Apache-2.0
// Distances, dead ends, corridors, doors and stairs.
#include "sim/planning/clear_width.h"
#include "sim/planning/code_site.h"
#include "sim/planning/rule_lines.h"
#include "tests/unit/planning/school_block.h"

using namespace muster;
using namespace muster::planning;
using namespace muster::testing;

namespace {

std::vector<ComplianceLine> bad_ones(const std::vector<ComplianceLine>& lines) {
    std::vector<ComplianceLine> out;
    for (const ComplianceLine& l : lines)
        if (l.bad()) out.push_back(l);
    return out;
}

}  // namespace

TEST_CASE("Travel is walked from the room's door to the nearest stair, and open stairs shorten what is allowed") {
    const auto result = checked(school_block(), {"gb50016"});
    const auto travel = lines_about(result, "gb50016", Measure::travel);
    REQUIRE(travel.size() == 1);  // all pass alike
    CHECK(travel[0].things == 8);
    CHECK(travel[0].verdict == ComplianceVerdict::pass);
    CHECK(travel[0].required == Approx(30.0));  // 35 m between two exits, less 5 m for stairs that are not enclosed
    CHECK(travel[0].actual == Approx(5.6).margin(1.0));  // from x = 2.5 to the stair's mouth at x = -4 to -2.2
}

TEST_CASE("Without the east stair the far door lies on a dead end, whose length is told") {
    BlockShape shape;
    shape.length_m = 40.0;
    shape.east_stair = false;
    const auto result = checked(school_block(shape), {"gb50016", "nfpa101"});
    const auto far = bad_ones(lines_about(result, "gb50016", Measure::travel));
    REQUIRE(far.size() == 3);                // storeys 2 to 4
    CHECK(far[0].required == Approx(20.0));  // 22 m on a dead end, less 2 m
    CHECK(far[0].actual == Approx(39.4).margin(0.6));
    CHECK(far[0].reason == "compliance.note.dead_end");
    const auto stairs = lines_about(result, "gb50016", Measure::stairs);
    CHECK(bad_ones(stairs).size() == 3);
    const auto blind = lines_about(result, "nfpa101", Measure::dead_end);
    CHECK(std::any_of(blind.begin(), blind.end(), [](const ComplianceLine& l) { return l.actual > 39.0; }));
}

TEST_CASE("The way through an obstacle is walked round") {
    BlockShape shape;
    shape.storeys = 1;
    Building building = school_block(shape);
    const auto before = lines_about(checked(building, {"gb50016"}), "gb50016", Measure::travel);
    building.openings[building.find_opening("XW").index()].state = DoorState::locked;
    building.openings[building.find_opening("Db1").index()].state = DoorState::locked;
    const auto after = lines_about(checked(building, {"gb50016"}), "gb50016", Measure::travel);
    REQUIRE(after.size() == 1);
    CHECK(before[0].actual < 8.0);
    CHECK(after[0].actual == Approx(31.6).margin(1.0));  // to the other end
    CHECK(after[0].verdict == ComplianceVerdict::short_of);
}

TEST_CASE("Doors: width, swing, leaf; a swing that is not stated is not judged") {
    Building building = school_block();
    Opening& door = building.openings[building.find_opening("Da2").index()];
    const auto result = [&] { return checked(building, {"gb50099", "gb55037"}); };
    auto swings = lines_about(result(), "gb50099", Measure::door_swing);
    REQUIRE(swings.size() == 1);
    CHECK(swings[0].verdict == ComplianceVerdict::not_judged);
    CHECK(swings[0].things == 8);
    CHECK(swings[0].reason == "compliance.why.swing_not_stated");
    door.swings_into = door.from;  // into the room
    CHECK(bad_ones(lines_about(result(), "gb55037", Measure::door_swing)).size() == 1);
    door.swings_into = door.to;
    CHECK(bad_ones(lines_about(result(), "gb55037", Measure::door_swing)).empty());
    door.leaf = Leaf::sliding;
    CHECK(bad_ones(lines_about(result(), "gb50099", Measure::door_leaf)).size() == 1);
    door.clear_width_m = 0.85;
    const auto narrow = bad_ones(lines_about(result(), "gb50099", Measure::door_width));
    REQUIRE(narrow.size() == 1);
    CHECK(narrow[0].subject.opening == building.find_opening("Da2"));
    CHECK(bad_ones(lines_about(result(), "gb55037", Measure::door_width)).empty());  // 0.80 m there
}

TEST_CASE("One door will do for a small room between two exits or beside a dead end, not for a large one") {
    BlockShape shape;
    shape.storeys = 1;
    Building building = school_block(shape);
    building.openings[building.find_opening("Db1").index()].state = DoorState::locked;
    CHECK(bad_ones(lines_about(checked(building, {"gb50016"}), "gb50016", Measure::room_doors)).size() == 1);
    Building small = BuildingBuilder()
                         .corridor("c", {{0, 0}, {30, 2.4}})
                         .room("r", {{10, 2.64}, {19, 9.64}})
                         .door("d", "r", "c", {{11, 2.52}, {12, 2.52}})
                         .exit("w", "c", {{0, 0.2}, {0, 2.0}})
                         .exit("e", "c", {{30, 0.2}, {30, 2.0}})
                         .build();
    const auto lines = lines_about(checked(small, {"gb50016"}), "gb50016", Measure::room_doors);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].verdict == ComplianceVerdict::pass);
    CHECK(lines[0].reason == "compliance.note.one_door");
    small.openings[small.find_opening("e").index()].state = DoorState::locked;  // now beside a dead end
    CHECK(bad_ones(lines_about(checked(small, {"gb50016"}), "gb50016", Measure::room_doors)).empty());
}

TEST_CASE("A corridor is as wide as its narrowest place, and what stands in it counts") {
    Building building = BuildingBuilder()
                            .space("c", {{0, 0}, {10, 0}, {10, 0.4}, {11, 0.4}, {11, 0}, {30, 0}, {30, 2.4}, {0, 2.4}},
                                   SpaceUse::corridor)
                            .build();
    CHECK(clear_width(building, building.find_space("c")).m == Approx(2.0));
    Building furnished = BuildingBuilder()
                             .corridor("c", {{0, 0}, {30, 2.4}})
                             .obstacle("box", "c", Box{{5, 0}, {6, 0.9}}, ObstacleKind::cabinet)
                             .build();
    CHECK(clear_width(furnished, furnished.find_space("c")).m == Approx(1.5));
}

TEST_CASE("Rooms on one side or on both decide what a corridor needs") {
    BlockShape shape;
    shape.corridor_m = 2.0;
    shape.exit_m = 1.8;
    shape.storeys = 1;
    CHECK(bad_ones(lines_about(checked(school_block(shape), {"gb50099"}), "gb50099", Measure::corridor_width)).empty());
    const Building both = BuildingBuilder()
                              .corridor("c", {{0, 0}, {30, 2.0}})
                              .room("a", {{0, 2.24}, {9, 9.24}})
                              .room("b", {{0, -7.24}, {9, -0.24}})
                              .door("da", "a", "c", {{1, 2.12}, {2, 2.12}})
                              .door("db", "b", "c", {{1, -0.12}, {2, -0.12}})
                              .exit("e", "c", {{30, 0.2}, {30, 1.8}})
                              .build();
    const auto lines = bad_ones(lines_about(checked(both, {"gb50099"}), "gb50099", Measure::corridor_width));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].required == Approx(2.4));
}

TEST_CASE("Stairs: steps, tread and riser by the stage of the school, streams, rails") {
    Building building = school_block();  // 24 steps of 0.15 m in one flight
    CHECK(bad_ones(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::flight_steps)).size() == 6);
    for (Space& s : building.spaces)
        if (s.flight) s.flight->tread_m = 0.27;
    CHECK(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::tread)[0].reason ==
          "compliance.why.stage_not_stated");
    building.design.stage = SchoolStage::primary;
    CHECK(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::tread)[0].verdict == ComplianceVerdict::pass);
    building.design.stage = SchoolStage::secondary;
    CHECK(bad_ones(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::tread)).size() == 6);
    Flight& flight = *building.spaces[building.find_space("w1").index()].flight;
    flight.clear_width_m = 1.65;  // two streams and 0.45 m
    const auto streams = bad_ones(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::flight_streams));
    REQUIRE(streams.size() == 1);
    CHECK(streams[0].actual == Approx(0.45));
    CHECK(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::handrails)[0].verdict ==
          ComplianceVerdict::not_judged);
    for (Space& s : building.spaces)
        if (s.flight) s.flight->handrails = 1;  // 1.80 m is three streams: both sides
    CHECK(bad_ones(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::handrails)).size() == 5);
}

TEST_CASE("A teaching room above the storey allowed, and children below ground") {
    BlockShape shape;
    shape.storeys = 5;
    Building building = school_block(shape);
    CHECK(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::highest_storey).size() == 2);
    building.design.stage = SchoolStage::primary;
    const auto high = bad_ones(lines_about(checked(building, {"gb50099"}), "gb50099", Measure::highest_storey));
    REQUIRE(high.size() == 1);
    CHECK(high[0].subject.space == building.find_space("R5"));
    for (Space& s : building.spaces)
        if (s.use == SpaceUse::classroom) s.use = SpaceUse::nursery;
    for (Level& level : building.levels) level.storey -= level.storey == 1 ? 2 : 1;  // -1, 1, 2, 3, 4
    const auto result = checked(building, {"jgj39", "moe-2024-20"});
    CHECK(bad_ones(lines_about(result, "jgj39", Measure::basement)).size() == 1);
    CHECK(bad_ones(lines_about(result, "jgj39", Measure::highest_storey)).size() == 1);
    CHECK(bad_ones(lines_about(result, "moe-2024-20", Measure::basement))[0].verdict ==
          ComplianceVerdict::major_hazard);
}

TEST_CASE("Two buildings on one site are counted each by itself") {
    BuildingBuilder b;
    b.yard("yard", {{-20, -20}, {60, -0.24}});
    for (const auto& [key, x] : {std::pair{std::string("a"), 0.0}, std::pair{std::string("b"), 20.0}}) {
        b.room(key, {{x, 0}, {x + 9, 7}});
        b.door("d" + key, key, "yard", {{x + 1, -0.12}, {x + 2, -0.12}});
    }
    const auto result = checked(b.build(), {"gb50016"});
    CHECK(result.blocks.size() == 2);
    CHECK(lines_about(result, "gb50016", Measure::exits).size() == 2);
}

TEST_CASE("Assembly areas: room for everybody, and away from what burns") {
    const Building building = BuildingBuilder()
                                  .room("gas", {{0, 0}, {3, 3}}, SpaceUse::gas_store)
                                  .room("r", {{10, 0}, {19, 7}})
                                  .yard("yard", {{0, -40}, {60, -0.24}})
                                  .door("d", "r", "yard", {{11, -0.12}, {12, -0.12}})
                                  .assembly("near", "yard", {{0, -20}, {10, -10}})
                                  .build();
    const auto result = checked(building, {"assembly"});
    CHECK(lines_about(result, "assembly", Measure::assembly_area)[0].verdict == ComplianceVerdict::pass);
    const auto near = lines_about(result, "assembly", Measure::assembly_distance);
    REQUIRE(near.size() == 1);
    CHECK(near[0].actual == Approx(10.0));
    CHECK(near[0].verdict == ComplianceVerdict::short_of);
    CHECK_FALSE(result.anything_short());  // a recommendation
}

TEST_CASE("What the plan does not tell is listed, not passed over; a pack that does not apply says so") {
    const auto result = checked(school_block(), {"gb50099", "jgj36"});
    const auto unknown = lines_about(result, "gb50099", Measure::other);
    CHECK(unknown.size() == 4);
    for (const auto& line : unknown) CHECK(line.verdict == ComplianceVerdict::not_judged);
    const auto dormitory = lines_about(result, "jgj36", Measure::other);
    REQUIRE(dormitory.size() == 1);
    CHECK(dormitory[0].reason == "compliance.why.does_not_apply");
}
