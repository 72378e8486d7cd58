// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "sim/analysis/enclosure.h"
#include "sim/analysis/quake.h"
#include "sim/analysis/shut_in.h"
#include "tests/unit/analysis/hand_made_trace.h"

namespace muster::analysis {
namespace {

// r1 and r2 open to a corridor with an exit at either end; r2 has a second door to r1.
Building two_exits() {
    return testing::BuildingBuilder()
        .level("F1")
        .room("r1", {{0, 0}, {8, 6}})
        .room("r2", {{0, 6.2}, {8, 12}})
        .corridor("c1", {{8.2, 0}, {11.2, 20}})
        .yard("yard", {{-20, 20.2}, {40, 50}})
        .yard("lane", {{-20, -30}, {40, -0.2}})
        .door("d1", "r1", "c1", {{8.1, 2.5}, {8.1, 3.5}})
        .door("d2", "r2", "c1", {{8.1, 8.5}, {8.1, 9.5}})
        .door("between", "r1", "r2", {{3, 6.1}, {4, 6.1}})
        .door("north", "c1", "yard", {{9.0, 20.1}, {10.5, 20.1}})
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
