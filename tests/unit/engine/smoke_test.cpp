// SPDX-License-Identifier: Apache-2.0
// Fire, smoke and people in one run.
#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/analysis/analyse.h"
#include "sim/analysis/smoke.h"
#include "sim/engine/simulation.h"
#include "tests/support/building_builder.h"
#include "tests/support/run_world.h"
#include "tests/support/world_builder.h"

using namespace muster;
using namespace muster::engine;
using namespace muster::testing;

namespace {

/// A store that burns, a corridor with an exit at either end, and a class behind another door of the corridor.
Building corridor_school(bool west_exit = true) {
    BuildingBuilder b;
    b.level("F1")
        .room("store", {{0, 0}, {5, 5}}, SpaceUse::storage)
        .room("class", {{20, 0}, {29, 5}})
        .corridor("corridor", {{0, 5.2}, {36, 7.6}})
        .doorway("store_door", "store", "corridor", {{2, 5.1}, {3, 5.1}})
        .door("class_door", "class", "corridor", {{22, 5.1}, {23, 5.1}})
        .exit("east", "corridor", {{36, 5.7}, {36, 7.1}});
    if (west_exit) b.exit("west", "corridor", {{0, 5.7}, {0, 7.1}});
    return b.build();
}

WorldBuilder burning(Building building, double peak_kw, double class_leaves_s) {
    WorldBuilder w(std::move(building));
    w.group("class", "class", 20, class_leaves_s);
    StartFire fire;
    fire.space = w.space("store");
    fire.fire = DesignFire{FireGrowth::fast, peak_kw, 4.0, 0.0, FuelKind::polyurethane, {}};
    fire.room_closes_after_s = 0.0;
    w.incident(0.0, fire);
    return w;
}

double last_out(const Trace& trace) {
    const auto times = times_of<PersonLeftBuilding>(trace);
    return times.empty() ? 1e9 : times.back();
}

}  // namespace

TEST_CASE("smoke slows those who leave late, and those who leave at once not", "[smoke]") {
    const Trace early = trace_of(burning(corridor_school(), 2000.0, 0.0).build());
    const Trace late = trace_of(burning(corridor_school(), 2000.0, 240.0).build());
    CHECK(times_of<PersonMeetsSmoke>(early).empty());
    CHECK(times_of<PersonMeetsSmoke>(late).size() > 5);
    CHECK(last_out(late) - 240.0 > last_out(early));
    REQUIRE(!late.air_times.empty());
    CHECK(late.outcome.everybody_accounted_for);
    CHECK(!late.outcome.smoke_diverged_in.valid());
}

TEST_CASE("a fire by name only makes no smoke", "[smoke]") {
    WorldBuilder w = burning(corridor_school(), 2000.0, 0.0);
    std::get<StartFire>(w.scenario().incidents.front().what).smoke = false;
    const Trace trace = trace_of(w.build());
    CHECK(trace.air_times.empty());
    CHECK(!analysis::analyse(trace).smoke);
}

TEST_CASE("a detector raises the alarm, and a broken one does not", "[smoke]") {
    Building building = corridor_school();
    building.fixtures.push_back({"det", FixtureKind::smoke_detector, building.find_space("store"), {2.5, 2.5}});
    WorldBuilder w = burning(building, 500.0, 0.0);
    w.scenario().alarm.by_detection = true;
    w.scenario().alarm.confirm_s = 20.0;
    const Trace trace = trace_of(w.build());
    const auto trips = times_of<DetectorTrips>(trace), alarms = times_of<AlarmSounds>(trace);
    REQUIRE(trips.size() == 1);
    REQUIRE(alarms.size() == 1);
    CHECK(alarms.front() == Approx(trips.front() + 20.0));
    CHECK(trips.front() < 60.0);

    w.scenario().alarm.failed = {0};
    const Trace without = trace_of(w.build());
    CHECK(times_of<DetectorTrips>(without).empty());
    const auto later = times_of<AlarmSounds>(without);
    REQUIRE(later.size() == 1);  // people see the smoke and shout
    CHECK(later.front() > alarms.front());
}

