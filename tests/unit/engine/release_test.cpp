// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/release.h"

#include <catch2/catch.hpp>

#include "sim/engine/crowd.h"
#include "sim/engine/simulation.h"
#include "sim/record/trace.h"
#include "tests/support/building_builder.h"
#include "tests/support/world_builder.h"

using namespace muster;
using namespace muster::engine;
using namespace muster::testing;

namespace {

WorldBuilder three_classes() {
    WorldBuilder builder(BuildingBuilder()
                             .level("F1")
                             .room("r1", {{0, 0}, {9, 7}})
                             .room("r2", {{9.24, 0}, {18, 7}})
                             .room("r3", {{18.24, 0}, {27, 7}})
                             .corridor("c", {{0, 7.24}, {27, 9.64}})
                             .door("d1", "r1", "c", {{4, 7.12}, {5, 7.12}})
                             .door("d2", "r2", "c", {{13, 7.12}, {14, 7.12}})
                             .door("d3", "r3", "c", {{22, 7.12}, {23, 7.12}})
                             .exit("out", "c", {{27, 7.7}, {27, 9.2}})
                             .build());
    for (const char* room : {"r1", "r2", "r3"}) {
        builder.group(std::string("class_") + room, room, 20, 1.0);
        builder.last_group().is_class = true;
    }
    return builder;
}

std::vector<double> release_times(const std::shared_ptr<const World>& world) {
    Simulation simulation(prepare(world), 1);
    TraceRecorder recorder;
    simulation.observe(recorder);
    simulation.run();
    std::vector<double> at(world->scenario.population.groups.size(), -1.0);
    for (const TimedEvent& e : recorder.trace().events)
        if (const auto* r = std::get_if<GroupReleased>(&e.event)) at[r->group.index()] = e.time.seconds();
    return at;
}

}  // namespace

TEST_CASE("release: all at once after the announcement", "[behaviour]") {
    WorldBuilder b = three_classes();
    b.scenario().alarm = {10.0, 5.0};
    CHECK(release_times(b.build()) == std::vector<double>{15.0, 15.0, 15.0});
}

TEST_CASE("release: staggered classes go in the order given", "[behaviour]") {
    WorldBuilder b = three_classes();
    b.scenario().release.policy = ReleasePolicy::stagger;
    b.scenario().release.interval_s = 10.0;
    b.scenario().release.order = {GroupId{2}, GroupId{0}, GroupId{1}};
    CHECK(release_times(b.build()) == std::vector<double>{10.0, 20.0, 0.0});
}

TEST_CASE("release: a class with a delay of its own goes so long after its turn", "[behaviour]") {
    WorldBuilder b = three_classes();
    b.scenario().alarm = {10.0, 5.0};
    b.scenario().population.groups[1].release_delay_s = 25.0;
    CHECK(release_times(b.build()) == std::vector<double>{15.0, 40.0, 15.0});
}

TEST_CASE("release: class by class, the next one goes when the one before is through its door", "[behaviour]") {
    WorldBuilder b = three_classes();
    b.scenario().release.policy = ReleasePolicy::class_by_class;
    b.scenario().release.gap_m = 3.0;
    const auto at = release_times(b.build());
    CHECK(at[0] == 0.0);
    CHECK(at[1] > 8.0);  // 20 pupils through a 1 m door at most at about 2 persons/s
    CHECK(at[2] > at[1] + 8.0);
    CHECK(at[2] < 60.0);
}

TEST_CASE("release: class by class, nobody waits longer than is said, and who goes sooner is told once",
          "[behaviour]") {
    WorldBuilder b = three_classes();
    b.scenario().alarm = {10.0, 5.0};
    b.scenario().release.policy = ReleasePolicy::class_by_class;
    b.scenario().release.gap_m = 0.0;
    b.scenario().release.longest_wait_s = 12.0;
    const auto at = release_times(b.build());
    CHECK(at[0] == 15.0);
    CHECK(at[1] > 15.0);
    CHECK(at[1] <= 27.0);
    CHECK(at[2] == 27.0);  // the one before is still in its room
    b.scenario().release.longest_wait_s = 300.0;
    const auto patient = release_times(b.build());
    CHECK(patient[2] > 30.0);
    CHECK(patient[2] < 60.0);
}

TEST_CASE("release: on the ground floor a class waits only for those who leave by its exit", "[behaviour]") {
    WorldBuilder b = three_classes();
    b.scenario().release.policy = ReleasePolicy::class_by_class;
    const auto world = b.build();
    CHECK(behaviour::release_queues(*world, {world->scenario.release}).size() == 1);
    b.scenario().population.groups[2].route.exit = world->building.find_opening("d1");
    const auto apart = b.build();
    CHECK(behaviour::release_queues(*apart, {apart->scenario.release}).size() == 2);
}

TEST_CASE("release: storeys go from the ground up", "[behaviour]") {
    WorldBuilder b = three_classes();
    b.scenario().release.policy = ReleasePolicy::by_storey;
    b.scenario().release.interval_s = 30.0;
    const auto world = b.build();
    const auto releases = behaviour::timed_releases(*world, {world->scenario.release});
    REQUIRE(releases.size() == 3);
    for (const auto& r : releases) CHECK(r.after_s == 0.0);
}

TEST_CASE("places in a line do not meet", "[engine]") {
    std::vector<Vec2> places;
    for (int k = 0; k < 60; ++k) {
        const Vec2 p = place_in_line(k);
        for (const Vec2 q : places) CHECK(distance(p, q) > 0.5);
        places.push_back(p);
    }
    CHECK(length(places.back()) < 3.0);
}
