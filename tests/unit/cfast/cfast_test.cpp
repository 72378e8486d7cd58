// SPDX-License-Identifier: Apache-2.0
// Files of fire programs: namelists, tables over time, and a plan written for CFAST and read back.
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "scenarios/series_csv.h"
#include "sim/hazards/plan_zones.h"
#include "sim/model/plain_names.h"
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
    CHECK_THROWS(scenarios::read_cfast_csv("only\none\n"));
}

TEST_CASE("tables with semicolons, tabs and decimal commas are read where they can mean one thing only", "[fire]") {
    for (const char* text :
         {"s;1/m;C\nTime;SM;TC\n0.0;0.0;20.0\n30.0;2.0;60.5\n", "s;1/m;C\nTime;SM;TC\n0;0;20\n30;2;60,5\n",
          "\xEF\xBB\xBFs\t1/m\tC\r\nTime\tSM\tTC\r\n0,000\t0,000\t20,000\r\n30,000\t2,000\t60,500\r\n",
          "s,1/m,C\nTime,SM,TC\n\"0,0\",\"0,0\",\"20,0\"\n30,2,\"60,5\",,\n",
          "s;1/m;C\nTime;SM;TC\n0,0;0,0;2,0E+1\n30,0;2,0;60,5\n"}) {
        INFO(text);
        const scenarios::SeriesTable table = scenarios::read_fds_csv(text);
        REQUIRE(table.columns.size() == 2);
        CHECK(table.time_s == std::vector<double>{0.0, 30.0});
        CHECK(table.columns[0].name == "SM");
        CHECK(table.columns[0].values == std::vector<double>{0.0, 2.0});
        CHECK(table.columns[1].unit == "C");
        CHECK(table.columns[1].values == std::vector<double>{20.0, 60.5});
    }
}

