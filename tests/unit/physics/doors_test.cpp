// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/support/crowd_cases.h"

namespace {

using namespace muster;
using namespace muster::physics;
using namespace muster::testing;

/// Two rooms of 4 x 4 m, a wall of 0.2 m, a door in it.
Building two_rooms(double door_m, double angle_rad) {
    const double low = 2.0 - 0.5 * door_m, high = 2.0 + 0.5 * door_m;
    return turned_and_moved(BuildingBuilder()
                                .level("F1")
                                .room("a", {{0, 0}, {4, 4}})
                                .room("b", {{4.2, 0}, {8.2, 4}})
                                .door("door", "a", "b", {{4.1, low}, {4.1, high}})
                                .exit("west", "a", {{0, 0.5}, {0, 3.5}})
                                .exit("east", "b", {{8.2, 0.5}, {8.2, 3.5}})
                                .build(),
                            angle_rad, {30.0, -20.0});
}

struct Gauge {
    double door_m = 0.9;
    double radius_m = 0.2;
    double angle_rad = 0.0;
    bool eastwards = true;
    double narrowed_to_m = 0.0;  // 0 = not
};

bool passes(const Gauge& g) {
    const Building b = two_rooms(g.door_m, g.angle_rad);
    PhysicsSettings settings;
    settings.push = 1.0;
    const auto physics = make_crowd_physics(b, settings);
    if (g.narrowed_to_m > 0.0) physics->set_opening(b.find_opening("door"), true, g.narrowed_to_m);
    CrowdDriver driver(b, *physics);
    const std::uint32_t stream = driver.stream_to(b.find_opening(g.eastwards ? "east" : "west"));
    const SpaceId start = b.find_space(g.eastwards ? "a" : "b");
    driver.add({start, inner_point(b.space(start).area), stream, 1.34F, static_cast<float>(g.radius_m)});
    for (int k = 0; k < 400 && driver.inside() > 0; ++k) driver.step();
    CHECK(driver.replaced() == 0);
    return driver.out() == 1;
}

TEST_CASE("a disc two centimetres narrower on each side passes a door, one a centimetre wider does not", "[physics]") {
    for (const double angle : {0.0, 0.3, 0.7853981633974483, 2.0, 4.0}) {
        for (const bool eastwards : {true, false}) {
            for (const double door : {0.6, 0.9, 1.2}) {
                INFO("door " << door << " m, turned " << angle << " rad, eastwards " << eastwards);
                CHECK(passes({door, 0.5 * door - 0.02, angle, eastwards}));
                CHECK_FALSE(passes({door, 0.5 * door + 0.01, angle, eastwards}));
            }
        }
    }
}

TEST_CASE("the contact solver takes nothing off the clear width", "[physics]") {
    CHECK(passes({0.9, 0.449, 0.3, true}));
    CHECK_FALSE(passes({0.9, 0.455, 0.3, true}));
}

TEST_CASE("an obstructed opening leaves the stated width in its middle", "[physics]") {
    CHECK(passes({1.2, 0.23, 0.3, true, 0.5}));
    CHECK_FALSE(passes({1.2, 0.26, 0.3, true, 0.5}));
}

TEST_CASE("nobody passes a shut door however they push, and they go on when it opens", "[physics]") {
    CrowdCase c = bottleneck(1.0, 100, 3);
    PhysicsSettings settings;
    settings.push = 1.0;
    const auto physics = make_crowd_physics(c.building, settings);
    const OpeningId door = c.building.find_opening("in");
    physics->set_opening(door, false, 0.0);
    CrowdDriver driver(c.building, *physics);
    c.fill(driver);
    for (int k = 0; k < 600; ++k) {
        driver.step();
        REQUIRE(physics->crossings().empty());
    }
    const Bodies b = physics->bodies();
    for (std::size_t i = 0; i < 100; ++i) CHECK(b.x[i] < 60.0F);
    physics->set_opening(door, true, 1.0);
    for (int k = 0; k < 400; ++k) driver.step();
    CHECK(driver.out() > 0);
}

TEST_CASE("a door that shuts upon people lets nobody else through and harms nobody", "[physics]") {
    CrowdCase c = bottleneck(1.2, 100, 5);
    const auto physics = make_crowd_physics(c.building, {});
    CrowdDriver driver(c.building, *physics);
    c.fill(driver);
    const OpeningId door = c.building.find_opening("in");
    for (int k = 0; k < 200; ++k) driver.step();
    physics->set_opening(door, false, 0.0);
    for (int k = 0; k < 200; ++k) {
        driver.step();
        for (const Crossing& crossing : physics->crossings()) REQUIRE(crossing.opening != door);
    }
    physics->set_opening(door, true, 1.2);
    while (driver.inside() > 0 && driver.now_s() < 200.0) driver.step();
    CHECK(driver.out() == 100);
}

TEST_CASE("flow through a door of one metre is that of the experiments", "[physics]") {
    // 1.6-2.1 p/s: the band of published bottleneck experiments at 1.0 m.
    for (const std::uint64_t seed : {1, 2, 3}) {
        INFO("seed " << seed);
        const CrowdCase c = bottleneck(1.0, 180, seed);
        PhysicsSettings settings;
        settings.seed = seed;
        const DoorFlow flow = door_flow(c, *make_crowd_physics(c.building, settings));
        CHECK_FALSE(flow.locked);
        CHECK(flow.persons_per_s > 1.6);
        CHECK(flow.persons_per_s < 2.1);
    }
}

TEST_CASE("flow rises with the width of the door, in proportion", "[physics]") {
    std::vector<double> widths{0.7, 1.0, 1.2, 1.6, 2.0}, flows;
    double mean_w = 0.0, mean_f = 0.0;
    for (const double w : widths) {
        const CrowdCase c = bottleneck(w, 180, 1);
        flows.push_back(door_flow(c, *make_crowd_physics(c.building, {})).persons_per_s);
        mean_w += w / 5.0, mean_f += flows.back() / 5.0;
        INFO("width " << w << " m, flow " << flows.back() << " p/s");
        CHECK((flows.size() == 1 || flows.back() > flows[flows.size() - 2]));
    }
    double sxy = 0.0, sxx = 0.0;
    for (std::size_t k = 0; k < widths.size(); ++k) {
        sxy += (widths[k] - mean_w) * (flows[k] - mean_f);
        sxx += (widths[k] - mean_w) * (widths[k] - mean_w);
    }
    CHECK(sxy / sxx > 1.6);  // persons per second and metre
    CHECK(sxy / sxx < 2.4);
}

TEST_CASE("no arch at a narrow door lasts", "[physics][slow]") {
    for (const double width : {0.7, 0.8, 1.0}) {
        for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
            INFO("width " << width << " m, seed " << seed);
            const CrowdCase c = bottleneck(width, 180, seed);
            PhysicsSettings settings;
            settings.seed = seed;
            CHECK_FALSE(door_flow(c, *make_crowd_physics(c.building, settings)).locked);
        }
    }
}

