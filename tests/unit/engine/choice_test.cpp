// SPDX-License-Identifier: Apache-2.0
// How people choose between exits, and how companies keep together.
#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/engine/simulation.h"
#include "sim/record/trace.h"
#include "tests/support/building_builder.h"
#include "tests/support/world_builder.h"

using namespace muster;
using namespace muster::engine;
using namespace muster::testing;

namespace {

// A room of 10 x 15 m with two exits of 1 m, equally far from its middle (NIST TN 1822 Verif.3.2, 3.3, 4.1).
Building two_exits() {
    return BuildingBuilder()
        .level("F1")
        .room("room", {{0, 0}, {10, 15}})
        .exit("left", "room", {{0, 7}, {0, 8}})
        .exit("right", "room", {{10, 7}, {10, 8}})
        .build();
}

Trace trace_of_run(const WorldBuilder& world, std::uint64_t seed) {
    const auto built = world.build();
    Simulation simulation(prepare(built), seed);
    TraceRecorder recorder;
    simulation.observe(recorder);
    simulation.run();
    return recorder.take();
}

/// How many of the first `n` people leave by the opening.
int leaving_by(const Trace& trace, OpeningId opening, std::size_t n) {
    int count = 0;
    for (const TimedEvent& e : trace.events)
        if (const auto* c = std::get_if<PersonCrossed>(&e.event))
            count += c->opening == opening && c->person.index() < n ? 1 : 0;
    return count;
}

WorldBuilder two_strangers(double follow_s) {
    WorldBuilder world(two_exits());
    world.group("free", "room", 2, 2.0).last_group().positions = {{5.0, 7.2}, {5.0, 7.8}};
    world.last_group().choice.hesitation_s = 0.5;
    world.last_group().choice.follow_s = follow_s;
    return world;
}

}  // namespace

TEST_CASE("people who hesitate choose equally far exits equally often, and follow somebody they see", "[choice]") {
    int alone = 0, following = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        auto world = two_strangers(0.0);
        alone += leaving_by(trace_of_run(world, seed), world.opening("right"), 2);
        auto led = two_strangers(2.0);
        led.group("leader", "room", 1).last_group().positions = {{5.0, 7.5}};
        led.last_group().route.exit = led.opening("right");
        following += leaving_by(trace_of_run(led, seed), led.opening("right"), 2);
    }
    CHECK(alone > 40);
    CHECK(alone < 80);
    CHECK(following > 100);
}

TEST_CASE("a familiar exit is preferred to a nearer one", "[choice]") {
    WorldBuilder world(two_exits());
    world.group("g", "room", 1).last_group().positions = {{4.0, 7.5}};
    CHECK(leaving_by(trace_of_run(world, 1), world.opening("left"), 1) == 1);
    world.last_group().choice.familiar = {world.opening("right")};
    world.last_group().choice.unfamiliar_s = 10.0;
    CHECK(leaving_by(trace_of_run(world, 1), world.opening("right"), 1) == 1);
}

TEST_CASE("an exit that closes on the way to it is given up for another", "[choice]") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        WorldBuilder world(two_exits());
        world.group("g", "room", 1).last_group().positions = {{4.5, 3.0}};
        world.incident(1.0, SetOpening{world.opening("left"), DoorState::locked});
        CHECK(leaving_by(trace_of_run(world, seed), world.opening("right"), 1) == 1);
    }
}

TEST_CASE("a queue sends some to the farther exit, and nobody changes his mind again and again", "[choice]") {
    const Building building = BuildingBuilder()
                                  .level("F1")
                                  .room("room", {{0, 0}, {30, 20}})
                                  .exit("near", "room", {{21, 0}, {22, 0}})
                                  .exit("far", "room", {{27, 0}, {28, 0}})
                                  .build();
    int far = 0;
    for (const bool quickest : {false, true}) {
        WorldBuilder world(building);
        world.group("crowd", "room", 150).last_group().choice.quickest = quickest;
        auto& places = world.last_group().positions;
        for (int i = 0; i < 150; ++i) places.push_back({2.0 + 0.8 * (i % 15), 5.0 + 0.8 * (i / 15)});
        const Trace trace = trace_of_run(world, 1);
        const int now_far = leaving_by(trace, world.opening("far"), 150);
        if (!quickest) far = now_far;
        if (quickest) {
            CHECK(now_far > far);
            CHECK(now_far < 120);
        }
        // Each change of mind shows as walking from one exit's side (x < 23) to the other's (x > 26).
        std::vector<int> side(trace.people.size(), 0), changes(trace.people.size(), 0);
        for (std::size_t s = 0; s < trace.sample_times.size(); ++s)
            for (std::size_t i = 0; i < trace.people.size(); ++i) {
                const double x = double{trace.sample(s)[i].x};
                const int now_at = x < 23.0 ? -1 : x > 26.0 ? 1 : side[i];
                if (side[i] != 0 && now_at != side[i]) ++changes[i];
                side[i] = now_at;
            }
        CHECK(*std::max_element(changes.begin(), changes.end()) <= 2);  // there, and at most once back
    }
}

TEST_CASE("a company arrives together although one of it is slow and others are in the way", "[choice]") {
    WorldBuilder world(
        BuildingBuilder().level("F1").room("room", {{0, 0}, {20, 15}}).exit("e", "room", {{20, 7}, {20, 8}}).build());
    auto& profiles = world.scenario().population.profiles;
    const auto profile = [&](double speed) {
        Profile p = profiles.front();
        p.key += std::to_string(profiles.size());
        p.free_speed = {DistributionKind::constant, speed};
        profiles.push_back(p);
        return ProfileId{profiles.size() - 1};
    };
    const ProfileId quick = profile(1.25), slow = profile(0.5), obstacle = profile(0.2);
    world.group("quick", "room", 4).last_group().profile = quick;
    world.last_group().positions = {{2, 6.5}, {2, 7.1}, {2, 7.7}, {2, 8.3}};
    world.last_group().company = "A";
    world.group("slow", "room", 1).last_group().profile = slow;
    world.last_group().positions = {{1.4, 7.4}};
    world.last_group().company = "A";
    world.group("others", "room", 10).last_group().profile = obstacle;
    auto& places = world.last_group().positions;
    for (int i = 0; i < 10; ++i) places.push_back({8.0 + (i / 5), 5.5 + (i % 5)});
    const Trace trace = trace_of_run(world, 1);
    double first = 1e9, last = 0.0;
    int out = 0;
    for (const TimedEvent& e : trace.events) {
        const auto* c = std::get_if<PersonCrossed>(&e.event);
        if (c == nullptr) continue;
        ++out;
        if (c->person.index() >= 5) continue;
        first = std::min(first, e.time.seconds());
        last = std::max(last, e.time.seconds());
    }
    CHECK(out == 15);
    CHECK(last - first <= 10.0);
}

TEST_CASE("a company in a crowd gets through one door, and so does the crowd", "[choice]") {
    WorldBuilder world(BuildingBuilder()
                           .level("F1")
                           .room("room", {{0, 0}, {10, 8}})
                           .exit("e", "room", {{10, 3.5}, {10, 4.5}})
                           .build());
    for (int k = 0; k < 6; ++k) {
        world.group("c" + std::to_string(k), "room", 10);
        world.last_group().company = k < 3 ? std::string("C") + std::to_string(k) : std::string();
    }
    const Trace trace = trace_of_run(world, 2);
    CHECK(leaving_by(trace, world.opening("e"), 60) == 60);
    CHECK(trace.outcome.ended.seconds() < 90.0);
}