TEST_CASE("who sees smoke goes to the call point", "[smoke]") {
    Building building = corridor_school();
    building.fixtures.push_back({"call", FixtureKind::call_point, building.find_space("corridor"), {30.0, 5.3}});
    WorldBuilder w = burning(building, 2000.0, 0.0);
    w.scenario().alarm.by_detection = true;
    const Trace trace = trace_of(w.build());
    REQUIRE(times_of<CallPointPressed>(trace).size() == 1);
    CHECK(times_of<AlarmSounds>(trace).size() == 1);
}

TEST_CASE("people cut off by smoke stay where the air is good, and are counted", "[smoke]") {
    // One exit, beyond the burning store's smoke.
    WorldBuilder w = burning(corridor_school(false), 4000.0, 200.0);
    w.scenario().run.max_s = 400.0;
    const Trace trace = trace_of(w.build());
    const analysis::RunAnalysis run = analysis::analyse(trace);
    REQUIRE(run.smoke);
    CHECK(run.people.total == 20);
    CHECK(run.people.evacuated + run.people.inside == 20);
    CHECK(run.smoke->turned_back + run.smoke->slowed > 0);
    CHECK(run.smoke->sheltering + run.smoke->trapped + run.smoke->incapacitated + run.people.evacuated == 20);
    const auto lost = std::find_if(run.smoke->spaces.begin(), run.smoke->spaces.end(),
                                   [&](const analysis::SpaceSmoke& s) { return s.space == w.space("corridor"); });
    REQUIRE(lost != run.smoke->spaces.end());
    CHECK(lost->lost_s.value_or(0.0) > lost->reached_s.value_or(1e9));
}

TEST_CASE("nobody lives for ever in a burning room", "[smoke]") {
    WorldBuilder w(corridor_school());
    w.group("sleepers", "store", 5, 1e6);
    StartFire fire;
    fire.space = w.space("store");
    fire.fire = DesignFire{FireGrowth::fast, 3000.0, 4.0, 0.0, FuelKind::polyurethane, {}};
    w.incident(0.0, fire);
    const Trace trace = trace_of(w.build());
    CHECK(times_of<PersonIncapacitated>(trace).size() == 5);
    const analysis::RunAnalysis run = analysis::analyse(trace);
    CHECK(run.people.incapacitated == 5);
    CHECK(run.smoke->doses.front() > 0.0F);
}

TEST_CASE("runs with smoke repeat to the bit, however the clock is sliced", "[smoke]") {
    const auto world = burning(corridor_school(), 3000.0, 150.0).build();
    Simulation whole(prepare(world), 3), sliced(prepare(world), 3);
    whole.run();
    for (double t = 0.0; t < 700.0; t += 0.37) (void)sliced.advance_to(SimTime::from_seconds(t));
    CHECK(whole.outcome().fingerprint.text() == sliced.outcome().fingerprint.text());
}

TEST_CASE("a smoke fan keeps a corridor clearer", "[smoke]") {
    WorldBuilder without = burning(corridor_school(), 1500.0, 1e6), with = burning(corridor_school(), 1500.0, 1e6);
    with.incident(0.0, StartExhaust{with.space("corridor"), 6.0});
    for (WorldBuilder* w : {&without, &with}) w->scenario().run.max_s = 240.0;
    const auto worst = [&](const Trace& trace, SpaceId space) {
        const std::size_t spaces = trace.world->building.spaces.size();
        return trace.air[(trace.air_times.size() - 1) * spaces + space.index()].layer_m;
    };
    const auto a = without.build(), b = with.build();
    CHECK(worst(trace_of(b), with.space("corridor")) > worst(trace_of(a), without.space("corridor")));
}

