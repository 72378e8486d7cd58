// SPDX-License-Identifier: Apache-2.0
// The checker cases: one mistake each in an otherwise good plan, and what is said of it.
#include "tests/unit/floorplans/plan_text.h"

using namespace muster;
using namespace muster::floorplans;
using Codes = std::vector<std::string>;

namespace {

// A third room east of r1, behind a 0.24 m wall, with its own door to the corridor (which is longer here).
PlanText three_rooms(const std::string& third = "[[9.24, 0], [15, 0], [15, 7], [9.24, 7]]") {
    PlanText plan;
    plan.room("r1", "[[0, 0], [9, 0], [9, 7], [0, 7]]");
    plan.room("c1", "[[0, 7.24], [15, 7.24], [15, 9.64], [0, 9.64]]");
    plan.room("r2", third);
    plan.door("d1", "r1", "c1", "[[7, 7.12], [8, 7.12]]");
    plan.door("d2", "r2", "c1", "[[12, 7.12], [13, 7.12]]");
    plan.door("e1", "c1", "outside", "[[15, 8], [15, 9]]");
    return plan;
}

Space space_of(const PlanText& plan, const std::string& key) {
    const Checked<Building> read = read_plan_text(plan.text());
    INFO(listing(read.findings));
    REQUIRE(read);
    return read.value->space(read.value->find_space(key));
}

}  // namespace

TEST_CASE("check 1, 9: two clean rooms with a wall of 0.24 m give no finding, and the slot is that deep", "[checker]") {
    const Checked<Building> read = read_plan_text(two_rooms().text());
    INFO(listing(read.findings));
    REQUIRE(read);
    CHECK(read.findings.empty());
    const Opening& door = read.value->openings[0];
    CHECK(door.depth_from_m == Approx(0.15).margin(1e-6));
    CHECK(door.depth_to_m == Approx(0.15).margin(1e-6));
    CHECK(door.normal.y == Approx(1.0));
    CHECK(area({slot_of(door), {}}) == Approx(0.30).margin(1e-6));
}

TEST_CASE("check 2: a bow tie loses half of its area and is refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("r2", "[[20, 0], [29, 0], [20, 7], [29, 7]]").door("d2", "r2", "outside", "[[22, 0], [23, 0]]");
    const Checked<Building> read = read_plan_text(plan.text());
    CHECK_FALSE(read);
    CHECK(codes(read.findings) == Codes{"E space.self_crossing /spaces/2/area"});
    CHECK(argument(read.findings, "space.self_crossing", "percent") == "50");
}

TEST_CASE("check 3: a spike, repeated points and a small loop are mended and noted", "[checker]") {
    for (const char* area :
         {"[[0, 0], [9, 0], [9, 0], [9, 7], [0, 7]]", "[[0, 0], [9, 0], [12, 0], [9, 0], [9, 7], [0, 7]]",
          "[[0, 0], [9, 0], [9, 7], [0.1, 7], [-0.1, 7.1], [-0.1, 7], [0.1, 7.1], [0, 7]]"}) {
        PlanText plan;
        plan.room("r1", area).door("e1", "r1", "outside", "[[4, 0], [5, 0]]");
        CHECK(codes(plan) == Codes{"N space.ring_repaired /spaces/0/area"});
        CHECK(muster::area(space_of(plan, "r1").area) == Approx(63.0).margin(0.02));
    }
}

TEST_CASE("check 3: closed rings and clockwise rings are as good as open counter-clockwise ones", "[checker]") {
    PlanText plan;
    plan.room("r1", "[[0, 0], [0, 7], [9, 7], [9, 0], [0, 0]]").door("e1", "r1", "outside", "[[4, 0], [5, 0]]");
    CHECK(codes(plan).empty());
    CHECK(space_of(plan, "r1").area.outer == Ring{{0, 0}, {9, 0}, {9, 7}, {0, 7}});
}

