// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <chrono>

#include "sim/analysis/analyse.h"
#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/density.h"
#include "sim/analysis/sites.h"
#include "tests/unit/analysis/hand_made_trace.h"

using namespace muster;
using namespace muster::analysis;
using namespace muster::testing;

namespace {

const Bottleneck& at_opening(const RunAnalysis& run, OpeningId id) {
    for (const Bottleneck& b : run.bottlenecks)
        if (b.opening == id) return b;
    FAIL("no bottleneck at this opening");
    return run.bottlenecks.front();
}

const Bottleneck& on_flight(const RunAnalysis& run) {
    for (const Bottleneck& b : run.bottlenecks)
        if (b.space.valid()) return b;
    FAIL("no flight");
    return run.bottlenecks.front();
}

// Upper hall - flight of 4.2 m in plan - lower hall - outside.
Building one_flight() {
    return BuildingBuilder()
        .level("F1")
        .corridor("low", {{0, 0}, {5, 2}})
        .space("fl", {{5, 0}, {9, 0}, {9, 2}, {5, 2}}, SpaceUse::stair_flight)
        .level("F2", 1.8, 2)
        .corridor("high", {{9, 0}, {14, 2}})
        .door("foot", "low", "fl", {{5, 0}, {5, 2}}, OpeningKind::flight_end)
        .door("head", "fl", "high", {{9, 0}, {9, 2}}, OpeningKind::flight_end)
        .exit("e1", "low", {{0, 0.5}, {0, 1.5}})
        .flight("fl", {"ST", "foot", "head", 12, 0.15, 0.2, false})
        .build();
}

}  // namespace

TEST_CASE("ten people in a row through a door give its flow") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 10);
    made.sample(0);
    for (std::size_t p = 0; p < 10; ++p) made.cross(20.0 + 0.5 * static_cast<double>(p), p, "d1", "c1");
    made.cross(60, 3, "d1", "r1").cross(70, 3, "d1", "c1");  // went back for a bag: not counted twice
    const RunAnalysis run = analyse(made.trace());
    const Bottleneck& door = at_opening(run, made.building().find_opening("d1"));
    CHECK(door.kind == BottleneckKind::room_door);
    CHECK(door.persons == 10);
    CHECK(door.mean_flow == Approx(9.0 / 4.5));
    CHECK(door.peak_flow == Approx(1.0));
    REQUIRE(door.flow.size() == 3);
    CHECK(door.flow[2] == Approx(1.0));
    CHECK(door.clear_width_m == Approx(1.0));
}

TEST_CASE("free walking to a door loses nothing, standing before it loses all the time") {
    HandMadeTrace made(room_and_yard());
    made.group("walker", "r1", 1);
    made.group("queuer", "r1", 1);
    for (int i = 0; i <= 20; ++i) {
        const double t = 0.5 * i;
        made.sample(t).put(0, t < 4.1 ? "r1" : "c1", {4.0 + t, 3.0}, 1.0);
        made.put(1, "r1", {7.0, 3.0}, 0.0).pressure(1, 120);
    }
    made.cross(4.1, 0, "d1", "c1").cross(10.2, 1, "d1", "c1");
    made.event(0, GroupReleased{GroupId{0}});
    const RunAnalysis run = analyse(made.trace());
    const Bottleneck& door = at_opening(run, made.building().find_opening("d1"));
    CHECK(door.delay_person_s == Approx(10.0).margin(0.2));
    CHECK(door.waiting_person_s == Approx(10.0));
    CHECK(door.longest_queue == 1);
    CHECK(door.peak_pressure == Approx(120.0));
    REQUIRE(door.groups.size() == 1);
    CHECK(door.groups.front() == GroupId{1});
}

TEST_CASE("people who wait for the word at their desks are no queue") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 1);
    for (int i = 0; i <= 20; ++i) made.sample(i).put(0, "r1", {7.5, 3.0}, 0.0, PersonState::waiting);
    made.cross(21, 0, "d1", "c1");
    const RunAnalysis run = analyse(made.trace());
    const Bottleneck& door = at_opening(run, made.building().find_opening("d1"));
    CHECK(door.waiting_person_s == 0.0);
    CHECK(door.delay_person_s == 0.0);
}

TEST_CASE("the tail of a long queue belongs to it, passers-by far off do not") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "c1", 3);
    for (const double t : {0.0, 1.0}) {
        made.sample(t);
        made.put(0, "c1", {9.7, 19.0}, 0.1).put(1, "c1", {9.7, 11.0}, 0.1).put(2, "c1", {9.7, 10.0 + t}, 1.0);
    }
    for (std::size_t p = 0; p < 3; ++p) made.cross(30, p, "e1", "yard");
    const RunAnalysis run = analyse(made.trace());
    const Bottleneck& exit = at_opening(run, made.building().find_opening("e1"));
    CHECK(exit.kind == BottleneckKind::building_exit);
    CHECK(exit.longest_queue == 2);
    CHECK(exit.delay_person_s == Approx(2.0));
}

