// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "sim/analysis/analyse.h"
#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/held.h"
#include "tests/unit/analysis/corridor_building.h"
#include "tests/unit/analysis/hand_made_trace.h"

namespace muster::analysis {
namespace {

OpeningId opening(const HandMadeTrace& t, const char* key) { return t.building().find_opening(key); }
SpaceId space(const HandMadeTrace& t, const char* key) { return t.building().find_space(key); }
int by(const Bottleneck& b, Hold hold) { return b.held.by[static_cast<std::size_t>(hold)]; }

TEST_CASE("who is shut in is counted at the exit that is shut, and that place comes first though nobody passed it") {
    HandMadeTrace t(rooms_on_a_corridor().build());
    t.group("a", "r1", 5);
    t.group("b", "r2", 3);
    t.sample(0.0);
    t.event(1.0, OpeningChanged{opening(t, "north"), DoorState::locked, false});
    t.sample(60.0);
    for (std::size_t p = 0; p < 8; ++p) t.put(p, "c1", {10.0, 19.0}, 0.0, PersonState::stranded);
    t.put(7, "c1", {10.0, 1.0}, 0.0, PersonState::incapacitated);
    const RunAnalysis run = analyse(t.trace());
    const Bottleneck& first = run.bottlenecks.front();
    CHECK(first.opening == opening(t, "north"));
    CHECK(by(first, Hold::shut) == 8);  // an open exit would have saved the one who was overcome, too
    CHECK(first.held.overcome == 1);
    CHECK(first.held.mainly() == Hold::shut);
    CHECK(first.held.groups == std::vector<GroupId>{GroupId{0}, GroupId{1}});
    CHECK(matters(first));
}

TEST_CASE("two shut doors in a row hold at the nearer one; a door that alone would do before one that would not") {
    HandMadeTrace t(rooms_on_a_corridor().build());
    t.group("a", "r1", 2);
    t.sample(0.0);
    t.event(1.0, DoorJammed{opening(t, "d1")}).event(1.0, DoorJammed{opening(t, "north")});
    t.sample(60.0).put(0, "r1", {7.0, 3.0}).put(1, "c1", {10.0, 1.0}, 0.0, PersonState::stranded);
    const std::vector<HeldPerson> held = held_of(t.trace());
    REQUIRE(held.size() == 2);
    CHECK(held[0].opening == opening(t, "d1"));
    CHECK(held[1].opening == opening(t, "north"));  // 2 m from d1, and it is the exit that lets out
}

TEST_CASE("who has turned to wait says which door holds, as long as it is shut") {
    HandMadeTrace t(rooms_on_a_corridor().build());
    t.group("a", "r1", 2);
    t.sample(0.0);
    t.event(1.0, DoorJammed{opening(t, "north")}).event(1.0, DoorJammed{opening(t, "d2")});
    t.event(2.0, PersonTurnsToWait{PersonId{0}, space(t, "r1"), opening(t, "north")});
    t.event(2.0, PersonTurnsToWait{PersonId{1}, space(t, "r1"), opening(t, "d1")});  // it was opened again
    t.sample(60.0)
        .put(0, "r1", {7.0, 8.9}, 0.0, PersonState::stranded)
        .put(1, "r1", {7.0, 3.0}, 0.0, PersonState::stranded);
    const std::vector<HeldPerson> held = held_of(t.trace());
    REQUIRE(held.size() == 2);
    CHECK(held[0].opening == opening(t, "north"));
    CHECK(held[1].opening == opening(t, "north"));
}

TEST_CASE("with the way open each is held by what happened to him or her") {
    HandMadeTrace t(rooms_on_a_corridor().build());
    t.group("a", "r1", 7);
    t.sample(0.0);
    t.event(2.0, PersonTurnsBack{PersonId{1}, space(t, "c1")});
    t.sample(60.0)
        .put(0, "r1", {1.0, 1.0}, 0.0, PersonState::incapacitated)
        .put(1, "r1", {1.0, 1.0}, 0.0, PersonState::stranded)
        .put(2, "r1", {1.0, 1.0}, 0.0, PersonState::waiting)
        .put(3, "c1", {10.0, 19.0})
        .put(4, "c1", {10.0, 1.0})
        .put(5, "yard", {10.0, 30.0})
        .put(6, "r1", {1.0, 1.0}, 0.0, PersonState::arrived);
    const std::vector<HeldPerson> held = held_of(t.trace());
    REQUIRE(held.size() == 5);
    CHECK((held[0].by == Hold::smoke && held[0].space == space(t, "r1") && held[0].overcome));
    CHECK((held[1].by == Hold::smoke && held[1].space == space(t, "c1")));
    CHECK((held[2].by == Hold::no_signal && held[2].space == space(t, "r1")));
    CHECK((held[3].by == Hold::queue && held[3].opening == opening(t, "north")));
    CHECK((held[4].by == Hold::queue && held[4].space == space(t, "c1")));  // far from the exit: on the way
    const RunAnalysis run = analyse(t.trace());
    int all = 0;
    for (const Bottleneck& b : run.bottlenecks) all += b.held.persons();
    CHECK(all == run.people.inside - run.people.arrived);
    t.event(59.0, GroupReleased{GroupId{0}});
    CHECK(held_of(t.trace()).at(2).by == Hold::queue);  // told, and not off yet
}

TEST_CASE("of several runs a place counts the run that held most") {
    RunAnalysis calm, bad;
    Bottleneck b;
    b.opening = OpeningId{0};
    b.delay_person_s = 500.0;
    Bottleneck other = b;
    other.opening = OpeningId{1};
    other.delay_person_s = 1.0;
    calm.bottlenecks = {b, other};
    other.held.by[static_cast<std::size_t>(Hold::smoke)] = 2;
    bad.bottlenecks = {other, b};
    const Ensemble all = combine({calm, calm, bad});
    CHECK(all.bottlenecks.front().opening == OpeningId{1});
    CHECK(all.bottlenecks.front().held.persons() == 2);
}

}  // namespace
}  // namespace muster::analysis