TEST_CASE("chlorine in a room overcomes those who stay, and nobody goes in", "[smoke]") {
    WorldBuilder w(corridor_school());
    w.group("stay", "store", 4, 1e6);
    w.group("class", "class", 10, 30.0);
    w.incident(0.0, GasLeak{w.space("store"), LeakGas::chlorine, 0.02, 600.0, {}});
    const Trace trace = trace_of(w.build());
    CHECK(times_of<PersonIncapacitated>(trace).size() == 4);
    CHECK(times_of<PersonLeftBuilding>(trace).size() >= 10);
    const analysis::RunAnalysis run = analysis::analyse(trace);
    REQUIRE(run.smoke);
    const auto& spaces = run.smoke->spaces;
    const auto store = std::find_if(spaces.begin(), spaces.end(),
                                    [&](const analysis::SpaceSmoke& s) { return s.space == w.space("store"); });
    REQUIRE(store != spaces.end());
    CHECK(store->why == analysis::SpaceLoss::leak);
    CHECK(trace.heat_w.back() == 0.0);
}

TEST_CASE("natural gas harms nobody until it could explode", "[smoke]") {
    WorldBuilder w(corridor_school());
    w.group("class", "class", 10, 0.0);
    w.incident(0.0, GasLeak{w.space("store"), LeakGas::natural_gas, 0.002, 600.0, {}});
    w.scenario().run.max_s = 120.0;
    const Trace trace = trace_of(w.build());
    CHECK(times_of<PersonIncapacitated>(trace).empty());
    CHECK(times_of<PersonLeftBuilding>(trace).size() == 10);
}

TEST_CASE("gas between its explosive limits ignites, overcomes who is there, and burns on", "[smoke]") {
    const auto run = [](double spark_s) {
        WorldBuilder w(corridor_school());
        w.group("cooks", "store", 3, 400.0);
        w.group("class", "class", 5, 400.0);
        GasLeak leak;
        leak.space = w.space("store");
        leak.gas = LeakGas::natural_gas;
        leak.kg_s = 0.02;
        w.incident(0.0, leak);
        w.incident(spark_s, IgniteGas{w.space("store")});
        w.scenario().run.max_s = 500.0;
        return trace_of(w.build());
    };
    const Trace early = run(1.0), late = run(120.0);
    CHECK(times_of<GasIgnites>(early).empty());
    REQUIRE(times_of<GasIgnites>(late).size() == 1);
    CHECK(times_of<PersonIncapacitated>(late).size() + times_of<PersonLeftRoom>(late).size() >= 3);
    CHECK(*std::max_element(late.heat_w.begin(), late.heat_w.end()) > 0.5e6);
    CHECK(!late.outcome.smoke_diverged_in.valid());
}

TEST_CASE("a watchman sees smoke on a camera and raises the alarm", "[smoke]") {
    Building building = corridor_school();
    building.fixtures.push_back({"cam", FixtureKind::camera, building.find_space("corridor"), {18.0, 6.4}});
    WorldBuilder w = burning(building, 2000.0, 0.0);
    w.last_group().pre_movement = {DistributionKind::constant, 600.0};
    w.scenario().alarm.by_detection = true;
    w.scenario().alarm.watchman = true;
    const Trace watched = trace_of(w.build());
    w.scenario().alarm.watchman = false;
    const Trace unwatched = trace_of(w.build());
    REQUIRE(times_of<DetectorTrips>(watched).size() == 1);
    CHECK(times_of<AlarmSounds>(watched).front() == times_of<DetectorTrips>(watched).front());
    CHECK(times_of<DetectorTrips>(unwatched).empty());
}

TEST_CASE("those left inside are counted by room and reckoned to be found and brought out", "[rescue]") {
    WorldBuilder w(corridor_school(false));
    w.group("class", "class", 20, 0.0);
    w.group("keeper", "store", 1, 0.0);
    w.incident(0.0, BlockOpening{w.opening("class_door")});
    w.scenario().rescue = {120.0, 1};
    const Trace trace = trace_of(w.build());
    const analysis::RunAnalysis run = analysis::analyse(trace);
    REQUIRE(run.rescue.size() == 1);
    CHECK(run.rescue.front().space == w.space("class"));
    CHECK(run.rescue.front().led == 20);
    REQUIRE(run.rescue.front().found_s);
    // 14 m of corridor and the way to the door; a minute to force it.
    CHECK(*run.rescue.front().found_s == Approx(120.0 + 60.0 + 14.0).margin(10.0));
    CHECK(*run.rescue.front().out_s > *run.rescue.front().found_s + 30.0);
}
