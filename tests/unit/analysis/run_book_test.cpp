// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/run_book.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/person_story.h"
#include "sim/analysis/stories.h"
#include "tests/unit/analysis/hand_made_trace.h"

using namespace muster;
using namespace muster::analysis;

namespace {

// Six people queue in r1 before d1 and go through it one by one; the last two never do.
HandMadeTrace a_queue() {
    HandMadeTrace made(room_and_yard());
    made.group("class", "r1", 6);
    made.event(0.0, AlarmSounds{});
    for (int i = 0; i <= 10; ++i) {
        made.sample(0.5 * i);
        for (std::size_t p = 0; p < 6; ++p) {
            const double left_s = 1.0 + 1.0 * static_cast<double>(p);
            if (p < 4 && 0.5 * i >= left_s)
                made.put(p, "c1", {9.0, 5.0 + 0.5 * i}, 1.0);
            else
                made.put(p, "r1", {7.6 - 0.4 * static_cast<double>(p), 3.0}, 0.1);
        }
        for (std::size_t p = 0; p < 4; ++p)
            if (i == 2 + 2 * static_cast<int>(p)) {
                made.cross(0.5 * i - 0.1, p, "d1", "c1");
                made.event(0.5 * i - 0.1, PersonLeftRoom{PersonId{p}});
            }
    }
    return made;
}

Trace cut(const Trace& whole, std::size_t samples) {
    Trace part = whole;
    part.sample_times.resize(samples);
    part.points.resize(samples * whole.people.size());
    const SimTime end = part.sample_times.back();
    part.events.erase(
        std::remove_if(part.events.begin(), part.events.end(), [&](const TimedEvent& e) { return e.time > end; }),
        part.events.end());
    part.outcome = {};
    return part;
}

Trace ended(Trace trace) {
    trace.outcome.ended = trace.sample_times.back();
    return trace;
}

}  // namespace

TEST_CASE("the longest queue of a finished run is the one of the bottleneck table") {
    const HandMadeTrace made = a_queue();
    const Trace trace = ended(made.trace());
    RunBook book(*trace.world);
    book.extend(trace);
    const auto rows = bottlenecks_of(trace, Crossings(trace));
    REQUIRE(rows.size() == 1);
    const OpeningStory story = opening_story(book, trace, rows[0].opening, trace.sample_times.size() - 1);
    CHECK(story.longest_queue == rows[0].longest_queue);
    CHECK(story.longest_queue == 4);
    CHECK(*std::max_element(story.density_series.begin(), story.density_series.end()) ==
          Approx(rows[0].peak_density).epsilon(1e-5));
}

TEST_CASE("reading a run in slices gives the same books as reading it whole") {
    const HandMadeTrace made = a_queue();
    const Trace whole = ended(made.trace());
    const OpeningId door = made.building().find_opening("d1");
    RunBook at_once(*whole.world), in_slices(*whole.world);
    at_once.extend(whole);
    for (std::size_t n = 1; n <= whole.sample_times.size(); ++n) in_slices.extend(cut(whole, n));
    in_slices.extend(whole);
    CHECK(in_slices.queue_at(door) == at_once.queue_at(door));
    CHECK(in_slices.density_at(door) == at_once.density_at(door));
    CHECK(in_slices.persons_in(SpaceId{0}) == at_once.persons_in(SpaceId{0}));
    CHECK(in_slices.out_of_rooms() == at_once.out_of_rooms());
}

TEST_CASE("while a run grows, those who stand before a door are its queue already") {
    const HandMadeTrace made = a_queue();
    const Trace part = cut(made.trace(), 2);
    RunBook book(*part.world);
    book.extend(part);
    CHECK(book.queue_at(made.building().find_opening("d1")) == std::vector<float>{6.0F, 6.0F});
}

TEST_CASE("an opening counts who went through it, each way") {
    const HandMadeTrace made = a_queue();
    const Trace trace = ended(made.trace());
    RunBook book(*trace.world);
    book.extend(trace);
    const OpeningStory story = opening_story(book, trace, made.building().find_opening("d1"), sample_at(trace, 2.2));
    CHECK(story.into_to.passed == 2);
    CHECK(story.into_from.passed == 0);
    CHECK(story.into_to.now == Approx(2 / flow_story_bin_s));
    CHECK(story.queue == 2);
}

TEST_CASE("clocks count from the alarm until the last person has gone, and then stand still") {
    HandMadeTrace made(room_and_yard());
    made.group("class", "r1", 2);
    made.event(1.0, AlarmSounds{});
    for (int i = 0; i <= 8; ++i) {
        made.sample(0.5 * i);
        if (i >= 6) made.put(0, "c1", {9, 5}, 1.0).put(1, "c1", {9, 6}, 1.0);
    }
    made.event(2.5, PersonLeftRoom{PersonId{0}}).event(3.0, PersonLeftRoom{PersonId{1}});
    RunBook book(*made.trace().world);
    book.extend(made.trace());
    const auto room_clock = [&](double t) {
        return progress_at(book, made.trace(), sample_at(made.trace(), t)).out_of_room_clock;
    };
    CHECK_FALSE(room_clock(0.5).seconds);
    CHECK(room_clock(2.0).seconds == 1.0);
    CHECK_FALSE(room_clock(2.5).stopped);
    CHECK(room_clock(4.0).seconds == 2.0);
    CHECK(room_clock(4.0).stopped);
    CHECK(progress_at(book, made.trace(), 8).out_of_rooms == 2);
    CHECK(progress_at(book, made.trace(), 8).out_of_building == 0);
}

TEST_CASE("a person waits since the first slow sample of the present standstill, and hears of his own events only") {
    HandMadeTrace made(room_and_yard());
    made.group("class", "r1", 2);
    made.event(0.0, AlarmSounds{});
    for (int i = 0; i < 6; ++i) {
        made.sample(0.5 * i);
        made.put(0, "r1", {1.0 + (i < 3 ? 0.5 * i : 1.0), 3.0}, i < 3 ? 1.0 : 0.0);
        made.put(1, "r1", {6.0, 3.0}, 0.0);
    }
    made.event(1.0, PersonSetsOff{PersonId{1}}).event(1.2, PersonSetsOff{PersonId{0}});
    PersonFollow follow(*made.trace().world, PersonId{0});
    follow.extend(made.trace());
    const PersonStory story = follow.at(made.trace(), 5);
    CHECK(story.waiting_since_s == 1.5);
    CHECK(story.time_lost_s == Approx(1.5));
    CHECK(story.events == std::vector<std::size_t>{0, 2});
    CHECK_FALSE(follow.at(made.trace(), 2).waiting_since_s);
}
