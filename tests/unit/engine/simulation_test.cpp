// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/simulation.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "sim/record/trace.h"
#include "sim/routing/navigation.h"
#include "tests/support/accountant.h"
#include "tests/support/building_builder.h"
#include "tests/support/run_world.h"
#include "tests/support/world_builder.h"

using namespace muster;
using namespace muster::engine;
using namespace muster::testing;

namespace {

Building two_rooms() {
    return BuildingBuilder()
        .level("F1")
        .room("r1", {{0, 0}, {9, 7}})
        .corridor("c1", {{0, 7.24}, {20, 9.64}})
        .door("front", "r1", "c1", {{7.5, 7.12}, {8.5, 7.12}})
        .door("rear", "r1", "c1", {{0.5, 7.12}, {1.5, 7.12}})
        .exit("east", "c1", {{20, 7.7}, {20, 9.2}})
        .exit("west", "c1", {{0, 7.7}, {0, 9.2}})
        .build();
}

int count_state(const Trace& trace, PersonState state) {
    const TracePoint* last = trace.sample(trace.sample_times.size() - 1);
    return static_cast<int>(
        std::count_if(last, last + trace.people.size(), [&](const TracePoint& p) { return p.state == state; }));
}

// Samples follow each other without a gap, from the start to the end.
void check_every_frame(const Trace& trace) {
    const double every_s = trace.world->scenario.run.sample_s;
    REQUIRE(trace.sample_times.size() > 1);
    for (std::size_t i = 0; i + 1 < trace.sample_times.size(); ++i)
        if (trace.sample_times[i].us != SimTime::from_seconds(static_cast<double>(i) * every_s).us)
            FAIL("sample " << i << " at " << trace.sample_times[i].seconds() << " s");
    CHECK(trace.outcome.ended.seconds() - trace.sample_times.back().seconds() < every_s);
}

// Between these times everybody is sampled in this state, and nobody moves.
bool standing(const Trace& trace, PersonState state, double from_s, double until_s) {
    const std::size_t people = trace.people.size();
    const TracePoint* first = nullptr;
    for (std::size_t s = 0; s < trace.sample_times.size(); ++s) {
        if (trace.sample_times[s].seconds() < from_s || trace.sample_times[s].seconds() >= until_s) continue;
        const TracePoint* now = trace.sample(s);
        if (first == nullptr) first = now;
        for (std::size_t i = 0; i < people; ++i)
            if (now[i].state != state || now[i].x != first[i].x || now[i].y != first[i].y || !now[i].space.valid())
                return false;
    }
    return first != nullptr;
}

Building stair_house() {  // one flight of 12 steps up from the hall to the upper hall, straight
    return BuildingBuilder()
        .level("F1", 0.0, 1)
        .room("hall", {{0, 0}, {6, 4}}, SpaceUse::lobby)
        .room("flight", {{6, 1}, {9.36, 2.8}}, SpaceUse::stair_flight)
        .exit("out", "hall", {{0, 1}, {0, 2.5}})
        .level("F2", 1.8, 2)
        .room("upper", {{9.36, 0}, {15, 4}}, SpaceUse::lobby)
        .door("foot", "hall", "flight", {{6, 1}, {6, 2.8}}, OpeningKind::flight_end)
        .door("head", "flight", "upper", {{9.36, 1}, {9.36, 2.8}}, OpeningKind::flight_end)
        .flight("flight", {"ST", "foot", "head", 12, 0.15, 0.28})
        .build();
}

}  // namespace

TEST_CASE("run: a class leaves its room and the building, and nobody is lost or in a wall", "[engine]") {
    const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 6)));
    INFO("seed " << seed);
    const auto world = WorldBuilder(two_rooms()).group("class", "r1", 45, 3.0).build();
    Simulation simulation(prepare(world), seed);
    TraceRecorder recorder;
    Accountant accountant;
    simulation.observe(recorder);
    simulation.observe(accountant);
    simulation.run();
    const Trace trace = recorder.take();
    CHECK(trace.outcome.everybody_accounted_for);
    CHECK_FALSE(trace.outcome.ran_out_of_time);
    CHECK(count_state(trace, PersonState::gone) == 45);
    CHECK(times_of<PersonLeftRoom>(trace).size() == 45);
    CHECK(times_of<PersonLeftBuilding>(trace).size() == 45);
    CHECK(times_of<PersonReplaced>(trace).empty());
    CHECK(accountant.lost == 0);
    CHECK(accountant.in_walls == 0);
    CHECK(trace.outcome.ended.seconds() < 60.0);
}