TEST_CASE("check 3: an outline drawn round a core with a cut line becomes an outline with a hole", "[checker]") {
    PlanText plan;
    plan.room("r1", "[[0, 0], [9, 0], [9, 7], [0, 7], [0, 3], [3, 3], [3, 5], [6, 5], [6, 3], [3, 3], [0, 3]]");
    plan.door("e1", "r1", "outside", "[[4, 0], [5, 0]]");
    CHECK(codes(plan) == Codes{"N space.ring_repaired /spaces/0/area"});
    const Space r1 = space_of(plan, "r1");
    CHECK(area(r1.area) == Approx(63.0 - 6.0));
    REQUIRE(r1.area.holes.size() == 1);
    CHECK(signed_area(r1.area.holes[0]) == Approx(-6.0));
}

TEST_CASE("check 4: a room of two points is dropped with a note, or refused when a door names it", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("x", "[[20, 0], [21, 0]]");
    CHECK(codes(plan) == Codes{"N space.degenerate /spaces/2"});
    plan.door("dx", "x", "c1", "[[4, 7.1], [5, 7.1]]");
    CHECK(codes(plan) == Codes{"E space.degenerate /spaces/2"});
}

TEST_CASE("check 5: an overlap of 0.15 m goes to the smaller room, with a note", "[checker]") {
    const PlanText plan = three_rooms("[[8.85, 0], [14, 0], [14, 7], [8.85, 7]]");
    CHECK(codes(plan) == Codes{"N space.overlap_healed /spaces/0"});
    CHECK(area(space_of(plan, "r1").area) == Approx(63.0 - 0.15 * 7));
    CHECK(area(space_of(plan, "r2").area) == Approx(5.15 * 7));
}

TEST_CASE("check 5: an overlap of 0.3 m is a warning", "[checker]") {
    CHECK(codes(three_rooms("[[8.7, 0], [14, 0], [14, 7], [8.7, 7]]")) == Codes{"W space.overlap_wide /spaces/0"});
}

TEST_CASE("check 6: an overlap of 1.5 m is refused, with its area", "[checker]") {
    const Findings f = read_plan_text(three_rooms("[[7.5, 1], [14, 1], [14, 7], [7.5, 7]]").text()).findings;
    CHECK(argument(f, "space.overlap", "area") == "9");
    CHECK(argument(f, "space.overlap", "width") == "1.5");
}

TEST_CASE("check 7: a closet inside a classroom is cut out of it, and needs a door", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("closet", "[[1, 1], [3, 1], [3, 2], [1, 2]]");
    CHECK(codes(plan) == Codes{"W space.contained /spaces/2", "E space.unreachable /spaces/2"});
    plan.door("d2", "closet", "r1", "[[3, 1], [3, 2]]");
    CHECK(codes(plan) == Codes{"W space.contained /spaces/2"});
    CHECK(area(space_of(plan, "r1").area) == Approx(61.0));
}

TEST_CASE("check 7: a strip that cuts a room in two is refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("strip", "[[0, 3], [9, 3], [9, 3.4], [0, 3.4]]")
        .door("d2", "strip", "outside", "[[0, 3], [0, 3.4]]", "0.4");
    CHECK(codes(plan).at(1) == "E space.cut_apart /spaces/0");
}

TEST_CASE("check 8: the same room twice is refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("r1b", "[[0, 0], [9, 0], [9, 7], [0, 7]]").door("d2", "r1b", "c1", "[[2, 7.12], [3, 7.12]]");
    CHECK(codes(plan).at(0) == "E space.duplicate /spaces/2");
}

TEST_CASE("check 10: rooms 0.9 m apart are not neighbours", "[checker]") {
    PlanText plan;
    plan.room("r1", "[[0, 0], [9, 0], [9, 7], [0, 7]]").room("c1", "[[0, 7.9], [9, 7.9], [9, 10], [0, 10]]");
    plan.door("d1", "r1", "c1", "[[7, 7.45], [8, 7.45]]").door("e1", "c1", "outside", "[[9, 8], [9, 9]]");
    const Findings f = read_plan_text(plan.text()).findings;
    CHECK(codes(f) == Codes{"E opening.not_adjacent /openings/0/at"});
    CHECK(argument(f, "opening.not_adjacent", "distance") == "0.9");
}

TEST_CASE("check 11: a door without length is refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.door("d2", "r1", "c1", "[[3, 7.12], [3, 7.12]]");
    CHECK(codes(plan) == Codes{"E opening.zero_length /openings/2/at"});
}

