// SPDX-License-Identifier: Apache-2.0
// What a person orders while a run goes on.
#include <catch2/catch.hpp>

#include "sim/analysis/clocks.h"
#include "sim/engine/simulation.h"
#include "sim/record/trace.h"
#include "tests/support/accountant.h"
#include "tests/support/building_builder.h"
#include "tests/support/run_world.h"
#include "tests/support/world_builder.h"

using namespace muster;
using namespace muster::engine;
using namespace muster::testing;

namespace {

// Two storeys; a stair at either end of the upper corridor, an exit at either end of the lower one.
Building house() {
    return BuildingBuilder()
        .level("F1", 0.0, 1)
        .corridor("lower", {{-4, 6.2}, {34, 8.6}})
        .room("west_flight", {{-7.36, 6.2}, {-4, 8.0}}, SpaceUse::stair_flight)
        .room("east_flight", {{34, 6.2}, {37.36, 8.0}}, SpaceUse::stair_flight)
        .exit("west_exit", "lower", {{0, 6.2}, {1.4, 6.2}})
        .exit("east_exit", "lower", {{29, 6.2}, {30.4, 6.2}})
        .level("F2", 1.8, 2)
        .room("a", {{0, 20}, {9, 26}})
        .room("b", {{20, 20}, {29, 26}})
        .corridor("upper", {{-10, 26.2}, {40, 28.6}})
        .room("west_hall", {{-12, 6.2}, {-7.36, 26.2}}, SpaceUse::lobby)
        .room("east_hall", {{37.36, 6.2}, {42, 26.2}}, SpaceUse::lobby)
        .door("door_a", "a", "upper", {{4, 26.1}, {5, 26.1}})
        .door("door_b", "b", "upper", {{24, 26.1}, {25, 26.1}})
        .doorway("to_west", "west_hall", "upper", {{-9.6, 26.2}, {-7.6, 26.2}})
        .doorway("to_east", "upper", "east_hall", {{37.6, 26.2}, {39.6, 26.2}})
        .door("west_foot", "lower", "west_flight", {{-4, 6.2}, {-4, 8.0}}, OpeningKind::flight_end)
        .door("west_head", "west_flight", "west_hall", {{-7.36, 6.2}, {-7.36, 8.0}}, OpeningKind::flight_end)
        .door("east_foot", "lower", "east_flight", {{34, 6.2}, {34, 8.0}}, OpeningKind::flight_end)
        .door("east_head", "east_flight", "east_hall", {{37.36, 6.2}, {37.36, 8.0}}, OpeningKind::flight_end)
        .flight("west_flight", {"W", "west_foot", "west_head", 12, 0.15, 0.28})
        .flight("east_flight", {"E", "east_foot", "east_head", 12, 0.15, 0.28})
        .build();
}

WorldBuilder two_classes() {
    WorldBuilder w(house());
    for (const char* room : {"a", "b"}) {
        w.group(room, room, 25, 2.0);
        w.last_group().is_class = true;
        w.last_group().route.stair = w.building().find_stair(room[0] == 'a' ? "W" : "E");
    }
    w.scenario().alarm = {5.0, 0.0};
    w.scenario().run.max_s = 300.0;
    return w;
}

constexpr GroupId class_a{0}, class_b{1};

int through(const Trace& trace, OpeningId opening) {
    return static_cast<int>(std::count_if(trace.events.begin(), trace.events.end(), [&](const TimedEvent& e) {
        const auto* c = std::get_if<PersonCrossed>(&e.event);
        return c != nullptr && c->opening == opening;
    }));
}

int out_of_building(const Trace& trace) { return static_cast<int>(times_of<PersonLeftBuilding>(trace).size()); }

double released_at(const Trace& trace, GroupId group) {
    for (const TimedEvent& e : trace.events)
        if (const auto* r = std::get_if<GroupReleased>(&e.event); r != nullptr && r->group == group)
            return e.time.seconds();
    return -1.0;
}

struct Live {
    double at_s;
    Command what;
};

std::string fingerprint_of(const std::shared_ptr<const World>& world, const std::vector<Live>& commands, double slice_s,
                           std::vector<TimedIncident>* given = nullptr) {
    Simulation simulation(prepare(world), 3);
    for (const Live& c : commands) {
        for (double t = slice_s; t < c.at_s; t += slice_s) simulation.advance_to(SimTime::from_seconds(t));
        simulation.advance_to(SimTime::from_seconds(c.at_s));
        REQUIRE_FALSE(simulation.check(c.what).has_value());
        simulation.submit(c.what);
    }
    simulation.run();
    if (given != nullptr) given->assign(simulation.commands().begin(), simulation.commands().end());
    return simulation.outcome().fingerprint.text();
}

std::string refusal(const Simulation& simulation, const Command& command) {
    const auto finding = simulation.check(command);
    return finding ? finding->code : "";
}

}  // namespace

