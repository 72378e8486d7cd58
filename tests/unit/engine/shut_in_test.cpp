// SPDX-License-Identifier: Apache-2.0
// What people do who see no way out, and how word of it, and of a fire, comes to others.
#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/behaviour/standing_places.h"
#include "sim/engine/simulation.h"
#include "tests/support/building_builder.h"
#include "tests/support/run_world.h"
#include "tests/support/world_builder.h"

using namespace muster;
using namespace muster::engine;
using namespace muster::testing;

namespace {

/// A classroom, a corridor along it, and one exit at the corridor's end.
Building one_exit() {
    return BuildingBuilder()
        .level("F1")
        .room("class", {{0, 0}, {9, 7}})
        .corridor("corridor", {{0, 7.24}, {9, 9.64}})
        .yard("yard", {{9.24, 0}, {30, 20}})
        .doorway("class_door", "class", "corridor", {{7.4, 7.12}, {8.4, 7.12}})
        .door("exit", "corridor", "yard", {{9.12, 7.7}, {9.12, 9.2}})
        .build();
}

/// A class on its way out finds the exit shut after five seconds.
WorldBuilder shut_behind(WhenShutIn how) {
    WorldBuilder w(one_exit());
    w.group("class", "class", 40);
    w.last_group().pre_movement = {DistributionKind::uniform, 0.0, 4.0};
    w.scenario().if_shut_in = how;
    w.incident(5.0, BlockOpening{w.opening("exit"), true});
    return w;
}

/// How many of those who are shut in at the end stand in that space, and out of others' way.
int wait_in(const Trace& trace, SpaceId space) {
    const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
    return static_cast<int>(std::count_if(end, end + trace.people.size(), [&](const TracePoint& p) {
        return p.state == PersonState::stranded && p.space == space &&
               behaviour::may_stand(trace.world->building, p.space, {p.x, p.y});
    }));
}

int shut_in(const Trace& trace) {
    const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
    return static_cast<int>(std::count_if(end, end + trace.people.size(),
                                          [](const TracePoint& p) { return p.state == PersonState::stranded; }));
}

/// When this many have learnt that they cannot get through, s.
double known_to(const Trace& trace, std::size_t people) {
    const auto times = times_of<PersonTurnsToWait>(trace);
    return times.size() < people ? 1e9 : times[people - 1];
}

}  // namespace

TEST_CASE("people who find the exit shut do not plug the door behind them, and word passes back", "[shut]") {
    const Trace trace = trace_of(shut_behind(WhenShutIn::gather).build());
    const int kept_in = shut_in(trace);
    CHECK(kept_in > 25);
    CHECK(wait_in(trace, trace.world->building.find_space("class")) +
              wait_in(trace, trace.world->building.find_space("corridor")) ==
          kept_in);
    CHECK(known_to(trace, static_cast<std::size_t>(kept_in)) < 15.0);
    CHECK_FALSE(trace.outcome.ran_out_of_time);
    const auto& turned = *std::find_if(trace.events.begin(), trace.events.end(), [](const TimedEvent& e) {
        return std::holds_alternative<PersonTurnsToWait>(e.event);
    });
    CHECK(std::get<PersonTurnsToWait>(turned.event).opening == trace.world->building.find_opening("exit"));
}

TEST_CASE("people told to wait at the door stand beside it, not before it", "[shut]") {
    WorldBuilder w = shut_behind(WhenShutIn::wait_at_door);
    const Trace trace = trace_of(w.build());
    CHECK(wait_in(trace, w.space("corridor")) > 3);
    const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
    for (std::size_t i = 0; i < trace.people.size(); ++i)
        if (end[i].state == PersonState::stranded)
            CHECK(distance_to(w.building().opening(w.opening("exit")).at, {end[i].x, end[i].y}) > 1.0);
}

TEST_CASE("people told to go back go to the room they came from", "[shut]") {
    WorldBuilder w = shut_behind(WhenShutIn::go_back);
    const Trace trace = trace_of(w.build());
    CHECK(wait_in(trace, w.space("class")) == shut_in(trace));
}

TEST_CASE("people who wait leave when the way opens", "[shut]") {
    WorldBuilder w = shut_behind(WhenShutIn::gather);
    w.incident(60.0, BlockOpening{w.opening("exit"), false});
    const Trace trace = trace_of(w.build());
    CHECK(shut_in(trace) == 0);
    CHECK(times_of<PersonLeftBuilding>(trace).size() == 40);
}

TEST_CASE("a crowd before a door locked in its face steps back from it", "[shut]") {
    WorldBuilder w(BuildingBuilder()
                       .level("F1")
                       .room("hall", {{0, 0}, {14, 10}}, SpaceUse::hall)
                       .exit("exit", "hall", {{14, 4}, {14, 6}})
                       .build());
    w.group("crowd", "hall", 100);
    w.incident(3.0, SetOpening{w.opening("exit"), DoorState::locked});
    const Trace trace = trace_of(w.build());
    CHECK(shut_in(trace) > 80);
    CHECK(wait_in(trace, w.space("hall")) == shut_in(trace));
}

