// SPDX-License-Identifier: Apache-2.0
// One operation of the layout editor at a time.
#include <algorithm>
#include <catch2/catch.hpp>

#include "floorplans/writer.h"
#include "render/viewer/edit/edit_contents.h"
#include "render/viewer/edit/edit_levels.h"
#include "render/viewer/edit/edit_openings.h"
#include "render/viewer/edit/edit_removal.h"
#include "render/viewer/edit/edit_spaces.h"
#include "render/viewer/edit/edit_stairs.h"
#include "render/viewer/edit/plan_edit.h"
#include "tests/unit/viewer/small_plan.h"

using namespace muster;
using namespace muster::viewer;

TEST_CASE("editing: a door is put on the wall between two rooms, as wide as asked for", "[viewer]") {
    const Building b = two_rooms_and_corridor();
    const Edited e = add_opening(b, LevelId{0}, {4.0, 7.05}, {1.2, OpeningKind::door, Leaf::double_leaf});
    REQUIRE(e);
    const Opening& door = e.building->openings.back();
    CHECK(e.building->space(door.from).key == "f1_room_1");
    CHECK(e.building->space(door.to).key == "f1_corridor_1");
    CHECK(door.at == Segment{{3.4, 7.12}, {4.6, 7.12}});
    CHECK(door.clear_width_m == 1.2);
    CHECK(stands(*e.building, door));
    CHECK(add_opening(b, LevelId{0}, {4.0, 3.0}, {}).refusal == "edit.refuse.no_wall");
}

TEST_CASE("editing: near the end of a wall the door moves in; where the wall is short it is as wide as the wall",
          "[viewer]") {
    Building b = two_rooms_and_corridor();
    const Edited e = add_opening(b, LevelId{0}, {8.95, 7.1}, {1.0});
    REQUIRE(e);
    CHECK(e.building->openings.back().at.b.x <= 8.96);
    const Edited room = add_space(b, LevelId{0}, rectangle({0, 9.88}, {0.8, 12}), {});
    REQUIRE(room);
    const Edited narrow = add_opening(*room.building, LevelId{0}, {0.3, 9.8}, {1.0});
    REQUIRE(narrow);
    CHECK(narrow.building->openings.back().clear_width_m == Approx(0.8));
}

TEST_CASE("editing: on an outer wall an opening leads outside", "[viewer]") {
    const Edited e = add_opening(two_rooms_and_corridor(), LevelId{0}, {18.2, 8.5}, {1.5});
    REQUIRE(e);
    const Opening& exit = e.building->openings.back();
    CHECK(e.building->space(exit.from).key == "f1_corridor_1");
    CHECK_FALSE(exit.to.valid());
    CHECK(exit.at.a.x == Approx(18.24));
}

TEST_CASE("editing: a room takes its furniture along, and its door along the corridor", "[viewer]") {
    Building b = plan_with_door();
    b = *add_furniture(b, LevelId{0}, {2, 2}, usual_furniture(ObstacleKind::desk)).building;
    b = *add_fixture(b, LevelId{0}, {4, 4}, FixtureKind::smoke_detector).building;
    const Edited e = move_objects(b, {{ObjectKind::space, 1}}, {0.5, 0.0});
    REQUIRE(e);
    CHECK(e.lost.empty());
    CHECK(e.building->openings[0].at == b.openings[0].at);  // of the other room
    const Edited moved = move_objects(b, {{ObjectKind::space, 0}}, {-0.5, -0.1});
    REQUIRE(moved);
    CHECK(moved.lost.empty());
    const Segment& at = moved.building->openings[0].at;
    CHECK(at.middle().x == Approx(b.openings[0].at.middle().x - 0.5));
    CHECK(stands(*moved.building, moved.building->openings[0]));
    CHECK(moved.building->obstacles[0].outline[0].x == Approx(b.obstacles[0].outline[0].x - 0.5));
    CHECK(moved.building->fixtures[0].at.y == Approx(3.9));
}

TEST_CASE("editing: a door whose room went away is kept and reported", "[viewer]") {
    const Building b = plan_with_door();
    const Edited e = move_objects(b, {{ObjectKind::space, 0}}, {0.0, -5.0});
    REQUIRE(e);
    CHECK(e.lost == std::vector<std::string>{b.openings[0].key});
    CHECK(e.building->openings.size() == b.openings.size());
    const Edited back = move_objects(*e.building, {{ObjectKind::space, 0}}, {0.0, 5.0});
    REQUIRE(back);
    CHECK(back.lost.empty());
    CHECK(stands(*back.building, back.building->openings[0]));
}