TEST_CASE("twenty people ahead of a door are its peak density, at that moment") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 20);
    const Opening& door = made.building().openings[0];
    for (int i = 0; i <= 10; ++i) {
        made.sample(i);
        for (std::size_t p = 0; p < 20; ++p) {
            const double back = i == 4 ? 0.0 : 3.0;
            const double row = static_cast<double>(p / 5), column = static_cast<double>(p % 5);
            made.put(p, "r1", {7.9 - back - 0.25 * row, 2.6 + 0.2 * column}, 0.2);
        }
    }
    for (std::size_t p = 0; p < 20; ++p) made.cross(11, p, "d1", "c1");
    const RunAnalysis run = analyse(made.trace());
    const Bottleneck& b = at_opening(run, OpeningId{0});
    CHECK(b.peak_density == Approx(20.0 / half_disc_floor_m2(made.building(), door, door.from)));
    CHECK(b.peak_time_s == 4.0);
    CHECK(b.congestion_s == Approx(1.0));
}

TEST_CASE("time lost on a flight counts the stair factor and the incline, and is booked once") {
    HandMadeTrace made(one_flight());
    made.group("c1", "high", 1);
    // Down at half of 1 m/s along the incline: 4 m in plan are 5 m along a 3-4-5 flight, 10 s.
    for (int i = 0; i <= 10; ++i) made.sample(i).put(0, "fl", {9.0 - 0.4 * i, 1.0}, 0.4);
    made.sample(11).put(0, "low", {4.6, 1.0}, 1.0);
    made.cross(-0.1, 0, "head", "fl").cross(10.5, 0, "foot", "low").cross(16, 0, "e1", "outside");
    const RunAnalysis run = analyse(made.trace());
    const Bottleneck& flight = on_flight(run);
    CHECK(flight.kind == BottleneckKind::flight);
    CHECK(flight.persons == 1);
    CHECK(flight.delay_person_s == Approx(0.0).margin(0.6));  // the last interval runs on to level ground
    CHECK(flight.waiting_person_s == 0.0);
    CHECK(flight.peak_density == Approx(1.0 / 8.0));
    CHECK(at_opening(run, made.building().find_opening("foot")).delay_person_s == 0.0);
    CHECK(at_opening(run, made.building().find_opening("foot")).kind == BottleneckKind::stair_mouth);
}

TEST_CASE("who queues at the head of a flight queues for the flight") {
    HandMadeTrace made(one_flight());
    made.group("c1", "high", 4);
    for (const double t : {0.0, 5.0}) {
        made.sample(t);
        for (std::size_t p = 0; p < 4; ++p) made.put(p, "high", {9.5 + 0.4 * static_cast<double>(p), 1.0}, 0.0);
    }
    for (std::size_t p = 0; p < 4; ++p) made.cross(6, p, "head", "fl").cross(16, p, "foot", "low");
    const RunAnalysis run = analyse(made.trace());
    CHECK(run.bottlenecks.front().kind == BottleneckKind::flight);
    CHECK(run.bottlenecks.front().longest_queue == 4);
    CHECK(run.bottlenecks.front().delay_person_s == Approx(20.0));
    CHECK(at_opening(run, made.building().find_opening("head")).waiting_person_s == Approx(20.0));
    CHECK(at_opening(run, made.building().find_opening("head")).delay_person_s == 0.0);
}

TEST_CASE("1,080 people over 400 samples are analysed in well under a second") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "c1", 1080);
    for (int i = 0; i < 400; ++i) {
        made.sample(0.5 * i);
        for (std::size_t p = 0; p < 1080; ++p)
            made.put(p, "c1",
                     {8.4 + 0.0025 * static_cast<double>(p),
                      static_cast<double>((p + 3U * static_cast<unsigned>(i)) % 200) * 0.1},
                     0.2);
    }
    for (std::size_t p = 0; p < 1080; ++p) made.cross(200 + 0.1 * static_cast<double>(p), p, "e1", "yard");
    const auto start = std::chrono::steady_clock::now();
    const RunAnalysis run = analyse(made.trace());
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    CHECK(run.bottlenecks.front().persons == 1080);
    WARN("analysis of 1,080 x 400 took " << took.count() << " ms (goal 150 on a quiet machine)");
    CHECK(took.count() < 1000.0);
}
