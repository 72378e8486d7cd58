// SPDX-License-Identifier: Apache-2.0
#include "sim/model/assumption.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "sim/model/world.h"
#include "tests/support/building_builder.h"
#include "tests/support/paths.h"

using namespace muster;
using namespace muster::testing;

namespace {

/// A room with a door of 1 m to the east, whose leaf and state the test sets.
Building one_door(Leaf leaf, DoorState state, const std::string& swings_into) {
    Building b = BuildingBuilder()
                     .level("F1")
                     .room("a", {{0, 0}, {4, 4}})
                     .room("b", {{4.2, 0}, {8.2, 4}})
                     .door("door", "a", "b", {{4.1, 1.5}, {4.1, 2.5}})
                     .build();
    Opening& o = b.openings[b.find_opening("door").index()];
    o.leaf = leaf;
    o.state = state;
    if (!swings_into.empty()) o.swings_into = b.find_space(swings_into);
    return b;
}

double from_a_to_b(const Building& b, Assumption assumption) {
    const OpeningId door = b.find_opening("door");
    return passage_of(b, door, assumption)[way_through(true)].persons_s(b.opening(door).clear_width_m);
}

/// The cells of a line; quotes hold commas.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}

std::map<std::string, std::vector<std::string>> found_in_real_buildings() {
    std::ifstream file(std::string(source_file()) + "/tests/verification/real_buildings.csv");
    std::map<std::string, std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) rows[cells_of(line).front()] = cells_of(line);
    return rows;
}

}  // namespace

TEST_CASE("assumption: the laboratory holds nobody back", "[model]") {
    const Building b = one_door(Leaf::single, DoorState::closed, "a");
    CHECK(passages_of(b, Assumption::quick).empty());
    CHECK(std::isinf(from_a_to_b(b, Assumption::quick)));
}

TEST_CASE("assumption: a leaf takes clear width where it is held, or stands open in the way", "[model]") {
    const auto planned = [](Leaf leaf, DoorState state, const std::string& into) {
        return from_a_to_b(one_door(leaf, state, into), Assumption::planning);
    };
    const double whole = planned(Leaf::none, DoorState::open, "");
    CHECK(whole == Approx(1.33));
    CHECK(planned(Leaf::sliding, DoorState::open, "") == Approx(whole));
    CHECK(planned(Leaf::single, DoorState::open, "a") == Approx(whole));  // stands beside those who come
    CHECK(planned(Leaf::single, DoorState::open, "b") == Approx(1.33 * 0.83));
    CHECK(planned(Leaf::single, DoorState::open, "") == Approx(1.33 * 0.83));  // not told: the worse
    CHECK(planned(Leaf::single, DoorState::closed, "b") == Approx(1.33 * 0.74));
    CHECK(planned(Leaf::double_leaf, DoorState::closed, "b") == Approx(0.66));  // no slower than one behind the other
}

TEST_CASE("assumption: a shut door costs more time to those who have to pull it", "[model]") {
    const Building b = one_door(Leaf::single, DoorState::closed, "b");
    const TwoWayLaw law = passage_of(b, b.find_opening("door"), Assumption::planning);
    CHECK(law[way_through(true)].opens_s == Approx(2.4));
    CHECK(law[way_through(false)].opens_s == Approx(4.2));
    const Building open = one_door(Leaf::single, DoorState::open, "b");
    CHECK(passage_of(open, open.find_opening("door"), Assumption::planning)[way_through(true)].opens_s == 0.0);
}

TEST_CASE("assumption: slow is slower than planning at every door", "[model]") {
    for (const Leaf leaf : {Leaf::none, Leaf::single, Leaf::double_leaf})
        for (const DoorState state : {DoorState::open, DoorState::closed}) {
            const Building b = one_door(leaf, state, "b");
            CHECK(from_a_to_b(b, Assumption::slow) < from_a_to_b(b, Assumption::planning));
        }
}

TEST_CASE("assumption: a stair's capacity and speed go by its tread and riser", "[model]") {
    // Riser and tread in inches, persons/(m s): SFPE's table.
    const double inch = 0.0254;
    CHECK(stair_capacity(10 * inch, 7.5 * inch) == Approx(0.94).epsilon(0.01));
    CHECK(stair_capacity(11 * inch, 7.0 * inch) == Approx(1.01).epsilon(0.01));
    CHECK(stair_capacity(12 * inch, 6.5 * inch) == Approx(1.09).epsilon(0.015));
    CHECK(stair_capacity(13 * inch, 6.5 * inch) == Approx(1.16).epsilon(0.015));
    const Profile profile;
    Flight school, steep;
    school.tread_m = 0.26, school.riser_m = 0.15;
    steep.tread_m = 0.25, steep.riser_m = 0.18;
    CHECK(stair_speed_share(profile, school, true, Assumption::quick) == profile.stair_down_factor);
    CHECK(stair_speed_share(profile, steep, true, Assumption::planning) < profile.stair_down_factor);
    CHECK(stair_speed_share(profile, school, true, Assumption::planning) ==
          profile.stair_down_factor);  // never quicker
}

TEST_CASE("assumption: its figures follow from what was found in real buildings", "[model]") {
    const auto rows = found_in_real_buildings();
    const auto value = [&](const char* id) {
        INFO(id);
        REQUIRE(rows.count(id) == 1);
        return std::stod(rows.at(id).at(5));
    };
    for (const auto& [id, row] : rows) {
        INFO(id);
        CHECK(row.size() == 11);
        CHECK_FALSE(row.back().empty());
    }
    const double measured_door_m = 0.85;
    const MovementFigures& planning = figures_of(Assumption::planning);
    const MovementFigures& slow = figures_of(Assumption::slow);
    CHECK(planning.door_flow == value("door_imo"));
    CHECK(planning.open_leaf_m == Approx((1.0 - value("door_leaf_90")) * measured_door_m).margin(0.005));
    CHECK(planning.held_leaf_m == Approx((1.0 - value("door_shut_first")) * measured_door_m).margin(0.006));
    CHECK(planning.least_flow == value("door_helsinki_50s"));
    CHECK(planning.stair_flow_share == Approx(value("stair_pauls_200") / value("stair_sfpe_7_11")).margin(0.01));
    CHECK(planning.grown_speed == Approx(value("level_sfpe") / 1.34).margin(0.005));
    CHECK(slow.door_flow == value("door_sfpe"));
    CHECK(slow.door_edges_m == 2.0 * value("door_sfpe_edge"));
    CHECK(slow.stair_flow_share == Approx(value("stair_pauls_100") / value("stair_sfpe_7_11")).margin(0.01));
    CHECK(slow.child_speed == Approx(value("level_dalian_drill") / value("level_dalian_free")).margin(0.005));
    CHECK(slow.delay == Approx(59.0 / value("delay_prague_3_4")).margin(0.005));
}

TEST_CASE("assumption: each has a hash of its own", "[model]") {
    CHECK(assumption_hash(Assumption::quick) != assumption_hash(Assumption::planning));
    CHECK(assumption_hash(Assumption::planning) != assumption_hash(Assumption::slow));
}

TEST_CASE("assumption: a world under another is the same world otherwise", "[model]") {
    const auto world = std::make_shared<const World>();
    CHECK(under(world, Assumption::quick) == world);
    CHECK(under(world, Assumption::slow)->scenario.run.assumption == Assumption::slow);
}
