// SPDX-License-Identifier: Apache-2.0
// Two rooms and a corridor with people in them, watched as the window watches them.
#pragma once

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "render/viewer/state/session.h"
#include "tests/support/building_builder.h"
#include "tests/support/run_world.h"
#include "tests/support/world_builder.h"

namespace muster::viewer {

inline testing::WorldBuilder small_school() {
    Building b = testing::BuildingBuilder()
                     .room("r1", {{0, 0}, {9, 7}})
                     .room("r2", {{9.24, 0}, {18.24, 7}})
                     .corridor("c1", {{0, 7.24}, {18.24, 9.64}})
                     .door("d1", "r1", "c1", {{4, 7.12}, {5, 7.12}})
                     .door("d2", "r2", "c1", {{13, 7.12}, {14, 7.12}})
                     .exit("e1", "c1", {{18.24, 7.7}, {18.24, 9.2}})
                     .build();
    testing::WorldBuilder w(std::move(b));
    w.group("k1", "r1", 12, 2.0).group("k2", "r2", 8, 2.0).incident(0.0, SoundAlarm{});
    return w;
}

/// Until `done` says so; a run that never gets there is a failure, not a hang.
template <class Done>
void wait_for(Done&& done) {
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(600);
    while (!done()) {
        REQUIRE(std::chrono::steady_clock::now() < patience);
        std::this_thread::sleep_for(std::chrono::microseconds(200));  // the run needs the processor more
    }
}

/// Lets the run go on to `time_s` and takes over all of it.
inline void watch_until(Session& session, double time_s) {
    wait_for([&] {
        session.follow(time_s);
        return session.reached_s() >= time_s || session.ended();
    });
}
inline void watch_to_end(Session& session) {
    wait_for([&] {
        session.follow(session.world().scenario.run.max_s);
        return session.ended();
    });
}

inline Session session_of(std::shared_ptr<const World> world) {
    OpenedFile file;
    file.world = std::move(world);
    return Session(std::move(file));
}

/// The same course from the first sample to the last.
inline void check_same(const Trace& a, const Trace& b) {
    CHECK(a.outcome.fingerprint.total() == b.outcome.fingerprint.total());
    CHECK(a.outcome.ended == b.outcome.ended);
    REQUIRE(a.sample_times == b.sample_times);
    REQUIRE(a.points.size() == b.points.size());
    std::size_t apart = 0;
    for (std::size_t i = 0; i < a.points.size(); ++i)
        apart +=
            a.points[i].x != b.points[i].x || a.points[i].y != b.points[i].y || a.points[i].state != b.points[i].state;
    CHECK(apart == 0);
    REQUIRE(a.events.size() == b.events.size());
    for (std::size_t i = 0; i < a.events.size(); ++i) {
        CHECK(a.events[i].time == b.events[i].time);
        CHECK(a.events[i].event.index() == b.events[i].event.index());
    }
}

}  // namespace muster::viewer