TEST_CASE("check 13: a door in the middle of a room is off its wall", "[checker]") {
    PlanText plan = two_rooms();
    plan.door("d2", "r1", "c1", "[[3, 5], [4, 5]]");
    const Findings f = read_plan_text(plan.text()).findings;
    CHECK(codes(f) == Codes{"E opening.off_wall /openings/2/at"});
    CHECK(argument(f, "opening.off_wall", "distance") == "2");
}

TEST_CASE("check 15: rooms that meet at a corner have no common wall", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("r2", "[[9, 9.64], [12, 9.64], [12, 12], [9, 12]]").door("d2", "r2", "c1", "[[8.5, 9.64], [9.5, 9.64]]");
    CHECK(codes(plan) == Codes{"E opening.no_common_wall /openings/2/at"});
}

TEST_CASE("check 16: a V-shaped gap at the door is bridged", "[checker]") {
    PlanText plan;
    plan.room("r1", "[[0, 0], [9, 0], [9, 7], [7.5, 7.2], [0, 7]]");
    plan.room("c1", "[[0, 7.4], [7.5, 7.2], [9, 7.4], [9, 9.6], [0, 9.6]]");
    plan.door("d1", "r1", "c1", "[[7, 7.2], [8, 7.2]]").door("e1", "c1", "outside", "[[9, 8], [9, 9]]");
    CHECK(codes(plan).empty());
}

TEST_CASE("check 17: unknown ids are refused everywhere, with the nearest id", "[checker]") {
    PlanText plan = two_rooms();
    plan.door("d2", "r11", "c1", "[[3, 7.12], [4, 7.12]]");
    plan.room("r9", "[[30, 0], [39, 0], [39, 7]]", R"("use": "other")", "F9");
    plan.obstacles = {R"({"id": "o", "kind": "desk", "space": "r2", "outline": [[1, 1], [2, 1], [2, 2]]})"};
    plan.fixtures = {R"({"id": "f", "kind": "alarm", "space": "zzz", "at": [1, 1]})"};
    plan.stairs = {R"({"id": "s", "name": "s", "flights": [{"space": "r1", "foot": "d11", "head": "e1", "risers": 9,
                       "riser_m": 0.2, "tread_m": 0.3, "clear_width_m": 1}], "landings": ["c2"]})"};
    const Findings f = read_plan_text(plan.text()).findings;
    CHECK(codes(f) == Codes{"E space.unknown_level /spaces/2/level", "E opening.unknown_space /openings/2/between/0",
                            "E stair.unknown_opening /stairs/0/flights/0/foot",
                            "E stair.unknown_space /stairs/0/landings/0", "E obstacle.unknown_space /obstacles/0/space",
                            "E fixture.unknown_space /fixtures/0/space"});
    CHECK(argument(f, "opening.unknown_space", "nearest") == "r1");
    CHECK(argument(f, "space.unknown_level", "nearest") == "F1");
    CHECK(argument(f, "fixture.unknown_space", "nearest") == "-");
}

TEST_CASE("check 18: a plan in centimetres is suspect, with the factor", "[checker]") {
    PlanText plan;
    plan.room("r1", "[[0, 0], [900, 0], [900, 700], [0, 700]]")
        .door("e1", "r1", "outside", "[[400, 0], [490, 0]]", "90");
    const Findings f = read_plan_text(plan.text()).findings;
    CHECK(codes(f) == Codes{"W plan.scale_suspect /spaces"});
    CHECK(argument(f, "plan.scale_suspect", "factor") == "0.01");
}

TEST_CASE("check 18: three classrooms of 630,000 m2 are refused", "[checker]") {
    PlanText plan;
    for (int i = 0; i < 3; ++i) {
        const std::string x = std::to_string(i * 900), y = std::to_string(i * 900 + 900), k = std::to_string(i);
        plan.room("r" + k, "[[" + x + ", 0], [" + y + ", 0], [" + y + ", 700], [" + x + ", 700]]",
                  R"("use": "classroom")");
        plan.door("e" + k, "r" + k, "outside", "[[" + x + ", 300], [" + x + ", 390]]", "90");
    }
    const Findings f = read_plan_text(plan.text()).findings;
    CHECK(f.at(0).code == "plan.classroom_size");
    CHECK(f.at(0).severity == Severity::error);
    CHECK(argument(f, "plan.classroom_size", "factor") == "0.01");
}

