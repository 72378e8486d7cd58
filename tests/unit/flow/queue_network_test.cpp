// SPDX-License-Identifier: Apache-2.0
// Networks small enough to work out by hand.
#include "sim/flow/queue_network.h"

#include <catch2/catch.hpp>

#include "sim/base/random.h"

using namespace muster;
using namespace muster::flow;

namespace {

QueueCell room(double flow) {
    QueueCell c;
    c.flow = flow;
    c.is_room = true;
    c.area_m2 = 1e6;  // nobody is crowded in it
    return c;
}

QueueCell cell(double flow, double holds, double area_m2) { return {area_m2, holds, flow, false, true}; }

QueueWay way(const std::vector<QueueStep>& steps, std::size_t packets, double ready_s = 0.0) {
    return {steps, std::vector<float>(packets, static_cast<float>(ready_s)), 0.0};
}

QueueGroup group(int persons, const std::vector<QueueStep>& steps, int packet = 1) {
    QueueGroup g;
    g.packets = packets_of(persons, packet);
    g.ways.push_back(way(steps, g.packets.size()));
    return g;
}

constexpr QueueLimits no_slowing{3.5, 0.0};

}  // namespace

TEST_CASE("queue network: one door lets people out at its flow", "[flow]") {
    QueueRun run({room(2.0)}, {group(50, {{0, 0.0F}})}, no_slowing);
    const QueueOutcome& out = run.run(std::vector<QueueChoice>(1));
    CHECK(out.last_out == Approx(49.0 / 2.0));  // the first goes at once, the fiftieth after 49 intervals
    CHECK(out.groups[0].first_out_of_room == 0.0);
    CHECK(out.stuck == 0);
}

TEST_CASE("queue network: a stair after a door adds its walking time, and its flow when it is the narrower", "[flow]") {
    QueueRun run({room(2.0), cell(1.0, 1e9, 10.0)}, {group(20, {{0, 0.0F}, {1, 12.0F}})}, no_slowing);
    const QueueOutcome& out = run.run(std::vector<QueueChoice>(1));
    CHECK(out.last_out == Approx(12.0 + 19.0 / 1.0));
    CHECK(out.groups[0].last_out_of_room == Approx(19.0 / 2.0));
}

TEST_CASE("queue network: where two streams merge they take turns, and the whole takes as long as both", "[flow]") {
    const std::vector<QueueStep> a{{0, 0.0F}, {2, 1.0F}}, b{{1, 0.0F}, {2, 1.0F}};
    QueueRun run({room(2.0), room(2.0), cell(1.0, 3.0, 10.0)}, {group(30, a), group(30, b)}, no_slowing);
    const QueueOutcome& out = run.run(std::vector<QueueChoice>(2));
    CHECK(out.last_out == Approx(1.0 + 59.0).margin(1.0));
    CHECK(std::abs(out.groups[0].out_of_building - out.groups[1].out_of_building) < 2.5);
}

TEST_CASE("queue network: a full flight holds people back in their room", "[flow]") {
    // Three on the flight at most, one leaves every 2 s: the room is left no quicker than that.
    QueueRun run({room(5.0), cell(0.5, 3.0, 10.0)}, {group(13, {{0, 0.0F}, {1, 1.0F}})}, no_slowing);
    const QueueOutcome& out = run.run(std::vector<QueueChoice>(1));
    CHECK(out.last_out == Approx(1.0 + 12 * 2.0));
    CHECK(out.groups[0].last_out_of_room == Approx(1.0 + 9 * 2.0));  // when the tenth has come off the flight
    CHECK(out.peak[1] == Approx(0.3F));
}

TEST_CASE("queue network: person-seconds count while a cell is over the limit", "[flow]") {
    // Eight step at once onto 2 m2 (4 to the square metre) and come off one by one, one a second, after 5 s.
    QueueRun run({room(1e9), cell(1.0, 1e9, 2.0)}, {group(8, {{0, 0.0F}, {1, 5.0F}})}, no_slowing);
    const QueueOutcome& out = run.run(std::vector<QueueChoice>(1));
    CHECK(out.crowded_person_s == Approx(8.0 * 5.0));  // seven are 3.5 to the square metre: not over it
    CHECK(out.crowded_by_cell[1] == Approx(40.0F));
}

TEST_CASE("queue network: the hand calculation of three flights of a four-storey block", "[flow]") {
    // 810 persons over two flights of 1.80 m, three streams each at 37 persons a minute: 219 s.
    const double flow = 3 * 37 / 60.0;
    std::vector<QueueGroup> groups;
    for (std::uint32_t stair = 0; stair < 2; ++stair)
        groups.push_back(group(405, {{stair, 0.0F}, {2 + stair, 10.0F}}, 5));
    QueueRun run({room(10.0), room(10.0), cell(flow, 1e9, 100.0), cell(flow, 1e9, 100.0)}, std::move(groups),
                 no_slowing);
    CHECK(run.run(std::vector<QueueChoice>(2)).last_out == Approx(10.0 + 219.0).margin(4.0));
}

TEST_CASE("queue network: a group that waits for another leaves after it", "[flow]") {
    QueueRun run({room(1.0), room(1.0)}, {group(10, {{0, 0.0F}}), group(10, {{1, 0.0F}})}, no_slowing);
    std::vector<QueueChoice> plan(2);
    plan[1].after = 0;
    plan[1].gap_s = 3.0;
    const QueueOutcome& out = run.run(plan);
    CHECK(out.groups[1].first_out_of_room == Approx(9.0 + 3.0));
}