TEST_CASE("a corridor of two metres with fifty against a hundred resolves", "[physics]") {
    for (const std::uint64_t seed : {1, 2, 3}) {
        INFO("seed " << seed);
        const CrowdCase c = counterflow(50, seed);
        PhysicsSettings settings;
        settings.seed = seed;
        CHECK(counterflow_time(c, *make_crowd_physics(c.building, settings)) < 180.0);
    }
}

TEST_CASE("a hundred against a hundred get past each other in a corridor of 1.2 m", "[physics][slow][sanitized]") {
    for (const std::uint64_t seed : {1, 2}) {
        INFO("seed " << seed);
        const CrowdCase c = counterflow(100, seed, 1.2);
        PhysicsSettings settings;
        settings.seed = seed;
        CHECK(counterflow_time(c, *make_crowd_physics(c.building, settings)) < 400.0);
    }
}

TEST_CASE("in the regulation mode an opening lets through what the rule says, no more and hardly less", "[physics]") {
    const double flow = 1.33, width = 1.0;
    const CrowdCase c = bottleneck(width, 120, 1);
    PhysicsSettings settings;
    settings.flow_cap = flow;
    const DoorFlow measured = door_flow(c, *make_crowd_physics(c.building, settings));
    CHECK_FALSE(measured.locked);
    CHECK(measured.persons_per_s < 1.02 * flow * width);
    CHECK(measured.persons_per_s > 0.93 * flow * width);
}

TEST_CASE("an opening with a law lets through what it says, no more and hardly less", "[physics]") {
    const CrowdCase c = bottleneck(1.0, 120, 1);
    PassageLaw law;
    law.per_m = 1.33;
    law.lost_m = 0.26;
    PhysicsSettings settings;
    settings.passages.assign(c.building.openings.size(), TwoWayLaw{law, law});
    const DoorFlow measured = door_flow(c, *make_crowd_physics(c.building, settings));
    CHECK_FALSE(measured.locked);
    CHECK(measured.persons_per_s < 1.02 * law.persons_s(1.0));
    CHECK(measured.persons_per_s > 0.93 * law.persons_s(1.0));
}

}  // namespace