TEST_CASE("editing: the width of a door changes about its middle, and not beyond its wall", "[viewer]") {
    const Building b = plan_with_door();
    const Edited e = set_opening_width(b, OpeningId{0}, 1.4);
    REQUIRE(e);
    CHECK(e.building->openings[0].clear_width_m == 1.4);
    CHECK(e.building->openings[0].at.middle().x == Approx(b.openings[0].at.middle().x));
    CHECK(set_opening_width(b, OpeningId{0}, 20.0).refusal == "edit.refuse.wall_too_short");
    CHECK(set_opening_width(b, OpeningId{0}, 0.3).refusal == "edit.refuse.opening_too_narrow");
}

TEST_CASE("editing: a wall is dragged parallel, and its door goes with it", "[viewer]") {
    const Building b = plan_with_door();  // edge 2 of the room is its north wall, from (9, 7) to (0, 7)
    const Edited e = drag_edge(b, {{ObjectKind::space, 0}, 0, 2}, {3.0, 6.8});
    REQUIRE(e);
    CHECK(e.building->spaces[0].area.outer == Ring{{0, 0}, {9, 0}, {9, 6.8}, {0, 6.8}});
    CHECK(e.lost.empty());
    CHECK(stands(*e.building, e.building->openings[0]));
    const Edited far = drag_edge(b, {{ObjectKind::space, 0}, 0, 2}, {3.0, 7.2});
    REQUIRE(far);
    CHECK(far.building->openings[0].at.middle().y == Approx(7.22));    // into the middle of what is left of the wall
    CHECK(drag_edge(b, {{ObjectKind::space, 0}, 0, 2}, {3.0, -1.0}));  // turned inside out is a room below
    CHECK(drag_edge(b, {{ObjectKind::space, 0}, 0, 2}, {3.0, 0.0}).refusal == "edit.refuse.bad_outline");
}

TEST_CASE("editing: vertices are added, moved and taken away; a crossed outline is refused", "[viewer]") {
    const Building b = two_rooms_and_corridor();
    const Edited more = insert_vertex(b, {{ObjectKind::space, 0}, 0, 0}, {4.0, -1.0});
    REQUIRE(more);
    CHECK(more.building->spaces[0].area.outer.size() == 5);
    const Edited moved = move_vertex(*more.building, {{ObjectKind::space, 0}, 0, 1}, {4.0, 2.0});
    REQUIRE(moved);
    CHECK(area(moved.building->spaces[0].area) < area(b.spaces[0].area));
    CHECK(move_vertex(*more.building, {{ObjectKind::space, 0}, 0, 1}, {4.0, 12.0}).refusal ==
          "edit.refuse.bad_outline");
    const Edited less = delete_vertex(*more.building, {{ObjectKind::space, 0}, 0, 1});
    REQUIRE(less);
    CHECK(less.building->spaces[0].area == b.spaces[0].area);
}

TEST_CASE("editing: a flight joins two storeys with as many steps as the height asks for", "[viewer]") {
    Building b = two_rooms_and_corridor();
    b = *add_level(b, 3.6).building;
    b = *add_space(b, LevelId{1}, rectangle({-14, 7.24}, {-6.5, 9.64}), {SpaceUse::lobby}).building;
    const DrawnFlight drawn{LevelId{0}, {{0.0, 9.24}, {0.0, 7.44}}, {-1, 0}, 6.44};
    const auto plan = plan_flight(b, drawn);
    REQUIRE(plan);
    CHECK(plan->risers == 24);
    CHECK(plan->tread_m == Approx(0.28));
    CHECK(b.space(plan->lower).key == "f1_corridor_1");
    CHECK(b.space(plan->upper).key == "f2_lobby_1");
    const Edited e = add_flight(b, *plan);
    REQUIRE(e);
    const Space& flight = e.building->spaces.back();
    REQUIRE(flight.flight);
    CHECK(flight.flight->rise_m() == Approx(3.6));
    CHECK(flight.flight->up.x == Approx(-1.0));
    CHECK(e.building->stairs.size() == 1);
    const Edited without = remove_objects(*e.building, {{ObjectKind::opening, e.building->openings.size() - 1}});
    REQUIRE(without);
    CHECK(without.building->stairs.empty());
    CHECK_FALSE(without.building->spaces.back().flight);
}

TEST_CASE("editing: a grid of desks stays within its room and is named as the format names equal pieces", "[viewer]") {
    FurnitureGrid grid;
    grid.first = {1.0, 1.5};
    grid.columns = 6;
    grid.rows = 9;
    grid.pitch_m = {1.2, 0.9};
    const Edited e = add_furniture_grid(two_rooms_and_corridor(), LevelId{0}, grid);
    REQUIRE(e);
    CHECK(e.building->obstacles.size() == 6 * 7);  // the last two rows would stand in the wall
    CHECK(e.building->obstacles[1].key == e.building->obstacles[0].key + "_2");
    CHECK(add_furniture(two_rooms_and_corridor(), LevelId{0}, {100, 100}, {}).refusal == "edit.refuse.no_space");
}

