// SPDX-License-Identifier: Apache-2.0
// Rooms with one door by where they lie, and how far it is within a room.
#include "sim/planning/code_site.h"
#include "sim/planning/room_reach.h"
#include "tests/unit/planning/school_block.h"

using namespace muster;
using namespace muster::planning;
using namespace muster::testing;

namespace {

// A corridor of 30 m with its only exit in the west, so all of it is a dead end; one room, beside it or at its end.
struct OneRoom {
    SpaceUse use = SpaceUse::classroom;
    Vec2 size_m{10.0, 7.0};
    double door_m = 1.0;
    bool at_end = false;
};

Building dead_end(const OneRoom& shape = {}) {
    BuildingBuilder b;
    b.corridor("c", {{0, 0}, {30, 2.4}});
    const Vec2 low = shape.at_end ? Vec2{30.24, -2.0} : Vec2{15.0, 2.64};
    b.room("r", {low, low + shape.size_m}, shape.use);
    if (shape.at_end)
        b.door("d", "r", "c", {{30.12, 0.5}, {30.12, 0.5 + shape.door_m}});
    else
        b.door("d", "r", "c", {{16.0, 2.52}, {16.0 + shape.door_m, 2.52}});
    Building made = b.exit("w", "c", {{0, 0.2}, {0, 2.0}}).build();
    made.spaces[1].capacity = 30;
    return made;
}

bool one_door_will_do(const OneRoom& shape, const std::string& pack) {
    const auto lines = lines_about(checked(dead_end(shape), {pack}), pack, Measure::room_doors);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].bad() == lines[0].reason.empty());
    return !lines[0].bad();
}

bool by_both(const OneRoom& shape) {
    const bool old = one_door_will_do(shape, "gb50016");
    CHECK(one_door_will_do(shape, "gb55037") == old);
    return old;
}

// Two doors in the west wall, 20 m apart at most.
struct Hall {
    SpaceUse use = SpaceUse::canteen;
    double length_m = 27.0;
    int doors = 2, fire_grade = 2;
};

ComplianceLine inside(const Hall& shape) {
    Building b = BuildingBuilder()
                     .room("r", {{0, 0}, {shape.length_m, 12}}, shape.use)
                     .exit("a", "r", {{-0.12, 2}, {-0.12, 4}})
                     .exit("b", "r", {{-0.12, 8}, {-0.12, 10}})
                     .build();
    b.spaces[0].capacity = 100;
    b.design.fire_grade = shape.fire_grade;
    if (shape.doors < 2) b.openings[1].state = DoorState::locked;
    const auto lines = lines_about(checked(b, {"gb50016"}), "gb50016", Measure::room_travel);
    REQUIRE(lines.size() == 1);
    return lines[0];
}

RoomReach reach_of(const Building& building) {
    const PeopleInBuilding people = people_in(building);
    const auto blocks = blocks_of(building, people);
    const routing::Navigation navigation(building);
    const CodeSite site(building, navigation, people, blocks);
    return room_reach(site, building.find_space("r"), site.doors_of(building.find_space("r")));
}

}  // namespace

TEST_CASE("One door will do for a teaching room up to 75 m2 beside a dead end, not for one at its end") {
    CHECK(by_both({.size_m = {10.0, 7.0}}));        // 74.1 m2 with its walls
    CHECK_FALSE(by_both({.size_m = {10.2, 7.0}}));  // 75.5 m2
    CHECK_FALSE(by_both({.size_m = {6.0, 6.0}, .at_end = true}));
}

TEST_CASE("One door will do for a children's room up to 50 m2 beside a dead end, not for one at its end") {
    CHECK(by_both({.use = SpaceUse::nursery, .size_m = {6.5, 7.0}}));        // 48.7 m2
    CHECK_FALSE(by_both({.use = SpaceUse::nursery, .size_m = {7.0, 7.0}}));  // 52.4 m2
    CHECK_FALSE(by_both({.use = SpaceUse::nursery, .size_m = {4.0, 4.4}, .at_end = true}));
}

TEST_CASE("Other rooms: 120 m2 beside a dead end; at its end 50 m2, or 200 m2 with a wide door within 15 m") {
    const SpaceUse office = SpaceUse::office;
    CHECK(by_both({.use = office, .size_m = {15.0, 7.5}}));        // 117.9 m2
    CHECK_FALSE(by_both({.use = office, .size_m = {15.0, 7.8}}));  // 122.5 m2
    CHECK(by_both({.use = office, .size_m = {6.0, 7.0}, .at_end = true}));
    CHECK_FALSE(by_both({.use = office, .size_m = {8.0, 7.0}, .at_end = true}));
    CHECK(by_both({.use = office, .size_m = {8.0, 7.0}, .door_m = 1.4, .at_end = true}));
    CHECK_FALSE(by_both({.use = office, .size_m = {16.0, 7.0}, .door_m = 1.4, .at_end = true}));  // over 15 m
    CHECK(one_door_will_do({.use = office, .size_m = {6.0, 7.0}, .door_m = 0.9, .at_end = true}, "gb50016"));
    CHECK_FALSE(one_door_will_do({.use = office, .size_m = {6.0, 7.0}, .door_m = 0.85, .at_end = true}, "gb50016"));
    CHECK(one_door_will_do({.use = office, .size_m = {6.0, 7.0}, .door_m = 0.85, .at_end = true}, "gb55037"));
}

