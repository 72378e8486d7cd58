// SPDX-License-Identifier: Apache-2.0
// Stairs: flights meet their floors, and what is drawn agrees with the steps.
#include "tests/unit/floorplans/plan_text.h"

using namespace muster;
using namespace muster::floorplans;
using Codes = std::vector<std::string>;

namespace {

struct FlightText {
    std::string risers = "24", riser = "0.15", tread = "0.28", width = "2.0", floor = "", level = "F1",
                use = "stair_flight";
};

// One straight flight from the lower hall to the upper one.
PlanText one_flight(const FlightText& f = {}) {
    PlanText plan;
    plan.room("low", "[[0, 0], [8, 0], [8, 4], [0, 4]]", R"("use": "hall")");
    plan.room("up", "[[0, 10.44], [8, 10.44], [8, 16], [0, 16]]", R"("use": "hall")", "F2");
    plan.room("flight", "[[3, 4], [5, 4], [5, 10.44], [3, 10.44]]", "\"use\": \"" + f.use + "\"" + f.floor, f.level);
    plan.door("foot", "low", "flight", "[[3, 4], [5, 4]]", "2.0", R"(, "kind": "flight_end")");
    plan.door("head", "flight", "up", "[[3, 10.44], [5, 10.44]]", "2.0", R"(, "kind": "flight_end")");
    plan.door("e1", "low", "outside", "[[3, 0], [5, 0]]", "2.0");
    plan.stairs = {
        R"({"id": "S", "name": "S", "flights": [{"space": "flight", "foot": "foot", "head": "head", "risers": )" +
        f.risers + ", \"riser_m\": " + f.riser + ", \"tread_m\": " + f.tread + ", \"clear_width_m\": " + f.width +
        "}]}"};
    return plan;
}

}  // namespace

TEST_CASE("stairs: a flight that meets both floors is fine, and knows its way up", "[checker][stairs]") {
    const Checked<Building> read = read_plan_text(one_flight().text());
    INFO(listing(read.findings));
    REQUIRE(read);
    CHECK(read.findings.empty());
    const SpaceId flight = read.value->find_space("flight");
    REQUIRE(read.value->space(flight).flight);
    CHECK(read.value->space(flight).flight->up.y == Approx(1.0));
    CHECK(read.value->height_m(flight, {4, 7.22}) == Approx(1.8));
    CHECK(read.value->stairs.at(0).flights == std::vector<SpaceId>{flight});
}

TEST_CASE("stairs: a step too few does not reach the upper floor", "[checker][stairs]") {
    const Findings f = read_plan_text(one_flight({.risers = "23"}).text()).findings;
    CHECK(codes(f) == Codes{"E stair.head_off_level /stairs/0/flights/0"});
    CHECK(argument(f, "stair.head_off_level", "here") == "3.45");
    CHECK(argument(f, "stair.head_off_level", "there") == "3.6");
}

TEST_CASE("stairs: a small mismatch is a warning", "[checker][stairs]") {
    CHECK(codes(one_flight({.riser = "0.148"})) == Codes{"W stair.head_off_level /stairs/0/flights/0"});
    CHECK(codes(one_flight({.riser = "0.1496"})).empty());
}

TEST_CASE("stairs: plan length and width must agree with the steps", "[checker][stairs]") {
    CHECK(codes(one_flight({.tread = "0.35"})) == Codes{"W stair.length_differs /stairs/0/flights/0"});
    CHECK(codes(one_flight({.width = "2.2"})) == Codes{"W stair.width_differs /stairs/0/flights/0"});
    CHECK(codes(one_flight({.width = "1.2"})) == Codes{"W stair.width_differs /stairs/0/flights/0"});
    CHECK(codes(one_flight({.width = "1.8"})).empty());
}

TEST_CASE("stairs: a flight floats when its floor is not that at its foot", "[checker][stairs]") {
    CHECK(codes(one_flight({.floor = ", \"floor_m\": 1.8"})) ==
          Codes{"E stair.foot_off_level /stairs/0/flights/0", "E stair.head_off_level /stairs/0/flights/0"});
}

TEST_CASE("stairs: a flight without its floor's height, on the upper level, stands on the floor at its foot",
          "[checker][stairs]") {
    const Checked<Building> read = read_plan_text(one_flight({.level = "F2"}).text());
    INFO(listing(read.findings));
    REQUIRE(read);
    CHECK(read.value->space(read.value->find_space("flight")).floor_m == Approx(-3.6));
}

TEST_CASE("stairs: flights nobody lists, of another use, or with foreign ends are said", "[checker][stairs]") {
    PlanText plan = one_flight();
    plan.stairs.clear();
    const auto found = codes(plan);
    CHECK(std::find(found.begin(), found.end(), "E stair.flight_unlisted /spaces/2") != found.end());
    CHECK(codes(one_flight({.use = "corridor"})) == Codes{"W stair.flight_use /spaces/2/use"});
    plan = one_flight();
    plan.stairs[0].replace(plan.stairs[0].find("\"foot\": \"foot\""), 14, "\"foot\": \"e1\"");
    CHECK(codes(plan).at(0) == "E stair.end_elsewhere /stairs/0/flights/0");
}

TEST_CASE("stairs: flights of one level must not lie on its other spaces, those of other levels may",
          "[checker][stairs]") {
    PlanText plan = one_flight();
    plan.room("under", "[[0, 4.24], [8, 4.24], [8, 9], [0, 9]]").door("du", "under", "low", "[[1, 4.12], [2, 4.12]]");
    CHECK(codes(plan).at(0) == "E space.overlap /spaces/3");
    plan = one_flight();
    plan.room("above", "[[0, 4.24], [8, 4.24], [8, 10.2], [0, 10.2]]", R"("use": "other")", "F2");
    plan.door("da", "above", "up", "[[1, 10.32], [2, 10.32]]");
    CHECK(codes(plan).empty());
}
