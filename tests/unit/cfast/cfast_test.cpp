// SPDX-License-Identifier: Apache-2.0
// Files of fire programs: namelists, tables over time, and a plan written for CFAST and read back.
#include <catch2/catch.hpp>
#include <cmath>

#include "scenarios/series_csv.h"
#include "sim/hazards/plan_zones.h"
#include "tests/support/building_builder.h"
#include "tests/support/world_builder.h"
#include "tools/exchange/cfast/cfast_input.h"
#include "tools/exchange/cfast/cfast_output.h"
#include "tools/exchange/cfast/namelist.h"

using namespace muster;
using namespace muster::cfast;
using namespace muster::testing;

namespace {

Building school() {
    return BuildingBuilder()
        .level("F1")
        .room("room", {{0, 0}, {9, 7}})
        .corridor("corridor", {{0, 7.2}, {36, 9.6}})
        .yard("yard", {{36.3, 0}, {60, 20}})
        .door("d", "room", "corridor", {{2, 7.1}, {3, 7.1}})
        .door("exit", "corridor", "yard", {{36.15, 7.7}, {36.15, 9.1}})
        .build();
}

}  // namespace

TEST_CASE("a namelist's records, lists and quoted words", "[fire]") {
    const auto records =
        read_namelist("remark\n&HEAD VERSION = 7600, TITLE = 'a / b = c' /\n&TABL ID='F' DATA = 0, 1.5 -2 /\n");
    REQUIRE(records.size() == 2);
    CHECK(records[0].text("TITLE") == "a / b = c");
    CHECK(records[0].number("VERSION", 0) == 7600);
    CHECK(records[1].numbers("DATA") == std::vector<double>{0, 1.5, -2});
    CHECK(records[1].line == 3);
    CHECK(read_namelist("&BROKEN ID = 'never closed").size() == 1);
    CHECK(read_namelist("").empty());
}

TEST_CASE("CFAST's and FDS's tables over time", "[fire]") {
    const scenarios::SeriesTable cfast = scenarios::read_cfast_csv(
        "Time,ULT_1\nSimulation Time,Upper Layer Temperature\nTime,Room\ns,C\n 0.0, 20\n 10, 40 \n");
    const scenarios::SeriesColumn* t = cfast.find("Room", "Upper Layer Temperature");
    REQUIRE(t != nullptr);
    CHECK(t->unit == "C");
    CHECK(cfast.at(*t, 5.0) == Approx(30.0));
    CHECK(cfast.at(*t, 99.0) == Approx(40.0));
    const scenarios::SeriesTable fds = scenarios::read_fds_csv("s,C\nTime,\"T, upper\"\n0,20\n1,x\n");
    REQUIRE(fds.columns.size() == 1);
    CHECK(fds.columns[0].name == "T, upper");
    CHECK(std::isnan(fds.columns[0].values[1]));
    CHECK_THROWS_WITH(scenarios::read_fds_csv("s,C\nTime,T\n1,20\n1,20\n"), Catch::Contains("line 4"));
    CHECK_THROWS(scenarios::read_cfast_csv("only\none\n"));
}

TEST_CASE("a plan becomes zones: rooms, cells of the corridor, doors, leaks", "[fire]") {
    const Building b = school();
    const hazards::PlanZones zones(b);
    REQUIRE(zones.shapes().size() == 5);  // the room and four cells of 9 m
    double corridor = 0.0;
    for (const std::size_t z : zones.zones_of(b.find_space("corridor"))) corridor += zones.shapes()[z].floor_area_m2;
    CHECK(corridor == Approx(36 * 2.4));
    CHECK(zones.zone_at(b.find_space("yard"), {40, 5}) == hazards::outdoors);
    CHECK(zones.zone_at(b.find_space("corridor"), {1, 8}) != zones.zone_at(b.find_space("corridor"), {35, 8}));
    const hazards::ZoneVent& exit = zones.vents()[zones.vent_of(b.find_opening("exit"))];
    CHECK((exit.a == hazards::outdoors) != (exit.b == hazards::outdoors));
    CHECK(exit.shape.width_m == Approx(1.4));
    CHECK(exit.shape.top_m - exit.shape.bottom_m == Approx(2.1));
}

TEST_CASE("what is written for CFAST reads back as the same network", "[fire]") {
    WorldBuilder w(school());
    StartFire fire;
    fire.space = w.space("room");
    fire.fire = DesignFire{FireGrowth::fast, 1500.0, 3.0, 0.0, FuelKind::wood, {}};
    w.incident(10.0, fire);
    const auto world = w.build();
    const CfastExport out = write_cfast_input(*world);
    CHECK(out.fires == 1);
    const CfastModel model = read_cfast_input(out.text);
    const hazards::PlanZones zones(world->building);
    REQUIRE(model.zones.size() == zones.shapes().size());
    for (std::size_t z = 0; z < model.zones.size(); ++z) {
        CHECK(model.zones[z].floor_area_m2 == Approx(zones.shapes()[z].floor_area_m2).epsilon(1e-3));
        CHECK(model.zones[z].height_m == Approx(zones.shapes()[z].height_m));
    }
    REQUIRE(model.vents.size() == zones.vents().size());
    for (std::size_t v = 0; v < model.vents.size(); ++v)
        CHECK(model.vents[v].shape.width_m ==
              Approx(zones.vents()[v].shape.width_m * zones.vents()[v].open).margin(1e-3));
    REQUIRE(model.fires.size() == 1);
    CHECK(model.fires[0].fuel.heat_of_combustion == Approx(17e6));
    hazards::ZoneNetwork network = model.network();
    for (int s = 0; s < 300; ++s) {
        model.set(network, s);
        REQUIRE(network.step(1.0).converged);
    }
    CHECK(network.now()[model.fires[0].zone].upper_k > 320.0);
    CHECK_THROWS(read_cfast_input("&HEAD /"));
    CHECK_THROWS_WITH(read_cfast_input("&COMP ID='a' WIDTH=1 DEPTH=1 HEIGHT=0 /"), Catch::Contains("HEIGHT"));
}