TEST_CASE("run: slicing the clock and watching change nothing", "[engine][property]") {
    const auto world = WorldBuilder(two_rooms()).group("class", "r1", 30, 1.0).build();
    const Prepared prepared = prepare(world);
    Simulation whole(prepared, 5), sliced(prepared, 5), other(prepared, 6);
    whole.run();
    TraceRecorder watcher;
    sliced.observe(watcher);
    RandomStream random(5, Purpose::test, 0);
    for (double t = 0.0; !sliced.ended();) sliced.advance_to(SimTime::from_seconds(t += random.uniform(0.001, 3.0)));
    other.run();
    CHECK(whole.outcome().fingerprint.text() == sliced.outcome().fingerprint.text());
    CHECK(whole.outcome().fingerprint.text() != other.outcome().fingerprint.text());
}

TEST_CASE("run: while nobody moves nothing steps, and everybody is still sampled where they stand", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("late", "r1", 30);
    builder.last_group().release_delay_s = 120.0;
    const Trace trace = trace_of(builder.build());
    check_every_frame(trace);
    CHECK(standing(trace, PersonState::waiting, 0.0, 120.0));
    CHECK(count_state(trace, PersonState::gone) == 30);
}

TEST_CASE("run: who waits for an order, or at a shut exit, is in every frame", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 10);
    for (const char* exit : {"east", "west"}) builder.incident(0.0, BlockOpening{builder.opening(exit), true});
    builder.incident(150.0, BlockOpening{builder.opening("west"), false});
    const Trace trace = trace_of(builder.build());
    check_every_frame(trace);
    CHECK(standing(trace, PersonState::stranded, 60.0, 149.0));
    CHECK(count_state(trace, PersonState::gone) == 10);
}

TEST_CASE("run: a locked exit is not tried by those who know it, and a door shut on the way is learnt", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 20);
    builder.incident(1.0, SetOpening{builder.opening("east"), DoorState::locked});
    const Trace trace = trace_of(builder.build());
    CHECK(count_state(trace, PersonState::gone) == 20);
    for (const TimedEvent& e : trace.events)
        if (const auto* c = std::get_if<PersonCrossed>(&e.event)) CHECK(c->opening != builder.opening("east"));
}

TEST_CASE("run: with every way shut people stay, are counted, and the run ends by itself", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 10);
    for (const char* exit : {"east", "west"}) builder.incident(0.0, BlockOpening{builder.opening(exit), true});
    const Trace trace = trace_of(builder.build());
    CHECK(count_state(trace, PersonState::stranded) == 10);
    CHECK_FALSE(trace.outcome.ran_out_of_time);
    CHECK(trace.outcome.everybody_accounted_for);
}

TEST_CASE("run: an exit that is opened again frees those who had given up", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 10);
    for (const char* exit : {"east", "west"}) builder.incident(0.0, BlockOpening{builder.opening(exit), true});
    builder.incident(120.0, BlockOpening{builder.opening("west"), false});
    const Trace trace = trace_of(builder.build());
    CHECK(count_state(trace, PersonState::gone) == 10);
    CHECK(trace.outcome.ended.seconds() > 120.0);
}

TEST_CASE("run: a class with a route uses its door and its exit only", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 25);
    builder.last_group().route.door = builder.opening("rear");
    builder.last_group().route.exit = builder.opening("east");
    const Trace trace = trace_of(builder.build());
    CHECK(count_state(trace, PersonState::gone) == 25);
    for (const TimedEvent& e : trace.events)
        if (const auto* c = std::get_if<PersonCrossed>(&e.event))
            CHECK((c->opening == builder.opening("rear") || c->opening == builder.opening("east")));
}

TEST_CASE("run: the front teacher leaves the room among the first, the rear teacher last", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 20, 2.0);
    builder.last_group().is_class = true;
    builder.last_group().teachers = {TeacherPlace::front, TeacherPlace::rear};
    const Trace trace = trace_of(builder.build());
    std::vector<PersonId> order;
    for (const TimedEvent& e : trace.events)
        if (const auto* left = std::get_if<PersonLeftRoom>(&e.event)) order.push_back(left->person);
    REQUIRE(order.size() == 22);
    CHECK(order.back() == PersonId{21});
}

