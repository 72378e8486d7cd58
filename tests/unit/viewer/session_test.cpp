// SPDX-License-Identifier: Apache-2.0
// What is given, taken back and kept of a watched run.
#include "render/viewer/state/session.h"

#include <catch2/catch.hpp>

#include "render/viewer/state/session_book.h"
#include "tests/unit/viewer/small_runs.h"

using namespace muster;
using namespace muster::viewer;
using namespace muster::testing;

namespace {

OpenedFile finished(const std::shared_ptr<const World>& world, std::uint64_t seed) {
    OpenedFile file;
    file.world = world;
    file.trace = trace_of(world, seed);
    return file;
}

}  // namespace

TEST_CASE("session: what was given becomes incidents of a scenario that goes the same way", "[viewer]") {
    WorldBuilder w = small_school();
    Session session = session_of(w.build());
    watch_until(session, 3.0);
    session.give(SetOpening{w.opening("d1"), DoorState::locked}, 3.0);
    watch_until(session, 6.0);
    session.give(PersonFalls{w.space("c1"), 4.0}, 6.0);
    watch_to_end(session);
    CHECK(session.unsaved());

    const Scenario saved = session.as_scenario();
    REQUIRE(saved.incidents.size() == 3);
    CHECK(std::holds_alternative<SetOpening>(saved.incidents[1].what));
    CHECK(saved.incidents[1].at_s >= 3.0);
    CHECK(saved.incidents[1].at_s <= 4.5);
    CHECK(saved.run.seed == session.seed());
    World again = session.world();
    again.scenario = saved;
    const Trace alone = trace_of(std::make_shared<const World>(again), saved.run.seed);
    CHECK(alone.outcome.fingerprint.total() == session.trace().outcome.fingerprint.total());
    CHECK(alone.sample_times == session.trace().sample_times);

    session.saved_as("kept.scenario.json");
    CHECK_FALSE(session.unsaved());
    CHECK(session.file().scenario_path == "kept.scenario.json");
}

TEST_CASE("session: incidents of a saved scenario stand in the order of their times", "[viewer]") {
    WorldBuilder w = small_school();
    Session session = session_of(w.build());
    watch_until(session, 8.0);
    session.give(LightsOut{{}, 0.5}, 8.0);
    session.give(SetOpening{w.opening("d2"), DoorState::closed}, 2.0);
    const Scenario saved = session.as_scenario();
    REQUIRE(saved.incidents.size() == 3);
    CHECK(std::holds_alternative<SetOpening>(saved.incidents[1].what));
    CHECK(std::holds_alternative<LightsOut>(saved.incidents[2].what));
}

TEST_CASE("session: undo gives back the unchanged run, redo the changed one", "[viewer]") {
    WorldBuilder w = small_school();
    const auto world = w.build();
    Session session = session_of(world);
    watch_until(session, 4.0);
    session.give(LightsOut{{}, 0.4}, 4.0);
    watch_to_end(session);
    const std::uint64_t changed = session.trace().outcome.fingerprint.total();
    const int generation = session.generation();

    session.undo();
    CHECK(session.given().empty());
    CHECK(session.can_redo());
    CHECK(session.generation() > generation);
    CHECK_FALSE(session.unsaved());
    watch_to_end(session);
    check_same(session.trace(), trace_of(world, session.seed()));

    session.redo();
    REQUIRE(session.given().size() == 1);
    CHECK_FALSE(session.can_redo());
    watch_to_end(session);
    CHECK(session.trace().outcome.fingerprint.total() == changed);
    session.redo();
    CHECK(session.given().size() == 1);
}

TEST_CASE("session: a refused command is told and is not kept; the next one acts", "[viewer]") {
    WorldBuilder w = small_school();
    Session session = session_of(w.build());
    watch_until(session, 2.0);
    session.give(ReleaseGroup{GroupId{42}}, 2.0);
    std::optional<Finding> why;
    wait_for([&] {
        session.follow(5.0);
        why = session.take_refusal();
        return why.has_value();
    });
    CHECK(session.given().empty());
    CHECK_FALSE(session.take_refusal());
    session.give(LightsOut{{}, 0.5}, 5.0);
    watch_to_end(session);
    REQUIRE(session.trace().commands.size() == 1);
    CHECK(std::holds_alternative<LightsOut>(session.trace().commands.front().what));
}

TEST_CASE("session: a finished run is there at once, and can still be changed", "[viewer]") {
    WorldBuilder w = small_school();
    const auto world = w.build();
    Session session(finished(world, 9));
    CHECK_FALSE(session.live());
    CHECK(session.ended());
    CHECK(session.seed() == 9);
    const std::size_t samples = session.trace().sample_times.size();
    CHECK_FALSE(session.follow(100.0));
    session.give(SetOpening{w.opening("d1"), DoorState::locked}, 4.0);
    CHECK(session.live());
    watch_to_end(session);
    check_same(session.trace(), trace_of(w.incident(4.0, SetOpening{w.opening("d1"), DoorState::locked}).build(), 9));
    session.undo();
    watch_to_end(session);
    CHECK(session.trace().sample_times.size() == samples);
}

TEST_CASE("session: a plan without people has no run and takes no harm", "[viewer]") {
    World plan;
    plan.building = small_school().building();
    Session session = session_of(std::make_shared<const World>(plan));
    CHECK_FALSE(session.has_people());
    CHECK_FALSE(session.live());
    CHECK_FALSE(session.follow(10.0));
    CHECK(session.recorded_s() == 0.0);
    session.undo();
    session.redo();
    CHECK_FALSE(session.take_refusal());
}

TEST_CASE("session: other orders begin the run anew; orders that cannot be are refused and change nothing",
          "[viewer]") {
    Session session = session_of(small_school().build());
    watch_until(session, 3.0);
    Scenario fewer = session.world().scenario;
    fewer.population.groups.front().count = 3;
    REQUIRE(session.change_orders(fewer).empty());
    CHECK(session.orders_changed());
    watch_until(session, 1.0);
    CHECK(session.trace().people.size() == 11);

    Scenario impossible = session.world().scenario;
    impossible.population.groups.front().count = 100000;
    CHECK_FALSE(session.change_orders(impossible).empty());
    CHECK(session.world().scenario.population.groups.front().count == 3);
}

TEST_CASE("book: follows a run, forgets what went another way, and analyses it at its end", "[viewer]") {
    Session session = session_of(small_school().build());
    SessionBook book;
    book.follow(session, text::Lang::en);
    CHECK(book.empty());
    watch_until(session, 6.0);
    book.follow(session, text::Lang::en);
    REQUIRE_FALSE(book.empty());
    CHECK(book.book().samples() == session.trace().sample_times.size());
    CHECK(book.analysis() == nullptr);

    session.give(LightsOut{{}, 0.5}, 2.0);
    watch_until(session, 3.0);
    book.follow(session, text::Lang::en);
    CHECK(book.book().samples() == session.trace().sample_times.size());
    watch_to_end(session);
    wait_for([&] {
        book.follow(session, text::Lang::zh_cn);
        return book.analysis() != nullptr;
    });
    CHECK(book.book().samples() == session.trace().sample_times.size());
    CHECK_FALSE(book.captions().empty());
    CHECK_FALSE(book.route(session, GroupId{0}).empty());

    session.undo();
    book.follow(session, text::Lang::zh_cn);
    CHECK(book.analysis() == nullptr);
}