TEST_CASE("check 19: a room without a door gets the longest common wall as a proposal", "[checker]") {
    PlanText plan = three_rooms();
    plan.openings.erase(plan.openings.begin() + 1);
    const Findings f = read_plan_text(plan.text()).findings;
    CHECK(codes(f) == Codes{"E space.unreachable /spaces/2"});
    CHECK(argument(f, "space.unreachable", "other") == "r1");
    CHECK(argument(f, "space.unreachable", "length") == "7");
}

TEST_CASE("check 21: a plan without a way out is refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.openings.pop_back();
    CHECK(codes(plan) == Codes{"E plan.no_exit "});
}

TEST_CASE("check 23, 24: doors too narrow, and doors not as wide as they are drawn, are refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.door("d2", "r1", "c1", "[[3, 7.12], [3.05, 7.12]]", "0.05")
        .door("d3", "r1", "c1", "[[5, 7.12], [6, 7.12]]", "0.9");
    CHECK(codes(plan) ==
          Codes{"E opening.too_narrow /openings/2/clear_width_m", "E opening.width_differs /openings/3/clear_width_m"});
}

TEST_CASE("check 24: a width within a centimetre of the drawing is taken, and the slot gets it exactly", "[checker]") {
    PlanText plan = two_rooms();
    plan.door("d2", "r1", "c1", "[[3, 7.12], [3.892, 7.12]]", "0.9");
    const Checked<Building> read = read_plan_text(plan.text());
    REQUIRE(read);
    CHECK(read.value->openings[2].at.length() == Approx(0.9).margin(3e-7));
    CHECK(read.value->openings[2].at.middle().x == Approx(3.446).margin(1e-6));
}

TEST_CASE("check 25: two doors in one place are refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.door("d2", "c1", "r1", "[[7.5, 7.12], [8.5, 7.12]]");
    CHECK(codes(plan) == Codes{"E opening.slots_overlap /openings/0"});
}

TEST_CASE("check 25: doors in both walls of a corner are fine", "[checker]") {
    PlanText plan = two_rooms();
    plan.door("d2", "r1", "outside", "[[9, 7], [9, 6]]").door("d3", "r1", "outside", "[[8, 0], [9, 0]]");
    plan.door("d4", "r1", "outside", "[[9, 0], [9, 1]]");
    CHECK(codes(plan).empty());
}

TEST_CASE("check 26: a third room in the doorway is refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("duct", "[[7.2, 7.02], [7.4, 7.02], [7.4, 7.22], [7.2, 7.22]]", R"("use": "storage", "outdoor": true)");
    CHECK(codes(plan) == Codes{"E opening.third_space /openings/0"});
}

TEST_CASE("check 27: furniture in front of a door obstructs it or blocks it", "[checker]") {
    PlanText plan = two_rooms();
    plan.obstacles = {
        R"({"id": "o", "kind": "cabinet", "space": "r1", "outline": [[7, 6.5], [7.3, 6.5], [7.3, 7], [7, 7]]})"};
    const Findings f = read_plan_text(plan.text()).findings;
    CHECK(codes(f) == Codes{"W opening.obstructed /openings/0"});
    CHECK(argument(f, "opening.obstructed", "left") == "0.7");
    plan.obstacles = {R"({"id": "o", "kind": "cabinet", "space": "r1", "size_m": [0.6, 0.4], "at": [[7.5, 6.75]]})"};
    CHECK(codes(plan) == Codes{"E opening.blocked /openings/0"});
    plan.obstacles = {R"({"id": "o", "kind": "cabinet", "space": "r1", "size_m": [0.6, 0.4], "at": [[7.5, 6.2]]})"};
    CHECK(codes(plan).empty());
}