TEST_CASE("GB 50099: one door will do at a dead end's end only, 1.50 m wide and within 15 m") {
    CHECK(one_door_will_do({.door_m = 1.5, .at_end = true}, "gb50099"));
    CHECK_FALSE(one_door_will_do({.door_m = 1.4, .at_end = true}, "gb50099"));
    CHECK_FALSE(one_door_will_do({.size_m = {16.0, 7.0}, .door_m = 1.5, .at_end = true}, "gb50099"));
    CHECK_FALSE(one_door_will_do({.door_m = 1.5}, "gb50099"));
}

TEST_CASE("Between two exits a door in an end wall is at no corridor's end") {
    const Building both = BuildingBuilder()
                              .corridor("c", {{0, 0}, {30, 2.4}})
                              .room("r", {{30.24, -2}, {36.24, 4}})
                              .door("d", "r", "c", {{30.12, 0.5}, {30.12, 1.5}})
                              .exit("w", "c", {{0, 0.2}, {0, 2.0}})
                              .exit("e", "c", {{28.0, -0.01}, {29.5, -0.01}})
                              .build();
    CHECK_FALSE(lines_about(checked(both, {"gb50016"}), "gb50016", Measure::room_doors)[0].bad());
}

TEST_CASE("Canteens and halls: 30 m within the room for grades I and II with two doors, else the dead-end limit") {
    CHECK(inside({}).required == Approx(30.0));
    CHECK_FALSE(inside({.length_m = 29.5}).bad());
    CHECK(inside({.length_m = 31.0}).bad());
    CHECK(inside({.doors = 1}).required == Approx(22.0));
    CHECK(inside({.doors = 1}).bad());
    CHECK_FALSE(inside({.length_m = 20.0, .doors = 1}).bad());
    CHECK(inside({.fire_grade = 3}).required == Approx(20.0));
    CHECK(inside({.fire_grade = 4}).required == Approx(15.0));
    CHECK(inside({.use = SpaceUse::hall}).required == Approx(30.0));
    CHECK(inside({.use = SpaceUse::hall, .fire_grade = 4}).required == Approx(10.0));
}

TEST_CASE("Libraries, classrooms, dormitories and children's rooms go by the dead-end limit however many doors") {
    CHECK(inside({.use = SpaceUse::library}).required == Approx(22.0));
    CHECK(inside({.use = SpaceUse::library}).bad());
    CHECK_FALSE(inside({.use = SpaceUse::library, .length_m = 21.5}).bad());
    CHECK(inside({.use = SpaceUse::nursery}).required == Approx(20.0));
    CHECK(inside({.use = SpaceUse::nursery, .fire_grade = 4}).required == Approx(10.0));
    CHECK(inside({.use = SpaceUse::dormitory, .fire_grade = 4}).required == Approx(15.0));
    CHECK(inside({.use = SpaceUse::classroom, .fire_grade = 4}).required == Approx(10.0));
}

TEST_CASE("Within a room the straight distance counts, over furniture but round walls; the walked one stands beside") {
    BuildingBuilder b;
    b.room("r", {{0, 0}, {20, 8}}).exit("d", "r", {{-0.12, 0.5}, {-0.12, 1.5}});
    const RoomReach empty = reach_of(b.build());
    CHECK(empty.straight_m == Approx(21.0).margin(0.4));  // to the far corner: 20.1 by 6.5 m
    CHECK(empty.walked_m == Approx(empty.straight_m).margin(0.6));
    CHECK(empty.walked_m >= empty.straight_m);
    const RoomReach shelves = reach_of(b.obstacle("s", "r", Box{{10, 0}, {10.4, 7}}, ObstacleKind::shelf).build());
    CHECK(shelves.straight_m == Approx(empty.straight_m).margin(0.05));
    CHECK(shelves.walked_m > shelves.straight_m + 1.0);
    const RoomReach bent =
        reach_of(BuildingBuilder()
                     .space("r", {{0, 0}, {20, 0}, {20, 20}, {16, 20}, {16, 4}, {0, 4}}, SpaceUse::classroom)
                     .exit("d", "r", {{-0.12, 0.5}, {-0.12, 1.5}})
                     .build());
    CHECK(bent.straight_m == Approx(bent.walked_m));
    CHECK(bent.straight_m > 32.0);
}

TEST_CASE("A door's walked distance has the straight one beside it") {
    const auto lines = lines_about(checked(dead_end(), {"gb50016"}), "gb50016", Measure::travel);
    REQUIRE(lines.size() == 1);
    REQUIRE(lines[0].beside_m);
    CHECK(*lines[0].beside_m == Approx(16.0).margin(0.1));
    CHECK(*lines[0].beside_m <= lines[0].actual);
}