TEST_CASE("editing: a turned piece of furniture stays a box when it moves, and is written as one", "[viewer]") {
    Building b =
        *add_furniture(two_rooms_and_corridor(), LevelId{0}, {3, 3}, {ObstacleKind::table, {1.6, 0.8}, 30.0}).building;
    b = *move_objects(b, {{ObjectKind::obstacle, 0}}, {0.123, -0.077}).building;
    const auto table = furniture_of(b.obstacles[0]);
    REQUIRE(table);
    CHECK(table->size_m == Vec2{1.6, 0.8});
    CHECK(table->angle_deg == 30.0);
    CHECK(floorplans::write_floor_plan(b).find("\"angle_deg\": 30, \"at\": [[3.123, 2.923]]") != std::string::npos);
    b = *set_furniture_box(b, 0, {1.2, 0.6}, 90.0).building;
    CHECK(furniture_of(b.obstacles[0])->size_m == Vec2{1.2, 0.6});
    CHECK(furniture_of(b.obstacles[0])->angle_deg == 90.0);
    CHECK_FALSE(set_furniture_box(b, 0, {0.0, 0.6}, 0.0));
    b = *insert_vertex(b, {{ObjectKind::obstacle, 0}, 0, 0}, {3.6, 2.9}).building;
    CHECK_FALSE(furniture_of(b.obstacles[0]));
}

TEST_CASE("editing: assembly spots fill the area in rows, and are refused where they do not fit", "[viewer]") {
    Building b = two_rooms_and_corridor();
    b = *add_space(b, LevelId{0}, rectangle({20, 0}, {50, 30}), {SpaceUse::grounds}).building;
    CHECK(b.spaces.back().outdoor);
    const Edited area = add_assembly_area(b, LevelId{0}, rectangle({25, 5}, {37, 14}));
    REQUIRE(area);
    const Edited spots = add_spots(*area.building, 0, 12);
    REQUIRE(spots);
    CHECK(spots.building->spots.size() == 12);
    CHECK(add_spots(*area.building, 0, 13).refusal == "edit.refuse.no_room_for_spots");
}

TEST_CASE("editing: taking away a room takes its doors and furniture; the last storey stays", "[viewer]") {
    Building b = plan_with_door();
    b = *add_furniture(b, LevelId{0}, {2, 2}, {}).building;
    b = *add_furniture(b, LevelId{0}, {12, 2}, {}).building;
    const Edited e = remove_objects(b, {{ObjectKind::space, 0}});
    REQUIRE(e);
    CHECK(e.building->spaces.size() == b.spaces.size() - 1);
    REQUIRE(e.building->obstacles.size() == 1);
    CHECK(e.building->space(e.building->obstacles[0].space).key == "f1_room_2");
    for (const Opening& o : e.building->openings) CHECK(o.from.index() < e.building->spaces.size());
    CHECK(remove_objects(b, {{ObjectKind::level, 0}}).refusal == "edit.refuse.last_level");
}

TEST_CASE("editing: ids are readable and never used twice", "[viewer]") {
    Building b = new_plan({"新建", "New"});
    for (int i = 0; i < 3; ++i) b = *add_space(b, LevelId{0}, rectangle({10.0 * i, 0}, {10.0 * i + 9, 7}), {}).building;
    CHECK(b.spaces[2].key == "f1_room_3");
    b = *remove_objects(b, {{ObjectKind::space, 1}}).building;
    b = *add_space(b, LevelId{0}, rectangle({0, 20}, {9, 27}), {}).building;
    CHECK(b.spaces[2].key == "f1_room_2");
}

TEST_CASE("plan edit: undo gives back exactly what was, redo what came of it", "[viewer]") {
    PlanEdit edit(plan_with_door());
    const auto first = edit.snapshot();
    CHECK_FALSE(edit.dirty());
    REQUIRE(edit.apply(set_opening_width(edit.building(), OpeningId{0}, 1.2)));
    REQUIRE(edit.apply(set_opening_width(edit.building(), OpeningId{0}, 1.3), true));
    const auto second = edit.snapshot();
    CHECK(edit.dirty());
    CHECK(edit.undo_step() == "edit.step.width");
    CHECK_FALSE(edit.apply(set_opening_width(edit.building(), OpeningId{0}, 99.0)));
    CHECK(edit.refusal() == "edit.refuse.wall_too_short");
    REQUIRE(edit.undo());  // the two widths are one step
    CHECK(edit.snapshot() == first);
    CHECK_FALSE(edit.dirty());
    CHECK_FALSE(edit.undo());
    REQUIRE(edit.redo());
    CHECK(edit.snapshot() == second);
    edit.mark_saved();
    CHECK_FALSE(edit.dirty());
}
