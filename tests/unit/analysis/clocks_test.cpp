// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/clocks.h"

#include <catch2/catch.hpp>

#include "sim/analysis/analyse.h"
#include "tests/unit/analysis/hand_made_trace.h"

using namespace muster;
using namespace muster::analysis;

namespace {

HandMadeTrace two_people_get_out() {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 2);
    made.sample(0).event(1, AlarmSounds{}).event(2, GroupReleased{GroupId{0}});
    for (const std::size_t p : {0U, 1U}) {
        const double late = 3.0 * static_cast<double>(p);
        made.cross(10 + late, p, "d1", "c1").event(10 + late, PersonLeftRoom{PersonId{p}});
        made.cross(30 + late, p, "e1", "yard").event(30 + late, PersonLeftBuilding{PersonId{p}});
        made.event(50 + late, PersonAtAssembly{PersonId{p}});
    }
    made.sample(60);
    for (const std::size_t p : {0U, 1U}) made.put(p, "yard", {15, 35}, 0, PersonState::assembled);
    return made;
}

}  // namespace

TEST_CASE("each clock stops with the last person") {
    HandMadeTrace made = two_people_get_out();
    made.event(73, RollCallDone{GroupId{0}});
    const Clocks clocks = clocks_of(made.trace());
    CHECK(clocks.alarm == 1.0);
    CHECK(clocks.last_out_of_room == 13.0);
    CHECK(clocks.last_out_of_building == 33.0);
    CHECK(clocks.last_at_assembly == 53.0);
    CHECK(clocks.roll_call_done == 73.0);
    CHECK(times_out_of_building(made.trace()) == std::vector<double>{30.0, 33.0});
    CHECK(times_at_assembly(made.trace()) == std::vector<double>{50.0, 53.0});
}

TEST_CASE("a clock stays empty while somebody who should have come has not") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 2);
    made.sample(0).cross(10, 0, "d1", "c1").event(10, PersonLeftRoom{PersonId{0}});
    const Clocks clocks = clocks_of(made.trace());
    CHECK_FALSE(clocks.alarm);
    CHECK_FALSE(clocks.last_out_of_room);
    CHECK_FALSE(clocks.last_out_of_building);
    CHECK_FALSE(clocks.roll_call_done);
}

TEST_CASE("people bound for a room do not hold the clocks of those who leave") {
    HandMadeTrace made = two_people_get_out();
    HandMadeTrace with_runner(room_and_yard());
    const GroupId leaving = with_runner.group("c1", "r1", 1);
    const GroupId runner = with_runner.group("runner", "c1", 1, false);
    with_runner.of(runner).destination = with_runner.building().find_space("r1");
    with_runner.sample(0);
    with_runner.event(5, PersonLeftRoom{PersonId{0}}).event(6, PersonLeftRoom{PersonId{1}});
    with_runner.event(9, PersonLeftBuilding{PersonId{0}}).event(20, PersonAtAssembly{PersonId{0}});
    with_runner.event(40, RollCallDone{leaving});
    const Clocks clocks = clocks_of(with_runner.trace());
    CHECK(clocks.last_out_of_room == 6.0);
    CHECK(clocks.last_out_of_building == 9.0);
    CHECK(clocks.last_at_assembly == 20.0);
    CHECK(clocks.roll_call_done == 40.0);
}

TEST_CASE("nobody waits at assembly for people who went off the site") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 1);
    made.group("visitors", "r1", 1, false);
    made.sample(0).event(20, PersonAtAssembly{PersonId{0}});
    made.sample(30).put(0, "yard", {15, 35}, 0, PersonState::assembled).put(1, "", {0, 0}, 0, PersonState::gone);
    CHECK(clocks_of(made.trace()).last_at_assembly == 20.0);
}

TEST_CASE("the head count adds up whatever became of people") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 5);
    made.sample(0).sample(60);
    made.put(0, "yard", {15, 35}, 0, PersonState::assembled);
    made.put(1, "", {0, 0}, 0, PersonState::gone);
    made.put(2, "r1", {4, 3}, 0, PersonState::fallen);
    made.put(3, "c1", {9, 3}, 0, PersonState::arrived);
    made.put(4, "c1", {9, 19}, 1.0);
    made.event(60.2, PersonLeftBuilding{PersonId{4}});
    const Headcount people = headcount_of(made.trace());
    CHECK(people.total == 5);
    CHECK(people.evacuated == 3);
    CHECK(people.inside == 2);
    CHECK(people.incapacitated == 1);
    CHECK(people.arrived == 1);
}

TEST_CASE("a run without people has a head count of nought and no clocks") {
    const HandMadeTrace made(room_and_yard());
    CHECK(headcount_of(made.trace()).total == 0);
    CHECK_FALSE(clocks_of(made.trace()).last_out_of_building);
    CHECK(analyse(made.trace()).bottlenecks.empty());
}