TEST_CASE("run: shaking keeps everybody under the desks until it ends", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 20, 1.0);
    builder.scenario().earthquake = Earthquake{5.0, 60.0, 0.0};
    const Trace trace = trace_of(builder.build());
    const auto left = times_of<PersonLeftRoom>(trace);
    REQUIRE(left.size() == 20);
    CHECK(*std::min_element(left.begin(), left.end()) > 66.0);
    check_every_frame(trace);
    CHECK(standing(trace, PersonState::sheltering, 10.0, 64.0));
    REQUIRE(times_of<AlarmSounds>(trace).size() == 1);
    CHECK(times_of<AlarmSounds>(trace).front() == 65.0);
}

TEST_CASE("run: when every door jams nobody gets out and everybody is counted", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 20, 1.0);
    builder.scenario().earthquake = Earthquake{0.0, 10.0, 1.0};
    const Trace trace = trace_of(builder.build());
    CHECK(times_of<DoorJammed>(trace).size() == 4);
    CHECK(count_state(trace, PersonState::stranded) == 20);
}

TEST_CASE("run: on a flight people keep their speed along the incline and pass the head without a jump", "[engine]") {
    WorldBuilder builder(stair_house());
    builder.group("one", "upper", 1);
    builder.last_group().positions = {{14.0, 1.9}};
    const Trace trace = trace_of(builder.build());
    std::map<OpeningId, double> crossed;
    for (const TimedEvent& e : trace.events)
        if (const auto* c = std::get_if<PersonCrossed>(&e.event)) crossed[c->opening] = e.time.seconds();
    REQUIRE(crossed.size() == 3);
    const double on_flight_s = crossed[builder.opening("foot")] - crossed[builder.opening("head")];
    const double incline_m = 12 * std::hypot(0.28, 0.15);
    CHECK(incline_m / on_flight_s == Approx(1.3 * 0.7).epsilon(0.04));  // crossing times are known to one step of 50 ms
    for (std::size_t s = 1; s < trace.sample_times.size(); ++s) {
        const TracePoint &a = *trace.sample(s - 1), &b = *trace.sample(s);
        if (b.state == PersonState::walking) CHECK(std::hypot(b.x - a.x, b.y - a.y) < 1.35 * 0.5 + 0.01);
    }
}

TEST_CASE("run: somebody falls, lies, gets up and still comes out", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 20);
    builder.incident(3.0, PersonFalls{builder.space("c1"), 15.0});
    const Trace trace = trace_of(builder.build());
    REQUIRE(times_of<PersonFell>(trace).size() == 1);
    REQUIRE(times_of<PersonGetsUp>(trace).size() == 1);
    CHECK(times_of<PersonGetsUp>(trace).front() == Approx(times_of<PersonFell>(trace).front() + 15.0).margin(1e-6));
    CHECK(count_state(trace, PersonState::gone) == 20);
}

TEST_CASE("run: in the dark everything takes longer", "[engine]") {
    WorldBuilder light(two_rooms()), dark(two_rooms());
    light.group("class", "r1", 20);
    dark.group("class", "r1", 20).incident(0.0, LightsOut{{}, 0.5});
    CHECK(trace_of(dark.build()).outcome.ended > trace_of(light.build()).outcome.ended);
}

TEST_CASE("run: a command does what the incident does, and impossible ones are refused", "[engine]") {
    WorldBuilder builder(two_rooms());
    builder.group("class", "r1", 10, 5.0);
    Simulation simulation(prepare(builder.build()), 1);
    simulation.advance_to(SimTime::from_seconds(2.0));
    CHECK(simulation.check(Incident{BlockOpening{OpeningId{99}, true}}).has_value());
    CHECK(simulation.check(SoundAlarm{}).has_value());
    const Command block = Incident{BlockOpening{builder.opening("front"), true}};
    REQUIRE_FALSE(simulation.check(block).has_value());
    TraceRecorder recorder;
    simulation.observe(recorder);
    simulation.submit(block);
    simulation.run();
    for (const TimedEvent& e : recorder.trace().events)
        if (const auto* c = std::get_if<PersonCrossed>(&e.event)) CHECK(c->opening != builder.opening("front"));
    CHECK(simulation.outcome().everybody_accounted_for);
}

TEST_CASE("run: two streams that meet on a flight both get through", "[engine]") {
    const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 4)));
    INFO("seed " << seed);
    WorldBuilder builder(stair_house());
    builder.group("down", "upper", 25).group("up", "hall", 25);
    builder.last_group().destination = builder.space("upper");
    const Trace trace = trace_of(builder.build(), seed);
    CHECK(count_state(trace, PersonState::gone) == 25);
    CHECK(count_state(trace, PersonState::arrived) == 25);
    CHECK(trace.outcome.ended.seconds() < 180.0);
}
