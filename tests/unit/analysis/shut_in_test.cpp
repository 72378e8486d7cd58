// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "sim/analysis/enclosure.h"
#include "sim/analysis/quake.h"
#include "sim/analysis/shut_in.h"
#include "tests/unit/analysis/corridor_building.h"
#include "tests/unit/analysis/hand_made_trace.h"

namespace muster::analysis {
namespace {

// An exit at either end of the corridor; r2 has a second door to r1.
Building two_exits() {
    return rooms_on_a_corridor()
        .yard("lane", {{-20, -30}, {40, -0.2}})
        .door("between", "r1", "r2", {{3, 6.1}, {4, 6.1}})
        .door("south", "c1", "lane", {{9.0, -0.1}, {10.5, -0.1}})
        .build();
}

OpeningId door(const HandMadeTrace& t, const char* key) { return t.building().find_opening(key); }

TEST_CASE("a door that alone would have let a room out counts its people; one of many shut does not") {
    HandMadeTrace t(two_exits());
    t.group("a", "r1", 5);
    t.group("b", "r2", 3);
    t.sample(0.0);
    t.event(1.0, DoorJammed{door(t, "d1")}).event(1.0, DoorJammed{door(t, "between")});
    const ShutIn alone = shut_in(t.trace());
    CHECK(alone.by_opening[door(t, "d1").index()] == 5);
    CHECK(alone.by_opening[door(t, "between").index()] == 5);  // through r2, whose door works
    CHECK(alone.by_opening[door(t, "d2").index()] == 0);
}

TEST_CASE("two shut exits each count everybody behind them, and a forced door counts nobody") {
    HandMadeTrace t(two_exits());
    t.group("a", "r1", 5);
    t.group("b", "r2", 3);
    t.sample(0.0).put(0, "yard", {10, 30}, 0.0, PersonState::assembled);
    for (const char* key : {"north", "south", "d1"}) t.event(1.0, DoorJammed{door(t, key)});
    const ShutIn both = shut_in(t.trace());
    CHECK(both.by_opening[door(t, "north").index()] == 7);
    CHECK(both.by_opening[door(t, "south").index()] == 7);
    CHECK(both.by_opening[door(t, "d1").index()] == 0);  // the ways on are shut, and r1 reaches the corridor by r2
    const QuakeOutcome quake = quake_of(t.trace());
    CHECK(quake.harms.front().shut_in == 7);

    t.event(2.0, OpeningChanged{door(t, "north"), DoorState::closed, false});
    CHECK(barriers_at_end(t.trace()).openings[door(t, "north").index()] == false);
    CHECK(shut_in(t.trace()).by_opening[door(t, "south").index()] == 0);
}

}  // namespace
}  // namespace muster::analysis