TEST_CASE("commands: given live, replayed in other slices, or written into the scenario, the course is the same",
          "[engine][commands][property]") {
    const WorldBuilder w = two_classes();
    Route east;
    east.stair = w.building().find_stair("E");
    const std::vector<Live> commands{
        {2.0, HoldGroup{class_b}},
        {7.03, SendGroup{class_a, east}},
        {9.0, PostGuide{w.opening("east_exit"), true}},
        {10.0, LightsOut{{}, 0.6}},
        {12.5, SilenceAlarm{}},
        {15.0, LightsOn{}},
        {20.0, BlockOpening{w.opening("west_exit"), true}},
        {24.0, StartFire{{}, w.space("b"), 30.0, Vec2{25, 22}, {}, true}},
        {30.0, StartShaking{10.0}},
        {50.0, BlockOpening{w.opening("west_exit"), false}},
        {55.0, PersonFalls{w.space("lower"), 4.0}},
    };
    std::vector<TimedIncident> given;
    const std::string live = fingerprint_of(w.build(), commands, 1000.0, &given);
    CHECK(fingerprint_of(w.build(), commands, 0.37) == live);
    REQUIRE(given.size() == commands.size());
    CHECK(given[1].at_s == Approx(7.05));
    WorldBuilder written = two_classes();
    for (const TimedIncident& i : given) written.incident(i.at_s, i.what);
    CHECK(fingerprint_of(written.build(), {}, 1.0) == live);
    CHECK(fingerprint_of(w.build(), {}, 1.0) != live);
}

TEST_CASE("commands: a class sent to the other stair takes it, those on the old one go on, all get out",
          "[engine][commands]") {
    const double at_s = GENERATE(0.0, 9.0, 22.0, 28.0, 33.0);
    INFO("sent at " << at_s);
    WorldBuilder w = two_classes();
    Route east;
    east.stair = w.building().find_stair("E");
    w.incident(at_s, SendGroup{class_a, east});
    const Trace trace = trace_of(w.build());
    CHECK(out_of_building(trace) == 50);
    CHECK_FALSE(trace.outcome.ran_out_of_time);
    const int by_west = through(trace, w.opening("west_foot")), by_east = through(trace, w.opening("east_foot"));
    CHECK(by_west + by_east == 50);        // nobody turned round on a flight
    if (at_s < 20.0) CHECK(by_west == 0);  // nobody was there yet
    if (at_s > 20.0) CHECK(through(trace, w.opening("west_head")) == by_west);
}

TEST_CASE("commands: a silenced alarm lets go on who was told, and keeps the others until it sounds again",
          "[engine][commands]") {
    WorldBuilder w = two_classes();
    w.scenario().release.policy = ReleasePolicy::stagger;
    w.scenario().release.interval_s = 20.0;
    w.incident(15.0, SilenceAlarm{}).incident(150.0, SoundAlarm{});
    const Trace trace = trace_of(w.build());
    CHECK(released_at(trace, class_a) == 5.0);
    CHECK(released_at(trace, class_b) == 150.0);
    CHECK(times_of<GroupReleased>(trace).size() == 2);
    CHECK(out_of_building(trace) == 50);
    CHECK(times_of<AlarmSounds>(trace) == std::vector<double>{5.0, 150.0});
    CHECK(analysis::alarm_of(trace) == 150.0);
    WorldBuilder never = two_classes();
    never.incident(2.0, SoundAlarm{}).incident(2.5, SilenceAlarm{});
    never.scenario().alarm.at_s = 299.0;
    const Trace left = trace_of(never.build());
    CHECK(out_of_building(left) == 50);  // told before it was silenced
    CHECK(analysis::alarm_of(left) == 299.0);
}

TEST_CASE("commands: a held class waits for its release, and the run waits with it", "[engine][commands]") {
    WorldBuilder w = two_classes();
    w.incident(1.0, HoldGroup{class_a}).incident(200.0, ReleaseGroup{class_a});
    const Trace trace = trace_of(w.build());
    CHECK(released_at(trace, class_b) == 5.0);
    CHECK(released_at(trace, class_a) == 200.0);
    CHECK(out_of_building(trace) == 50);
    WorldBuilder kept = two_classes();
    kept.incident(1.0, HoldGroup{class_a});
    const Trace left = trace_of(kept.build());
    CHECK(out_of_building(left) == 25);
    CHECK(left.outcome.ended.seconds() == 300.0);
}

