// SPDX-License-Identifier: Apache-2.0
// A run that is watched and meddled with goes as the same run does when nobody watches.
#include "render/viewer/state/live_run.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "tests/unit/viewer/small_runs.h"

using namespace muster;
using namespace muster::viewer;
using namespace muster::testing;

namespace {

bool strictly_rising(const std::vector<SimTime>& times) {
    return std::adjacent_find(times.begin(), times.end(), std::greater_equal<>{}) == times.end();
}

constexpr SimTime far{600'000'000};

// Takes over what there is, looking at the order each time, until the run has ended.
void collect_to_end(LiveRun& run, Trace& trace) {
    run.allow(far);
    wait_for([&] {
        run.collect(trace);
        REQUIRE(strictly_rising(trace.sample_times));
        REQUIRE(trace.points.size() == trace.sample_times.size() * trace.people.size());
        REQUIRE(std::is_sorted(trace.events.begin(), trace.events.end(),
                               [](const TimedEvent& a, const TimedEvent& b) { return a.time < b.time; }));
        return run.ended() && trace.outcome.ended.us > 0;
    });
}

void compute_until(LiveRun& run, SimTime at, Trace& trace) {
    run.allow(at);
    wait_for([&] { return run.computed() >= at; });
    run.collect(trace);
}

SetOpening shut(const WorldBuilder& w, const char* door) { return {w.opening(door), DoorState::locked}; }

}  // namespace

TEST_CASE("a watched run that nobody meddles with is the run itself", "[viewer]") {
    const auto world = small_school().build();
    LiveRun run(engine::prepare(world), 7);
    Trace trace;
    collect_to_end(run, trace);
    check_same(trace, trace_of(world, 7));
}

TEST_CASE("a command given at the edge acts as if the scenario had held it, and nothing starts over", "[viewer]") {
    WorldBuilder w = small_school();
    LiveRun run(engine::prepare(w.build()), 3);
    Trace trace;
    const SimTime at{3'000'000};
    compute_until(run, at, trace);
    const std::size_t known = trace.sample_times.size();
    run.set_commands({{at, PersonFalls{w.space("c1"), 5.0}}}, at);
    CHECK(run.computed() == at);
    run.collect(trace);
    CHECK(trace.sample_times.size() >= known);
    collect_to_end(run, trace);
    check_same(trace, trace_of(w.incident(3.0, PersonFalls{w.space("c1"), 5.0}).build(), 3));
}

TEST_CASE("a command given for a moment gone by rewinds the run, and keeps what was before", "[viewer]") {
    WorldBuilder w = small_school();
    LiveRun run(engine::prepare(w.build()), 3);
    Trace trace;
    compute_until(run, {9'000'000}, trace);
    const Trace before = trace;
    run.set_commands({{{4'000'000}, shut(w, "d1")}}, {4'000'000});
    collect_to_end(run, trace);
    check_same(trace, trace_of(w.incident(4.0, shut(w, "d1")).build(), 3));
    CHECK(std::equal(trace.sample_times.begin(), trace.sample_times.begin() + 5, before.sample_times.begin()));
}

TEST_CASE("commands taken back leave the run as it would have been", "[viewer]") {
    WorldBuilder w = small_school();
    const auto world = w.build();
    LiveRun run(engine::prepare(world), 5);
    Trace trace;
    compute_until(run, {6'000'000}, trace);
    run.set_commands({{{6'000'000}, LightsOut{{}, 0.5}}}, {6'000'000});
    compute_until(run, {12'000'000}, trace);
    run.set_commands({}, {6'000'000});
    collect_to_end(run, trace);
    check_same(trace, trace_of(world, 5));
}

TEST_CASE("a command taken back at once is not carried out, wherever the run has come to", "[viewer]") {
    WorldBuilder w = small_school();
    const auto world = w.build();
    const Trace unchanged = trace_of(world, 5);
    for (int round = 0; round < 20; ++round) {
        LiveRun run(engine::prepare(world), 5);
        Trace trace;
        run.allow({4'000'000});
        wait_for([&] { return run.computed() >= SimTime{1'000'000 + 100'000 * round}; });
        const SimTime edge = run.edge();
        run.set_commands({{edge, LightsOut{{}, 0.5}}}, edge);
        run.allow({5'000'000});
        run.set_commands({}, edge);
        collect_to_end(run, trace);
        REQUIRE(trace.commands.empty());
        REQUIRE(trace.outcome.fingerprint.total() == unchanged.outcome.fingerprint.total());
    }
}

TEST_CASE("changes come faster than the run can follow them; the last ones count", "[viewer]") {
    WorldBuilder w = small_school();
    LiveRun run(engine::prepare(w.build()), 2);
    Trace trace;
    run.allow({20'000'000});
    for (int i = 0; i < 30; ++i) {
        const SimTime at{1'000'000 * (1 + i % 7)};
        run.set_commands({{at, shut(w, i % 2 == 0 ? "d1" : "d2")}}, {1'000'000});
        run.collect(trace);
        REQUIRE(strictly_rising(trace.sample_times));
    }
    run.set_commands({{{5'000'000}, shut(w, "d2")}}, {1'000'000});
    collect_to_end(run, trace);
    check_same(trace, trace_of(w.incident(5.0, shut(w, "d2")).build(), 2));
}

TEST_CASE("a run whose end was reached goes on when something is changed before it", "[viewer]") {
    WorldBuilder w = small_school();
    LiveRun run(engine::prepare(w.build()), 4);
    Trace trace;
    collect_to_end(run, trace);
    run.set_commands({{{3'000'000}, shut(w, "d2")}}, {3'000'000});
    trace.outcome = {};  // the second end only counts; the run may have come to it already
    collect_to_end(run, trace);
    check_same(trace, trace_of(w.incident(3.0, shut(w, "d2")).build(), 4));
}

TEST_CASE("a command that cannot be carried out is told with its reason, once, and changes nothing", "[viewer]") {
    WorldBuilder w = small_school();
    const auto world = w.build();
    LiveRun run(engine::prepare(world), 6);
    Trace trace;
    run.set_commands({{{2'000'000}, ReleaseGroup{GroupId{99}}}}, {2'000'000});
    collect_to_end(run, trace);
    const auto refused = run.take_refused();
    REQUIRE(refused);
    CHECK(refused->command.at == SimTime{2'000'000});
    CHECK_FALSE(refused->why.code.empty());
    CHECK_FALSE(run.take_refused());
    check_same(trace, trace_of(world, 6));
}

TEST_CASE("a run can be left at any time", "[viewer]") {
    const auto world = small_school().build();
    for (int i = 0; i < 10; ++i) {
        LiveRun run(engine::prepare(world), 1);
        if (i % 2 == 0) run.allow({static_cast<std::int64_t>(i) * 1'000'000});
        if (i % 3 == 0) run.set_commands({{{500'000}, SilenceAlarm{}}}, {});
    }
}