TEST_CASE("check 31: numbers no plan has are refused by name", "[checker]") {
    PlanText plan = two_rooms();
    plan.room("r2", "[[1e300, 0], [29, 0], [20, 7]]");
    CHECK(codes(plan).at(0) == "E json.out_of_range /spaces/2/area/0");
}

TEST_CASE("check 31: a million vertices are too many", "[checker][slow][sanitized]") {
    PlanText plan = two_rooms();
    std::string ring = "[";
    for (int i = 0; i < 99'999; ++i) ring += "[" + std::to_string(i) + ",0],";
    ring += "[0,1]]";
    for (int i = 0; i < 11; ++i) plan.room("x" + std::to_string(i), ring);
    CHECK(codes(plan).at(0) == "E plan.too_large /spaces");
}

TEST_CASE("check 32: a hole that crosses the outline is refused, one inside is kept", "[checker]") {
    PlanText plan;
    const auto with_hole = [](const std::string& hole) {
        PlanText p;
        p.room("r1", "[[0, 0], [9, 0], [9, 7], [0, 7]]", "\"use\": \"other\", \"holes\": [" + hole + "]");
        p.door("e1", "r1", "outside", "[[4, 0], [5, 0]]");
        return p;
    };
    CHECK(codes(with_hole("[[8, 1], [10, 1], [10, 2], [8, 2]]")).at(0) == "E space.hole_outside /spaces/0/holes/0");
    CHECK(codes(with_hole("[[2, 2], [3, 2], [3, 3], [2, 3]]")).empty());
    CHECK(area(space_of(with_hole("[[2, 2], [3, 2], [3, 3], [2, 3]]"), "r1").area) == Approx(62.0));
    CHECK(area(space_of(with_hole("[[2, 5], [3, 5], [3, 7], [2, 7]]"), "r1").area) == Approx(61.0));
}

TEST_CASE("check 33: an opening from a space to itself, or to nothing but outside, is refused", "[checker]") {
    PlanText plan = two_rooms();
    plan.door("d2", "r1", "r1", "[[3, 7.12], [4, 7.12]]").door("d3", "outside", "outside", "[[0, 3], [0, 4]]");
    CHECK(codes(plan) == Codes{"E opening.to_itself /openings/2/between", "E opening.to_itself /openings/3/between"});
}

TEST_CASE("check 34: an opening drawn from the other jamb is the same opening", "[checker]") {
    PlanText plan = two_rooms(), turned = two_rooms();
    turned.openings.clear();
    turned.door("d1", "r1", "c1", "[[8, 7.12], [7, 7.12]]").door("e1", "c1", "outside", "[[9, 9], [9, 8]]");
    const Checked<Building> a = read_plan_text(plan.text()), b = read_plan_text(turned.text());
    REQUIRE((a && b));
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(a.value->openings[i].at == b.value->openings[i].at);
        CHECK(slot_of(a.value->openings[i]) == slot_of(b.value->openings[i]));
    }
}

TEST_CASE("check 35: seats behind an aisle of 0.45 m are locked in, behind one of 0.6 m they are not", "[checker]") {
    const auto with_aisle = [](const std::string& left) {
        PlanText plan = two_rooms();  // a row of desks across the room, with an aisle at its end, and seats south of it
        plan.obstacles = {R"({"id": "row", "kind": "desk", "space": "r1", "outline": [[0, 2], [)" + left + ", 2], [" +
                          left + R"(, 2.6], [0, 2.6]]})"};
        return plan;
    };
    CHECK(codes(with_aisle("8.55")) == Codes{"W space.seats_locked_in /spaces/0"});
    CHECK(codes(with_aisle("8.4")).empty());
    CHECK(codes(with_aisle("8.5")).empty());
}

TEST_CASE("doors: a classroom that can only be left through a locked door is a warning, a store is not", "[checker]") {
    PlanText plan = three_rooms();
    plan.openings.clear();
    plan.door("d1", "r1", "c1", "[[7, 7.12], [8, 7.12]]", "1.0", R"(, "state": "locked")");
    plan.door("d2", "r2", "c1", "[[12, 7.12], [13, 7.12]]").door("e1", "c1", "outside", "[[15, 8], [15, 9]]");
    CHECK(codes(plan) == Codes{"W space.behind_locked_door /spaces/0"});
}
