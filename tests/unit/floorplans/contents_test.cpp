// SPDX-License-Identifier: Apache-2.0
// Furniture, assembly areas, fixtures, ids and the head of a plan: one mistake each, and what is said of it.
#include "tests/unit/floorplans/plan_text.h"

using namespace muster;
using namespace muster::floorplans;
using Codes = std::vector<std::string>;

TEST_CASE("furniture: outside its room is a warning, in another room an error", "[checker]") {
    PlanText plan = two_rooms();
    plan.obstacles = {
        R"({"id": "a", "kind": "desk", "space": "r1", "outline": [[-0.5, 1], [1, 1], [1, 2], [-0.5, 2]]})",
        R"({"id": "b", "kind": "desk", "space": "r1", "outline": [[1, 8], [2, 8], [2, 9], [1, 9]]})",
        R"({"id": "c", "kind": "desk", "space": "r1", "outline": [[1, 8], [2, 8]]})",
        R"({"id": "d", "kind": "desk", "space": "r1", "outline": [[4, 4], [5, 5], [5, 4], [4, 5]]})"};
    CHECK(codes(plan) == Codes{"W obstacle.degenerate /obstacles/2", "E obstacle.self_crossing /obstacles/3",
                               "W obstacle.outside /obstacles/0", "E obstacle.elsewhere /obstacles/1"});
}

TEST_CASE("furniture: one record with several places is that many pieces, turned about their middles", "[checker]") {
    PlanText plan = two_rooms();
    plan.obstacles = {R"({"id": "t", "kind": "desk", "space": "r1", "size_m": [1.2, 0.4], "angle_deg": 90,
                          "at": [[1, 1], [3, 1]], "mass_kg": 12})"};
    const Checked<Building> read = read_plan_text(plan.text());
    INFO(listing(read.findings));
    REQUIRE(read);
    REQUIRE(read.value->obstacles.size() == 2);
    CHECK(read.value->obstacles[1].key == "t_2");
    CHECK(read.value->obstacles[1].mass_kg == 12.0);
    const Box box = bounds(read.value->obstacles[1].outline);
    CHECK(box.low == Vec2{2.8, 0.4});
    CHECK(box.high == Vec2{3.2, 1.6});
    CHECK(read.value->spaces[0].obstacles.size() == 2);
}

TEST_CASE("ids: used twice, reserved or empty are refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("r1", "[[30, 0], [39, 0], [39, 7]]").room("outside", "[[50, 0], [59, 0], [59, 7]]");
    plan.fixtures = {R"({"id": "", "kind": "alarm", "space": "c1", "at": [1, 8]})"};
    CHECK(codes(plan) ==
          Codes{"E id.duplicate /spaces/2/id", "E id.reserved /spaces/3/id", "E json.empty_string /fixtures/0/id"});
}

TEST_CASE("assembly areas and fixtures: what lies elsewhere is said", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("yard", "[[9.24, 0], [40, 0], [40, 30], [9.24, 30]]", R"("use": "grounds", "outdoor": true)");
    plan.assembly = {
        R"({"id": "A", "name": "A", "space": "yard", "area": [[20, 5], [30, 5], [30, 25], [20, 25]], "spots": [
                         {"id": "a1", "name": "1", "at": [25, 10]}, {"id": "a2", "name": "2", "at": [35, 10]},
                         {"id": "a3", "name": "3", "at": [45, 10], "radius_m": 2}]})",
        R"({"id": "B", "name": "B", "space": "r1", "area": [[1, 1], [2, 1], [2, 20]], "spots": []})"};
    plan.fixtures = {R"({"id": "f", "kind": "alarm", "space": "c1", "at": [4, 9.7]})",
                     R"({"id": "g", "kind": "sign", "space": "c1", "at": [4, 12]})"};
    CHECK(codes(plan) == Codes{"W assembly.spot_outside_area /assembly/0/spots/1/at",
                               "E assembly.spot_outside_space /assembly/0/spots/2/at",
                               "W assembly.area_outside /assembly/1/area", "W assembly.indoors /assembly/1/space",
                               "W fixture.outside /fixtures/1/at"});
}

TEST_CASE("doors: a step is a warning, a drop an error, a leaf swings into one of its spaces", "[checker]") {
    const auto at_height = [](const std::string& floor) {
        PlanText plan;
        plan.room("r1", "[[0, 0], [9, 0], [9, 7], [0, 7]]", R"("use": "other", "floor_m": )" + floor);
        plan.room("c1", "[[0, 7.24], [9, 7.24], [9, 9.64], [0, 9.64]]");
        plan.door("d1", "r1", "c1", "[[7, 7.12], [8, 7.12]]", "1.0", R"(, "swings_into": "r1")");
        return plan.door("e1", "c1", "outside", "[[9, 8], [9, 9]]", "1.0", R"(, "swings_into": "outside")");
    };
    CHECK(codes(at_height("0.03")).empty());
    CHECK(codes(at_height("0.45")) == Codes{"W opening.step /openings/0"});
    CHECK(codes(at_height("1.8")) == Codes{"E opening.drop /openings/0"});
    PlanText plan = two_rooms();
    plan.door("d2", "r1", "c1", "[[3, 7.12], [4, 7.12]]", "1.0", R"(, "swings_into": "outside")");
    CHECK(codes(plan) == Codes{"E opening.swings_elsewhere /openings/2/swings_into"});
}

TEST_CASE("head: another format, a newer version and unknown members are said", "[checker]") {
    const auto read = [](std::string text, const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
        return codes(read_plan_text(text).findings);
    };
    const std::string text = two_rooms().text();
    CHECK(read(text, "muster.plan", "muster.scenario") == Codes{"E plan.wrong_format /format"});
    CHECK(read(text, "\"schema_version\": 1", "\"schema_version\": 2") ==
          Codes{"E plan.newer_version /schema_version"});
    CHECK(read(text, "\"stairs\"", "\"stair\"") == Codes{"W json.unknown_key /stair"});
    CHECK(read(text, "\"id\": \"t\", ", "") == Codes{"E json.missing_key "});
    CHECK(codes(read_plan_text("[]").findings) == Codes{"E json.wrong_type "});
    CHECK_FALSE(read_plan_text("{}"));
}