TEST_CASE("queue network: the next class goes after its limit even if the one before is still in its room", "[flow]") {
    QueueRun run({room(0.1), room(1.0)}, {group(10, {{0, 0.0F}}), group(10, {{1, 0.0F}})}, no_slowing);
    std::vector<QueueChoice> plan(2);
    plan[0].release_s = 5.0;
    plan[1] = {0, 0.0, 0, 3.0, 20.0};
    const QueueOutcome& out = run.run(plan);
    CHECK(out.groups[0].last_out_of_room == Approx(5.0 + 90.0));
    CHECK(out.groups[1].first_out_of_room == Approx(5.0 + 20.0));
    CHECK(out.groups[1].last_out_of_room == Approx(25.0 + 9.0));  // released once only
}

TEST_CASE("queue network: who walks faster passes who walks slower, and the slowest is the last out", "[flow]") {
    QueueGroup pupils = group(3, {{0, 0.0F}, {1, 30.0F}});
    pupils.pace = {0.5F, 2.0F, 1.0F};
    pupils.ways[0].outside_s = 10.0;
    QueueRun run({room(1.0), cell(10.0, 1e9, 100.0)}, {pupils}, no_slowing);
    const auto courses = run.courses(std::vector<QueueChoice>(1), 10.0);
    const QueueOutcome& out = run.run(std::vector<QueueChoice>(1));
    CHECK(out.last_out == Approx(0.0 + 30.0 / 0.5));
    CHECK(out.groups[0].at_spot == Approx(60.0 + 10.0 / 0.5));
    CHECK(courses[1].flow[1] * 10.0F == Approx(1.0F));  // the second, after 1 + 15 s
    CHECK(courses[1].flow[3] * 10.0F == Approx(1.0F));  // the third, after 2 + 30 s
}

TEST_CASE("queue network: rear teachers set off when their class has left, or when they have waited enough", "[flow]") {
    QueueGroup pupils = group(6, {{0, 0.0F}});
    pupils.ways[0].ready_s.back() = 4.0F;  // from their place to the door
    pupils.closes_by_s = 60.0;
    QueueRun patient({room(0.5)}, {pupils}, no_slowing);
    CHECK(patient.run(std::vector<QueueChoice>(1)).groups[0].last_out_of_room == Approx(4 * 2.0 + 4.0));
    pupils.closes_by_s = 6.0;  // at the door by 10, when there is still a queue before it
    QueueRun hasty({room(0.5)}, {pupils}, no_slowing);
    CHECK(hasty.run(std::vector<QueueChoice>(1)).groups[0].last_out_of_room == Approx(5 * 2.0));
}

TEST_CASE("queue network: those who block each other for ever are counted, not waited for", "[flow]") {
    const std::vector<QueueStep> round{{0, 0.0F}, {2, 1.0F}, {3, 1.0F}}, back{{1, 0.0F}, {3, 1.0F}, {2, 1.0F}};
    QueueRun run({room(9.0), room(9.0), cell(9.0, 1.0, 1.0), cell(9.0, 1.0, 1.0)}, {group(3, round), group(3, back)},
                 no_slowing);
    CHECK(run.run(std::vector<QueueChoice>(2)).stuck == 6);
}

TEST_CASE("queue network: nobody is lost, and a run does not depend on those before it", "[flow][property]") {
    const auto seed = GENERATE(range(0, 20));
    INFO("seed " << seed);
    RandomStream random(static_cast<std::uint64_t>(seed), Purpose::test, 0);
    std::vector<QueueCell> cells{room(1.5), room(1.5), room(1.5)};
    for (int i = 0; i < 6; ++i) cells.push_back(cell(random.uniform(0.5, 3.0), random.uniform(6.0, 30.0), 5.0));
    std::vector<QueueGroup> groups;
    for (std::uint32_t g = 0; g < 3; ++g) {
        std::vector<QueueStep> steps{{g, 0.0F}};
        for (std::uint32_t c = 3; c < 9; ++c)
            if (random.uniform() < 0.7) steps.push_back({c, static_cast<float>(random.uniform(1.0, 9.0))});
        groups.push_back(group(20 + static_cast<int>(random.below(40)), steps, 3));
    }
    QueueRun run(cells, groups), other(cells, groups);
    std::vector<QueueChoice> plan(3), another(3);
    for (QueueChoice& c : plan) c.release_s = random.uniform(0.0, 60.0);
    const QueueOutcome first = run.run(plan);
    CHECK(first.stuck == 0);  // all go the same way round
    (void)other.run(another);
    const QueueOutcome& again = other.run(plan);
    CHECK(again.last_out == first.last_out);
    CHECK(again.crowded_person_s == first.crowded_person_s);
    for (std::size_t g = 0; g < 3; ++g) CHECK(first.groups[g].out_of_building >= first.groups[g].last_out_of_room);
}

TEST_CASE("queue network: courses add up to the people who passed", "[flow]") {
    QueueRun run({room(2.0), cell(1.0, 1e9, 10.0)}, {group(20, {{0, 0.0F}, {1, 12.0F}})}, no_slowing);
    const auto courses = run.courses(std::vector<QueueChoice>(1), 10.0);
    double passed = 0.0;
    for (const float f : courses[1].flow) passed += static_cast<double>(f) * 10.0;
    CHECK(passed == Approx(20.0));
}