TEST_CASE("who cannot leave the site goes out of doors all the same", "[shut]") {
    BuildingBuilder b;
    b.level("F1")
        .room("class", {{0, 0}, {9, 7}})
        .yard("yard", {{9.24, 0}, {30, 20}})
        .door("door", "class", "yard", {{9.12, 2}, {9.12, 3}})
        .exit("gate", "yard", {{30, 9}, {30, 11}})
        .state(DoorState::locked);
    b.assembly("field", "yard", {{20, 12}, {28, 18}});
    WorldBuilder w(b.build());
    w.group("class", "class", 20);
    const Trace trace = trace_of(w.build());
    CHECK(times_of<PersonLeftBuilding>(trace).size() == 20);
}

TEST_CASE("places to stand leave the openings and the ways between them free", "[shut]") {
    const Building building = BuildingBuilder()
                                  .level("F1")
                                  .corridor("wide", {{0, 0}, {20, 3}})
                                  .corridor("narrow", {{0, 10}, {20, 11.2}})
                                  .exit("wide_a", "wide", {{0, 0.4}, {0, 1.4}})
                                  .exit("wide_b", "wide", {{20, 0.4}, {20, 1.4}})
                                  .exit("narrow_a", "narrow", {{0, 10.1}, {0, 11.1}})
                                  .exit("narrow_b", "narrow", {{20, 10.1}, {20, 11.1}})
                                  .build();
    const routing::Navigation navigation(building);
    const auto wide = behaviour::standing_places(navigation, building.find_space("wide"));
    CHECK(wide.size() > 10);
    for (std::size_t i = 0; i < wide.size(); ++i) {
        CHECK(wide[i].at.y > 1.4);
        CHECK(wide[i].from_opening_m >= 1.2);
        for (std::size_t k = 0; k < i; ++k) CHECK(distance(wide[i].at, wide[k].at) > 0.59);
    }
    CHECK(behaviour::standing_places(navigation, building.find_space("narrow")).empty());
}

namespace {

/// A store between a stair hall and a corridor; a class has to cross the store, or go the long way round.
Building store_on_the_way() {
    return BuildingBuilder()
        .level("F1")
        .room("store", {{10, 0}, {15, 5}}, SpaceUse::other)
        .corridor("west", {{0, 0}, {9.8, 5}})
        .corridor("east", {{15.2, 0}, {30, 5}})
        .door("in", "west", "store", {{9.9, 2}, {9.9, 3}})
        .door("out", "store", "east", {{15.1, 2}, {15.1, 3}})
        .exit("near", "east", {{30, 2}, {30, 3}})
        .exit("far", "west", {{0, 2}, {0, 3}})
        .build();
}

std::size_t went_through(const Trace& trace, OpeningId opening) {
    return static_cast<std::size_t>(
        std::count_if(trace.events.begin(), trace.events.end(), [opening](const TimedEvent& e) {
            const auto* crossed = std::get_if<PersonCrossed>(&e.event);
            return crossed != nullptr && crossed->opening == opening;
        }));
}

WorldBuilder fire_on_the_way(double leaves_s, DoorState door) {
    Building building = store_on_the_way();
    building.openings[0].state = door;
    WorldBuilder w(building);
    w.group("class", "west", 6, leaves_s);
    w.last_group().route.exit = w.opening("near");
    StartFire fire;
    fire.space = w.space("store");
    fire.fire = DesignFire{FireGrowth::slow, 100.0, 1.0, 0.0, FuelKind::wood, {}};
    w.incident(0.0, fire);
    return w;
}

}  // namespace

TEST_CASE("a fire behind a shut door is not known to those outside until they see it or are told", "[shut][smoke]") {
    // Through an open door it is seen at once.
    WorldBuilder open = fire_on_the_way(0.0, DoorState::open);
    CHECK(went_through(trace_of(open.build()), open.opening("in")) == 0);
    // Behind a shut one they walk into it ...
    WorldBuilder shut = fire_on_the_way(0.0, DoorState::closed);
    CHECK(went_through(trace_of(shut.build()), shut.opening("in")) > 0);
    // ... unless the announcement says where it burns.
    shut.scenario().alarm.says_where = true;
    CHECK(went_through(trace_of(shut.build()), shut.opening("in")) == 0);
}

TEST_CASE("who sees flames leaves when they are large enough to see, and raises the alarm", "[shut][smoke]") {
    WorldBuilder w(store_on_the_way());
    w.group("keeper", "store", 1);
    w.group("class", "east", 5);
    StartFire fire;
    fire.space = w.space("store");
    fire.fire = DesignFire{FireGrowth::medium, 200.0, 1.0, 0.0, FuelKind::wood, {}};
    w.incident(0.0, fire);
    w.scenario().alarm.by_detection = true;
    const Trace trace = trace_of(w.build());
    const auto released = times_of<GroupReleased>(trace);
    REQUIRE(!released.empty());
    // 20 kW of a medium fire (0.0117 kW/s2) come after 41 s; its smoke is not seen much sooner.
    CHECK(released.front() > 15.0);
    CHECK(released.front() <= 43.0);
    REQUIRE(times_of<AlarmSounds>(trace).size() == 1);
    CHECK(times_of<AlarmSounds>(trace).front() > released.front());
}