TEST_CASE("tables that could mean two things are refused with the reason and the line", "[fire]") {
    const auto why = [](const char* text) {
        try {
            (void)scenarios::read_fds_csv(text);
        } catch (const scenarios::UnreadableTable& e) {
            std::string out = e.code;
            for (const auto& [name, value] : e.args) out += " " + name + "=" + value;
            return out;
        }
        return std::string("read");
    };
    CHECK(why("s,1/m,C\nTime,SM,TC\n0,0,0,0,20,0\n30,0,2,0,60,0\n") ==
          "outside.table_surplus line=3 cells=6 columns=3");
    CHECK(why("s,C\nTime,TC\n0,20\n30,60,5\n") == "outside.table_surplus line=4 cells=3 columns=2");
    CHECK(why("s;C\nTime;TC\n0;20.5\n30;60,5\n") == "outside.table_decimals comma=60,5 point=20.5");
    CHECK(why("s;C\nTime;TC\n0;20\n30;1,234\n") == "outside.table_thousands line=4 cell=1,234");
    CHECK(why("s;C\nTime;TC\n0;1.234,5\n") == "outside.table_thousands line=3 cell=1.234,5");
    CHECK(why("s,C;1/m\nTime,TC;SM\n0,20;1\n") == "outside.table_separator");
    CHECK(why("s\nTime\n0\n") == "outside.table_separator");
    CHECK(why("s,C\nTime,T\n1,20\n1,20\n") == "outside.table_order line=4");
    CHECK(why("s,C\nTime,T\nx,20\n") == "outside.table_time line=3");
    CHECK(why("s,C\nTime,T\n") == "outside.table_empty");
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

TEST_CASE("names for programs of plain words: no two alike, and nobody else's", "[fire]") {
    CHECK(plain_names({"F1-C1", "走廊", "出口"}) == std::vector<std::string>{"F1_C1", "n2", "n3"});
    CHECK(plain_names({"lab-1", "lab.1", "Lab_1", "lab_1_1"}) ==
          std::vector<std::string>{"lab_1_1_", "lab_1_2", "Lab_1_3", "lab_1_1"});
    CHECK(plain_names({"a", "a_cell2", "OUTSIDE"}) == std::vector<std::string>{"a", "a_cell2_2", "OUTSIDE_3"});
}

TEST_CASE("two rooms whose names have no plain letters stay two compartments", "[fire]") {
    WorldBuilder w(BuildingBuilder()
                       .level("F1")
                       .room("化学实验室", {{0, 0}, {9, 7}})
                       .room("物理实验室", {{9.24, 0}, {18, 7}})
                       .corridor("走廊", {{0, 7.24}, {18, 9.64}})
                       .door("门1", "化学实验室", "走廊", {{7.4, 7.12}, {8.4, 7.12}})
                       .door("门2", "物理实验室", "走廊", {{10, 7.12}, {11, 7.12}})
                       .exit("出口", "走廊", {{18.12, 7.7}, {18.12, 9.2}})
                       .build());
    StartFire fire;
    fire.space = w.space("化学实验室");
    w.incident(0.0, fire);
    const auto world = w.build();
    const std::string text = write_cfast_input(*world).text;
    CHECK(text.find("! n2 = 物理实验室\n") != std::string::npos);
    const CfastModel model = read_cfast_input(text);
    CHECK(model.zone_names == std::vector<std::string>{"n1", "n2", "n3_cell1", "n3_cell2"});
    CHECK(std::set<std::string>(model.zone_names.begin(), model.zone_names.end()).size() == model.zone_names.size());
    REQUIRE(model.fires.size() == 1);
    CHECK(model.zone_names[model.fires[0].zone] == "n1");
}

TEST_CASE("exhausts, and where fires and detectors are, go to CFAST and come back", "[fire]") {
    Building building = school();
    // 1.8 m along the 9 m side, 3.5 m along the 7 m side, and half way to it.
    building.fixtures.push_back({"烟感1", FixtureKind::smoke_detector, building.find_space("room"), {4.5, 3.5}});
    building.fixtures.push_back({"烟感2", FixtureKind::heat_detector, building.find_space("room"), {9.0, 0.0}});
    WorldBuilder w(std::move(building));
    StartFire fire;
    fire.space = w.space("room");
    fire.at = Vec2{1.8, 3.5};
    w.incident(0.0, fire);
    w.incident(120.0, StartExhaust{w.space("corridor"), 2.0});
    w.incident(0.0, StartExhaust{w.space("room"), 1.5});
    const CfastExport out = write_cfast_input(*w.build());
    CHECK(out.exhausts == 5);
    const CfastModel model = read_cfast_input(out.text);
    CHECK(model.fire_spots.at(0).x == Approx(1.8).margin(1e-2));
    CHECK(model.fire_spots.at(0).y == Approx(3.5).margin(1e-2));
    REQUIRE(model.devices.size() == 2);
    CHECK(model.devices[0].id == "______1");
    CHECK(model.devices[0].x == Approx(4.5).margin(1e-2));
    CHECK(model.devices[1].x == Approx(9.0).margin(1e-2));
    CHECK(model.devices[1].y == Approx(0.0).margin(1e-2));
    hazards::ZoneNetwork network = model.network();
    const auto drawn_off = [&](double when_s) {
        model.set(network, when_s);
        double sum = 0.0;
        for (const hazards::Exhaust& e : network.exhausts()) {
            CHECK(e.height_m == Approx(network.shapes()[e.zone].height_m));
            CHECK(e.grille_m == Approx(hazards::Exhaust{}.grille_m));
            sum += e.flow_m3_s;
        }
        return sum;
    };
    CHECK(drawn_off(60.0) == Approx(1.5));
    CHECK(drawn_off(121.0) == Approx(3.5));
}

TEST_CASE("fans of CFAST by their times; what starts by heat, or joins two rooms, is named", "[fire]") {
    const std::string rooms =
        "&COMP ID='a' WIDTH=4 DEPTH=3 HEIGHT=3 /\n&COMP ID='b' WIDTH=4 DEPTH=3 HEIGHT=3 /\n"
        "&VENT TYPE='MECHANICAL' COMP_IDS='OUTSIDE' 'a' HEIGHTS=2,1 FLOW=0.5 CRITERION='TIME' T=0,60,61 F=0,0,1 /\n"
        "&VENT TYPE='MECHANICAL' COMP_IDS='a' 'b' HEIGHTS=2,1 FLOW=0.5 /\n"
        "&VENT TYPE='WALL' COMP_IDS='a' 'OUTSIDE' TOP=2 BOTTOM=0 WIDTH=1 CRITERION='TEMPERATURE' SETPOINT=100 "
        "PRE_FRACTION=0.1 /\n";
    const CfastModel model = read_cfast_input(rooms);
    REQUIRE(model.exhausts.size() == 1);
    CHECK(model.exhausts[0].height_m == 1.0);
    CHECK(model.left_out ==
          std::vector<std::string>{"&VENT TYPE = 'MECHANICAL', line 4", "&VENT CRITERION = 'TEMPERATURE', line 5"});
    hazards::ZoneNetwork network = model.network();
    model.set(network, 30.0);
    CHECK(network.exhausts()[0].flow_m3_s == 0.0);
    CHECK(network.vents()[0].open == Approx(0.1));
    model.set(network, 90.0);
    CHECK(network.exhausts()[0].flow_m3_s == Approx(-0.5));
    CHECK_THROWS_WITH(read_cfast_input("&COMP ID='a' WIDTH=4 DEPTH=3 HEIGHT=3 /\n&VENT TYPE='WALL' COMP_IDS='a' "
                                       "'OUTSIDE' T=5,1 F=0,1 /"),
                      Catch::Contains("line 2"));
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
