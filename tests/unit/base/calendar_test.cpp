// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "sim/base/random.h"
#include "sim/kernel/calendar.h"

using namespace muster;

namespace {

SimTime at(std::int64_t us) { return SimTime{us}; }

std::string drain(Calendar<char>& calendar, std::int64_t until) {
    std::string order;
    calendar.run_until(at(until), [&](SimTime, char c) { order += c; });
    return order;
}

}  // namespace

TEST_CASE("calendar: events come by time, then phase, then order of scheduling", "[kernel]") {
    Calendar<char> calendar;
    calendar.schedule(at(20), Phase::hazard, 'e');
    calendar.schedule(at(10), Phase::measurement, 'd');
    calendar.schedule(at(10), Phase::motion, 'b');
    calendar.schedule(at(10), Phase::motion, 'c');
    calendar.schedule(at(10), Phase::hazard, 'a');
    CHECK(drain(calendar, 20) == "abcde");
    CHECK(calendar.empty());
}

TEST_CASE("calendar: an event at the end of the slice is in the slice, and the clock stands there", "[kernel]") {
    Calendar<char> calendar;
    calendar.schedule(at(10), Phase::motion, 'a');
    calendar.schedule(at(11), Phase::motion, 'b');
    CHECK(drain(calendar, 10) == "a");
    CHECK(calendar.now() == at(10));
    CHECK(drain(calendar, 100) == "b");
    CHECK(calendar.now() == at(100));
}

TEST_CASE("calendar: a handler may schedule at its own instant, and it happens within the slice", "[kernel]") {
    Calendar<int> calendar;
    calendar.schedule(at(5), Phase::motion, 3);
    int handled = 0;
    calendar.run_until(at(5), [&](SimTime now, int left) {
        ++handled;
        if (left > 0) calendar.schedule(now, Phase::motion, left - 1);
    });
    CHECK(handled == 4);
}

TEST_CASE("calendar: a cancelled event never happens and can be cancelled once", "[kernel]") {
    Calendar<char> calendar;
    calendar.schedule(at(1), Phase::motion, 'a');
    const Ticket ticket = calendar.schedule(at(2), Phase::motion, 'b');
    calendar.schedule(at(3), Phase::motion, 'c');
    CHECK(calendar.cancel(ticket));
    CHECK_FALSE(calendar.cancel(ticket));
    CHECK(drain(calendar, 10) == "ac");
}

TEST_CASE("calendar: stop() ends the slice after the event that asked for it", "[kernel]") {
    Calendar<char> calendar;
    calendar.schedule(at(1), Phase::motion, 'a');
    calendar.schedule(at(2), Phase::motion, 'b');
    std::string order;
    calendar.run_until(at(10), [&](SimTime, char c) {
        order += c;
        calendar.stop();
    });
    CHECK(order == "a");
    CHECK(calendar.now() == at(1));
}

TEST_CASE("calendar: slicing the clock changes nothing", "[kernel][property]") {
    const int seed = GENERATE(range(0, 20));
    INFO("seed " << seed);
    RandomStream random(static_cast<std::uint64_t>(seed), Purpose::test, 0);
    Calendar<char> whole, sliced;
    for (int i = 0; i < 200; ++i) {
        const auto when = at(static_cast<std::int64_t>(random.below(1000)));
        const auto phase = static_cast<Phase>(random.below(5));
        const auto what = static_cast<char>('a' + random.below(26));
        whole.schedule(when, phase, what);
        sliced.schedule(when, phase, what);
    }
    std::string slices;
    for (std::int64_t t = 0; t < 1000;) slices += drain(sliced, t += static_cast<std::int64_t>(random.below(70)));
    CHECK(slices == drain(whole, 1100));
}

TEST_CASE("random: one more draw for one person shifts nobody else", "[base]") {
    RandomStream first(7, Purpose::free_speed, 1), again(7, Purpose::free_speed, 1), other(7, Purpose::free_speed, 2);
    const double a = first.uniform();
    (void)other.uniform();
    CHECK(again.uniform() == a);
    CHECK(RandomStream(7, Purpose::pre_movement, 1).uniform() != a);
    CHECK(RandomStream(8, Purpose::free_speed, 1).uniform() != a);
}

TEST_CASE("random: uniform numbers fill [0, 1) evenly and normal ones have mean 0 and deviation 1", "[base]") {
    constexpr int n = 20000;
    double sum = 0.0, normal_sum = 0.0, normal_squares = 0.0;
    for (int i = 0; i < n; ++i) {
        RandomStream stream(3, Purpose::test, static_cast<std::uint64_t>(i));
        const double u = stream.uniform(), z = stream.normal();
        REQUIRE((u >= 0.0 && u < 1.0));
        sum += u, normal_sum += z, normal_squares += z * z;
    }
    CHECK(sum / n == Approx(0.5).margin(0.01));          // 5 standard errors
    CHECK(normal_sum / n == Approx(0.0).margin(0.036));  // 5 standard errors
    CHECK(normal_squares / n == Approx(1.0).margin(0.05));
}