TEST_CASE("commands: class by class, the class behind a held one moves up", "[engine][commands]") {
    WorldBuilder w = two_classes();
    w.scenario().release.policy = ReleasePolicy::class_by_class;
    for (Group& g : w.scenario().population.groups) g.route.stair = w.building().find_stair("W");
    const Trace plain = trace_of(w.build());
    CHECK(released_at(plain, class_a) == 5.0);
    CHECK(released_at(plain, class_b) > 10.0);
    w.scenario().alarm.announcement_s = 10.0;
    w.incident(8.0, HoldGroup{class_a}).incident(60.0, ReleaseGroup{class_a});
    const Trace held = trace_of(w.build());
    CHECK(released_at(held, class_b) == 15.0);
    CHECK(released_at(held, class_a) == 60.0);
    CHECK(out_of_building(held) == 50);
}

TEST_CASE("commands: another order of release is for those not told yet", "[engine][commands]") {
    WorldBuilder w = two_classes();
    w.scenario().release.policy = ReleasePolicy::stagger;
    w.scenario().release.interval_s = 100.0;
    w.incident(30.0, ChangeRelease{{ReleasePolicy::all_at_once, 0.0, 3.0, {}}});
    const Trace trace = trace_of(w.build());
    CHECK(released_at(trace, class_a) == 5.0);
    CHECK(released_at(trace, class_b) == 30.0);
    CHECK(times_of<GroupReleased>(trace).size() == 2);
}

TEST_CASE("commands: a guide turns people away who have another way, and lets through who has none",
          "[engine][commands]") {
    WorldBuilder w = two_classes();
    w.incident(0.0, PostGuide{w.opening("to_west"), true}).incident(0.0, PostGuide{w.opening("door_b"), true});
    const Trace trace = trace_of(w.build());
    CHECK(out_of_building(trace) == 50);
    CHECK(through(trace, w.opening("to_west")) == 0);
    CHECK(times_of<PersonLeftRoom>(trace).size() == 50);
    WorldBuilder both = two_classes();
    both.incident(0.0, PostGuide{both.opening("to_west"), true});
    both.incident(0.0, PostGuide{both.opening("to_east"), true});
    CHECK(out_of_building(trace_of(both.build())) == 50);
    WorldBuilder gone = two_classes();
    gone.incident(0.0, PostGuide{gone.opening("to_west"), true});
    gone.incident(0.0, RemoveGuide{gone.opening("to_west")});
    CHECK(through(trace_of(gone.build()), gone.opening("to_west")) == 25);
}

TEST_CASE("commands: nobody is turned away on a flight", "[engine][commands]") {
    WorldBuilder w = two_classes();
    w.incident(30.0, PostGuide{w.opening("west_foot"), true});
    const Trace trace = trace_of(w.build());
    CHECK(out_of_building(trace) == 50);
    CHECK(through(trace, w.opening("west_foot")) == through(trace, w.opening("west_head")));
}

TEST_CASE("commands: a guide keeps order on a flight and everybody gets down", "[engine][commands]") {
    WorldBuilder w = two_classes();
    const double free_s = trace_of(w.build()).outcome.ended.seconds();
    w.incident(0.0, PostGuide{w.opening("west_head"), false});
    const Trace trace = trace_of(w.build());
    CHECK(out_of_building(trace) == 50);
    CHECK(trace.outcome.ended.seconds() < 2.0 * free_s);
}

TEST_CASE("commands: shaking in a scenario without an earthquake stops everybody, then they are told to go",
          "[engine][commands]") {
    WorldBuilder w = two_classes();
    w.incident(20.0, StartShaking{30.0});
    const Trace trace = trace_of(w.build());
    CHECK(times_of<ShakingStarts>(trace) == std::vector<double>{20.0});
    CHECK(times_of<ShakingEnds>(trace) == std::vector<double>{50.0});
    for (const double t : times_of<PersonCrossed>(trace)) CHECK((t <= 20.0 || t > 50.0));
    CHECK(out_of_building(trace) == 50);
    WorldBuilder quiet = two_classes();  // no alarm of its own
    quiet.scenario().alarm.at_s = 290.0;
    quiet.incident(20.0, StartShaking{30.0});
    CHECK(times_of<AlarmSounds>(trace_of(quiet.build())).front() == 50.0);
}

