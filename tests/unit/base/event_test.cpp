// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/event.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace muster;

// Fingerprints and recordings of runs long past depend on them: a new kind is added at the end, none is changed.
TEST_CASE("events: codes stay as they are", "[kernel]") {
    const std::vector<std::string_view> by_code{
        "alarm_sounds",         "group_released",     "person_sets_off", "incident_happens",
        "shaking_starts",       "shaking_ends",       "person_gets_up",  "space_closes",
        "roll_call_done",       "motion_step",        "sample",          "opening_changed",
        "door_jammed",          "person_fell",        "person_crossed",  "person_left_room",
        "person_left_building", "person_at_assembly", "person_arrived",  "person_replaced",
        "call_point_pressed",   "air_step",           "detector_trips",  "person_turns_back",
        "person_incapacitated", "person_meets_smoke", "gas_ignites",     "early_warning",
        "quake_step",           "aftershock",         "item_falls",      "door_forced",
        "flight_damaged",       "debris_falls",       "facade_falls",    "power_lost",
        "person_struck",        "strongest_shaking",  "pipe_leaks",      "alarm_silenced",
        "way_narrowed",         "furniture_slid",     "room_searched",   "person_found",
        "person_turns_to_wait"};
    const auto words = event_words();
    REQUIRE(words.size() >= by_code.size());
    CHECK(std::equal(by_code.begin(), by_code.end(), words.begin()));
}

TEST_CASE("events: code, word, members and who is told follow from the kind", "[kernel]") {
    const Event crossed = PersonCrossed{PersonId{6}, OpeningId{2}, {}};
    CHECK(code_of(crossed) == 14);
    CHECK(word_of(crossed) == "person_crossed");
    CHECK(!is_landmark(crossed));
    CHECK(is_landmark(Event{DoorJammed{}}));

    std::vector<std::string> names;
    std::visit(
        [&](const auto& e) {
            for_each_member(e, [&](const EventMember& member, const auto&) { names.emplace_back(member.name); });
        },
        crossed);
    CHECK(names == std::vector<std::string>{"person", "opening", "into"});
}
