// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "sim/physics/tuned_physics.h"
#include "tests/support/crowd_cases.h"

namespace {

using namespace muster;
using namespace muster::physics;
using namespace muster::testing;

/// Lobby and flight on the first storey, landing on the second at the flight's head, and over lobby and flight a hall
/// of the second storey that is not joined to them.
Building stair_house() {
    return BuildingBuilder()
        .level("F1", 0.0, 1)
        .room("lobby", {{0, 0}, {4, 2}}, SpaceUse::lobby)
        .room("flight", {{4, 0}, {7, 2}}, SpaceUse::stair_flight)
        .level("F2", 1.8, 2)
        .room("landing", {{7, 0}, {10, 2}}, SpaceUse::corridor)
        .room("over", {{0, 0}, {6.9, 2}}, SpaceUse::hall)
        .door("foot", "lobby", "flight", {{4, 0}, {4, 2}}, OpeningKind::flight_end)
        .door("head", "flight", "landing", {{7, 0}, {7, 2}}, OpeningKind::flight_end)
        .exit("out", "landing", {{10, 0}, {10, 2}})
        .exit("over-out", "over", {{0, 0.5}, {0, 1.5}})
        .flight("flight", {"stair", "foot", "head"})
        .build();
}

std::vector<float> walk_under(std::size_t people_above) {
    const Building b = stair_house();
    MotionParameters everybody_has_a_body;
    everybody_has_a_body.reach_m = 1.5F;
    const auto physics = make_tuned_physics(b, {}, everybody_has_a_body, best_instruction_set());
    CrowdDriver driver(b, *physics);
    const std::uint32_t up = driver.stream_to(b.find_opening("out"));
    const std::uint32_t above = driver.stream_to(b.find_opening("over-out"));
    driver.add({b.find_space("lobby"), {1.0, 1.0}, up});
    for (std::size_t k = 0; k < people_above; ++k)
        driver.add({b.find_space("over"), {2.0 + 0.6 * static_cast<double>(k), 1.0}, above, 0.3F});
    std::vector<float> track;
    for (int k = 0; k < 200 && !driver.gone(0); ++k) {
        driver.step();
        track.push_back(physics->bodies().x[0]);
        track.push_back(physics->bodies().y[0]);
    }
    CHECK(driver.gone(0));
    return track;
}

TEST_CASE("people on storeys that lie over each other do not feel each other", "[physics]") {
    CHECK(walk_under(0) == walk_under(8));
}

TEST_CASE("the wall of another storey stops nobody", "[physics]") {
    // The hall above ends at x = 6.9, across the flight.
    CHECK(walk_under(0).size() / 2 < 160);
}

TEST_CASE("at the head of a flight people pass from storey to storey without a jump", "[physics]") {
    const Building b = stair_house();
    const auto physics = make_crowd_physics(b, {});
    CrowdDriver driver(b, *physics);
    driver.add({b.find_space("lobby"), {1.0, 1.0}, driver.stream_to(b.find_opening("out"))});
    Vec2 before{1.0, 1.0};
    std::vector<SpaceId> entered;
    while (driver.inside() > 0 && driver.now_s() < 20.0) {
        driver.step();
        const Vec2 now{double{physics->bodies().x[0]}, double{physics->bodies().y[0]}};
        CHECK(distance(before, now) < 1.35 * 0.05);
        before = now;
        for (const Crossing& c : physics->crossings()) entered.push_back(c.into);
    }
    CHECK(entered == std::vector<SpaceId>{b.find_space("flight"), b.find_space("landing"), SpaceId{}});
}

TEST_CASE("people on the flight feel those who stand on the landing behind its head", "[physics]") {
    const Building b = stair_house();
    const auto physics = make_crowd_physics(b, {});
    CrowdDriver driver(b, *physics);
    const std::uint32_t up = driver.stream_to(b.find_opening("out"));
    for (int k = 0; k < 5; ++k) driver.add({b.find_space("landing"), {7.25, 0.2 + 0.4 * k}, up, 0.0F});
    driver.add({b.find_space("lobby"), {3.0, 1.0}, up});
    driver.step();
    for (int k = 0; k < 5; ++k) driver.intents()[static_cast<std::size_t>(k)].immovable = true;
    // 2.8 s to get there; they slow down before they touch, which those who do not see beyond the head could not.
    for (int k = 0; k < 65; ++k) {
        driver.step();
        CHECK(physics->bodies().contact_n[5] == 0.0F);
    }
    CHECK_FALSE(driver.gone(5));
    CHECK(physics->bodies().x[5] > 6.3F);
    CHECK(physics->bodies().x[5] < 6.9F);
    CHECK(std::abs(physics->bodies().vx[5]) < 0.67F);  // half the free speed
    CHECK(physics->bodies().x[0] == 7.25F);
}

std::vector<float> walk_along_thin_wall(bool somebody_behind_it) {
    const Building b = BuildingBuilder()
                           .level("F1")
                           .room("south", {{0, 0}, {10, 2}})
                           .room("north", {{0, 2}, {10, 4}})
                           .doorway("door", "south", "north", {{4.5, 2}, {5.5, 2}})
                           .exit("out-south", "south", {{10, 0}, {10, 2}})
                           .exit("out-north", "north", {{0, 2}, {0, 4}})
                           .build();
    const auto physics = make_crowd_physics(b, {});
    CrowdDriver driver(b, *physics);
    driver.add({b.find_space("south"), {6.2, 1.80}, driver.stream_to(b.find_opening("out-south"))});
    if (somebody_behind_it)
        for (int k = 0; k < 6; ++k)
            driver.add(
                {b.find_space("north"), {6.2 + 0.5 * k, 2.19}, driver.stream_to(b.find_opening("out-north")), 0.0F});
    std::vector<float> track;
    for (int k = 0; k < 50; ++k) {
        driver.step();
        track.push_back(physics->bodies().x[0]);
        track.push_back(physics->bodies().y[0]);
    }
    return track;
}

TEST_CASE("a wall of no thickness hides people from each other, the door in it does not", "[physics]") {
    CHECK(walk_along_thin_wall(false) == walk_along_thin_wall(true));
}

}  // namespace