TEST_CASE("commands: an earthquake that is to come comes when ordered, once", "[engine][commands]") {
    WorldBuilder w = two_classes();
    Earthquake q;
    q.at_s = 100.0;
    q.shelter_s = 15.0;
    const bool moves = GENERATE(false, true);
    if (moves) q.spectrum = CodeSpectrum{};
    w.scenario().earthquake = q;
    w.incident(10.0, StartShaking{});
    const Trace trace = trace_of(w.build());
    CHECK(times_of<ShakingStarts>(trace) == std::vector<double>{10.0});
    CHECK(times_of<ShakingEnds>(trace).size() == 1);
    CHECK(trace.quakes.size() == (moves ? 1 : 0));
    CHECK(out_of_building(trace) == 50);
}

TEST_CASE("commands: light comes back", "[engine][commands]") {
    WorldBuilder dark = two_classes(), lit = two_classes(), plain = two_classes();
    dark.incident(0.0, LightsOut{{}, 0.5});
    lit.incident(0.0, LightsOut{{}, 0.5}).incident(0.0, LightsOn{});
    const auto ended = [](WorldBuilder& w) { return trace_of(w.build()).outcome.ended; };
    CHECK(ended(lit) == ended(plain));
    CHECK(ended(dark) > ended(plain));
}

TEST_CASE("commands: a door that shuts on people in it traps nobody in the wall", "[engine][commands]") {
    const double at_s = GENERATE(9.0, 9.4, 10.1, 11.0, 12.3);
    INFO("shut at " << at_s);
    WorldBuilder w(BuildingBuilder()
                       .level("F1")
                       .room("r", {{0, 0}, {9, 7}})
                       .corridor("c", {{0, 7.4}, {20, 9.8}})
                       .door("front", "r", "c", {{7.5, 7.2}, {8.5, 7.2}})
                       .door("rear", "r", "c", {{0.5, 7.2}, {1.5, 7.2}})
                       .exit("east", "c", {{20, 7.7}, {20, 9.2}})
                       .build());
    w.group("class", "r", 40, 3.0);
    w.last_group().route.door = w.opening("front");
    const auto world = w.build();
    Simulation simulation(prepare(world), 1);
    TraceRecorder recorder;
    Accountant accountant;
    simulation.observe(recorder);
    simulation.observe(accountant);
    simulation.advance_to(SimTime::from_seconds(at_s - 4.0));
    simulation.submit(SetOpening{w.opening("front"), DoorState::locked});
    simulation.run();
    CHECK(out_of_building(recorder.trace()) == 40);
    CHECK(times_of<PersonReplaced>(recorder.trace()).empty());
    CHECK(accountant.in_walls == 0);
    CHECK_FALSE(simulation.outcome().ran_out_of_time);
}

TEST_CASE("commands: what cannot be done is refused with its reason", "[engine][commands]") {
    WorldBuilder w = two_classes();
    Simulation s(prepare(w.build()), 1);
    const auto because = [&](const Command& c) { return refusal(s, c); };
    s.advance_to(SimTime::from_seconds(1.0));
    CHECK(because(SilenceAlarm{}) == "command.no_alarm");
    CHECK(because(SoundAlarm{}).empty());
    CHECK(because(HoldGroup{class_a}).empty());
    CHECK(because(HoldGroup{GroupId{7}}) == "command.no_such_place");
    CHECK(because(SendGroup{class_a, {}}) == "incident.empty_route");
    Route wrong;
    wrong.door = w.opening("door_b");
    CHECK(because(SendGroup{class_a, wrong}) == "route.door_not_of_room");
    CHECK(because(PostGuide{w.opening("door_a"), true}).empty());
    CHECK(because(PostGuide{w.opening("door_a"), false}) == "incident.guide_no_flight");
    CHECK(because(RemoveGuide{w.opening("door_a")}) == "command.no_guide");
    CHECK(because(LightsOn{}) == "command.lights_are_on");
    CHECK(because(SetOpening{w.opening("to_west"), DoorState::locked}) == "incident.nothing_to_shut");
    CHECK(because(ChangeRelease{{ReleasePolicy::stagger, -1.0, 3.0, {}}}) == "scenario.value_out_of_range");
    CHECK(because(StartFire{{}, w.space("a"), 0.0, Vec2{2, 22}, {}, true}).empty());
    CHECK(because(StartFire{{}, w.space("a"), 0.0, Vec2{50, 22}, {}, true}) == "incident.fire_beside");
    CHECK(because(StartShaking{20.0}).empty());
    s.submit(StartShaking{20.0});
    s.advance_to(SimTime::from_seconds(10.0));
    CHECK(because(StartShaking{20.0}) == "command.already_shaking");
    CHECK(because(SoundAlarm{}) == "command.alarm_already");
    CHECK(because(HoldGroup{class_a}) == "command.group_told");
    CHECK(because(ReleaseGroup{class_a}) == "command.group_told");
    s.run();
    CHECK(because(SoundAlarm{}) == "command.run_ended");
}
