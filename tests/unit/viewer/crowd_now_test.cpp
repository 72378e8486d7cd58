// SPDX-License-Identifier: Apache-2.0
// Everybody at one moment between two samples.
#include "render/viewer/state/crowd_now.h"

#include <catch2/catch.hpp>

#include "tests/unit/analysis/hand_made_trace.h"

using namespace muster;
using namespace muster::viewer;
using namespace muster::testing;

namespace {

Building hall_and_yard() {
    return BuildingBuilder()
        .room("r", {{0, 0}, {10, 10}})
        .yard("yard", {{10.24, 0}, {30, 10}})
        .door("d", "r", "yard", {{10.12, 4}, {10.12, 6}})
        .build();
}

analysis::HandMadeTrace three_walkers() {
    analysis::HandMadeTrace t(hall_and_yard());
    t.group("g", "r", 3);
    t.sample(0.0).put(0, "r", {2, 2}, 0.0, PersonState::waiting);
    t.sample(1.0).put(0, "r", {4, 2}, 2.0).put(1, "yard", {20, 5}, 1.0);
    t.sample(2.0)
        .put(0, "r", {4, 5}, 3.0)
        .put(1, "yard", {22, 5}, 0.0, PersonState::assembled)
        .put(2, "r", {1, 1}, 0.0, PersonState::incapacitated);
    return t;
}

}  // namespace

TEST_CASE("crowd now: people stand between their samples, and at the first and last beyond them", "[viewer]") {
    analysis::HandMadeTrace made = three_walkers();
    const Trace& trace = made.trace();
    CrowdNow moment;
    moment.look(trace, 0.25);
    REQUIRE(moment.people().size() == 3);
    CHECK(moment.people()[0].at.x == Approx(2.5));
    CHECK(moment.people()[0].at.y == Approx(2.0));
    CHECK(moment.sample() == 0);
    moment.look(trace, 1.5);
    CHECK(moment.people()[0].at.y == Approx(3.5));
    moment.look(trace, -3.0);
    CHECK(moment.people()[0].at.x == Approx(2.0));
    moment.look(trace, 99.0);
    CHECK(moment.people()[0].at.y == Approx(5.0));
    CHECK(moment.sample() == 2);
}

TEST_CASE("crowd now: people face where they go, and keep facing it while they stand", "[viewer]") {
    analysis::HandMadeTrace made = three_walkers();
    made.sample(3.0);
    made.sample(4.0);
    const Trace& trace = made.trace();
    CHECK(heading_at(trace, 0, 0).x == Approx(1.0));
    CHECK(heading_at(trace, 0, 1).y == Approx(1.0));
    CHECK(heading_at(trace, 0, 4).y == Approx(1.0));
    CHECK(heading_at(trace, 2, 0).x == Approx(1.0));  // never moved before: east
}

TEST_CASE("crowd now: counts who is in, out, at the spot and overcome", "[viewer]") {
    analysis::HandMadeTrace made = three_walkers();
    CrowdNow moment;
    moment.look(made.trace(), 0.0);
    CHECK(moment.count().inside == 3);
    moment.look(made.trace(), 1.0);
    CHECK(moment.count().inside == 2);
    CHECK(moment.count().outside == 1);
    moment.look(made.trace(), 2.0);
    CHECK(moment.count().assembled == 1);
    CHECK(moment.count().outside == 0);
    CHECK(moment.count().overcome == 1);
    CHECK(moment.count().inside == 2);
}

TEST_CASE("crowd now: nothing recorded yet is nobody, also after somebody was seen", "[viewer]") {
    analysis::HandMadeTrace made = three_walkers();
    CrowdNow moment;
    moment.look(made.trace(), 1.0);
    CHECK_FALSE(moment.empty());
    moment.look(Trace{}, 1.0);
    CHECK(moment.empty());
    CHECK(moment.count().inside == 0);
    CHECK(moment.air().empty());
}
