// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <cmath>
#include <set>

#include "sim/physics/tuned_physics.h"
#include "tests/support/crowd_cases.h"

namespace {

using namespace muster;
using namespace muster::physics;
using namespace muster::testing;

Building long_corridor() {
    return BuildingBuilder()
        .level("F1")
        .corridor("corridor", {{0, 0}, {60, 3}})
        .exit("east", "corridor", {{60, 0}, {60, 3}})
        .exit("west", "corridor", {{0, 0}, {0, 3}})
        .build();
}

std::vector<float> run_of(const CrowdCase& c, std::uint64_t seed, InstructionSet set, int steps) {
    PhysicsSettings settings;
    settings.seed = seed;
    const auto physics = make_tuned_physics(c.building, settings, {}, set);
    CrowdDriver driver(c.building, *physics);
    c.fill(driver);
    for (int k = 0; k < steps; ++k) driver.step();
    const Bodies b = physics->bodies();
    std::vector<float> all;
    for (const auto part : {b.x, b.y, b.vx, b.vy, b.contact_n, b.impatience})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

TEST_CASE("somebody alone walks at the wanted speed and never faster", "[physics]") {
    const Building b = long_corridor();
    const auto physics = make_crowd_physics(b, {});
    CrowdDriver driver(b, *physics);
    driver.add({b.find_space("corridor"), {1.0, 1.5}, driver.stream_to(b.find_opening("east"))});
    while (driver.inside() > 0 && driver.now_s() < 60.0) {
        driver.step();
        CHECK(std::hypot(physics->bodies().vx[0], physics->bodies().vy[0]) <= 1.34F * 1.0001F);
    }
    // 59 m at 1.34 m/s = 44.0 s; starting costs 0.15 s, wandering under 1 %
    CHECK(driver.now_s() == Approx(44.3).margin(0.5));
}

TEST_CASE("who stands is walked round, may be displaced a little, and who holds on is not moved at all", "[physics]") {
    for (const bool immovable : {false, true}) {
        const Building b = long_corridor();
        const auto physics = make_crowd_physics(b, {});
        CrowdDriver driver(b, *physics);
        const std::uint32_t east = driver.stream_to(b.find_opening("east"));
        driver.add({b.find_space("corridor"), {10.0, 1.5}, east, 0.0F});
        for (int k = 0; k < 6; ++k)
            driver.add({b.find_space("corridor"), {3.0 + 0.5 * (k % 3), 1.0 + 0.5 * (k / 3)}, east});
        driver.intents()[0].immovable = immovable;
        while (driver.out() < 6 && driver.now_s() < 80.0) driver.step();
        CHECK(driver.out() == 6);
        const double moved = std::hypot(double{physics->bodies().x[0]} - 10.0, double{physics->bodies().y[0]} - 1.5);
        if (immovable) CHECK(moved == 0.0);
        CHECK(moved < 0.3);
    }
}

TEST_CASE("the same run twice is the same to the bit, another seed is another run", "[physics]") {
    const CrowdCase c = workload_2();
    const auto first = run_of(c, 1, best_instruction_set(), 500);
    CHECK(first == run_of(c, 1, best_instruction_set(), 500));
    CHECK(first != run_of(c, 2, best_instruction_set(), 500));
}

TEST_CASE("both instruction sets give the same run to the bit", "[physics][slow][sanitized]") {
    const CrowdCase w2 = workload_2(), cf = counterflow(50, 4);
    CHECK(run_of(w2, 1, InstructionSet::baseline, 700) == run_of(w2, 1, InstructionSet::avx2, 700));
    CHECK(run_of(cf, 1, InstructionSet::baseline, 900) == run_of(cf, 1, InstructionSet::avx2, 900));
}

TEST_CASE("people do not press into one another beyond a few centimetres", "[physics]") {
    const CrowdCase c = bottleneck(1.0, 180, 2);
    const auto physics = make_crowd_physics(c.building, {});
    CrowdDriver driver(c.building, *physics);
    c.fill(driver);
    double deepest_m = 0.0, pressed_n = 0.0;
    while (driver.now_s() < 60.0) {
        driver.step();
        const Bodies b = physics->bodies();
        for (std::size_t i = 0; i < c.people.size(); ++i) {
            pressed_n = std::max(pressed_n, double{b.contact_n[i]});
            for (std::size_t j = i + 1; j < c.people.size() && !driver.gone(i); ++j)
                if (!driver.gone(j))
                    deepest_m =
                        std::max(deepest_m, 0.36 - std::hypot(double{b.x[i] - b.x[j]}, double{b.y[i] - b.y[j]}));
        }
    }
    // Besides the contact's own give of a few centimetres, two who turn sideways are closer than two circles.
    const MotionParameters p;
    CHECK(deepest_m < 2.0 * 0.18 * double{p.turn_shrink} + 0.05);
    CHECK(pressed_n > 0.0);
}

TEST_CASE("everybody looks when they begin and when they start to walk, then at every other step", "[physics]") {
    const Building b = BuildingBuilder().level("F1").room("room", {{0, 0}, {20, 4}}).build();
    const auto physics = make_crowd_physics(b, {});
    std::vector<PersonId> people;
    for (const double x : {2.0, 6.0, 10.0}) people.push_back(physics->add({{x, 2.0}, b.find_space("room")}));
    std::vector<Intent> intents(people.size(), Intent{{1.0, 0.0}, 1.2F, 10.0F});
    for (const PersonId p : people) CHECK(physics->looks_next(p));
    physics->step(50_ms, intents);
    for (int step = 0; step < 4; ++step) {
        std::vector<bool> before;
        for (const PersonId p : people) before.push_back(physics->looks_next(p));
        physics->step(50_ms, intents);
        for (std::size_t i = 0; i < people.size(); ++i) CHECK(physics->looks_next(people[i]) != before[i]);
    }
    physics->place(people.front(), b.find_space("room"), {2.0, 2.0});
    CHECK(physics->looks_next(people.front()));
}

TEST_CASE("removed people are no obstacle and take no part", "[physics]") {
    const Building b = long_corridor();
    const auto physics = make_crowd_physics(b, {});
    CrowdDriver driver(b, *physics);
    const std::uint32_t east = driver.stream_to(b.find_opening("east"));
    driver.add({b.find_space("corridor"), {1.0, 1.5}, east});
    const PersonId other = driver.add({b.find_space("corridor"), {3.0, 1.5}, east, 0.0F});
    physics->remove(other);
    for (int k = 0; k < 100; ++k) driver.step();
    CHECK(physics->bodies().x[0] == Approx(1.0 + 1.34 * 4.85).margin(0.1));
    CHECK(physics->bodies().x[1] == 3.0F);
}

TEST_CASE("every motion parameter is listed with its unit and where it comes from", "[physics]") {
    std::set<std::string_view> names;
    for (const MotionParameterRow& row : parameter_table({})) {
        INFO(row.name);
        CHECK_FALSE(row.unit.empty());
        CHECK_FALSE(row.source.empty());
        CHECK(names.insert(row.name).second);
    }
    // Every field is four bytes wide: a field that is not in the table shows here.
    CHECK(names.size() == sizeof(MotionParameters) / 4);
}

TEST_CASE("points walk as told, report crossings and stop at walls and shut doors", "[physics]") {
    const CrowdCase c = bottleneck(1.0, 1, 1);
    const auto points = make_point_physics(c.building);
    CrowdDriver driver(c.building, *points);
    const std::uint32_t out = driver.stream_to(c.building.find_opening("exit"));
    driver.add({c.building.find_space("room"), {51.0, 4.0}, out});
    driver.add({c.building.find_space("room"), {51.0, 4.0}, out});
    points->set_opening(c.building.find_opening("in"), false, 0.0);
    for (int k = 0; k < 200; ++k) driver.step();
    CHECK(points->bodies().x[0] == Approx(60.0).margin(0.08));
    points->set_opening(c.building.find_opening("in"), true, 1.0);
    for (int k = 0; k < 200; ++k) driver.step();
    CHECK(driver.out() == 2);
}

}  // namespace
