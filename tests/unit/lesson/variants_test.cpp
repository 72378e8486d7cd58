// SPDX-License-Identifier: Apache-2.0
#include "render/lesson/variants.h"

#include <catch2/catch.hpp>
#include <map>

#include "render/lesson/compare.h"
#include "tests/support/library_runs.h"

using namespace muster;
using namespace muster::lesson;
using namespace muster::testing;

namespace {

std::map<std::uint32_t, int> per_stair(const Scenario& scenario) {
    std::map<std::uint32_t, int> persons;
    for (const Group& g : scenario.population.groups)
        if (g.route.stair.valid()) persons[g.route.stair.value] += g.count;
    return persons;
}

std::shared_ptr<const World> with(const World& world, Scenario scenario) {
    const auto checked = validate(world.building, world.risk_map, std::move(scenario));
    if (!checked) throw std::runtime_error(checked.findings.front().code);
    return *checked.value;
}

}  // namespace

TEST_CASE("by class, all stairs carry alike, every class has its exit and its turn", "[lesson]") {
    const auto world = library_world("primary_p8_popular_stair");
    const routing::Navigation navigation(world->building);
    const Scenario scenario = by_class(*world, navigation);
    const auto stairs = per_stair(scenario);
    REQUIRE(stairs.size() == 2);
    CHECK(stairs.begin()->second == stairs.rbegin()->second);
    for (const Group& g : scenario.population.groups) CHECK(g.route.exit.valid());
    CHECK(scenario.release.policy == ReleasePolicy::class_by_class);
    CHECK(scenario.release.order.size() == 24);
    CHECK(with(*world, scenario) != nullptr);
}

TEST_CASE("to the nearest stair, nobody walks past a nearer one, and all set out at once", "[lesson]") {
    const auto world = library_world("primary_class_by_class");
    const routing::Navigation navigation(world->building);
    const Scenario scenario = near_stair(*world, navigation);
    CHECK(scenario.release.policy == ReleasePolicy::all_at_once);
    for (const Group& g : scenario.population.groups) {
        CHECK_FALSE(g.route.door.valid());
        CHECK_FALSE(g.route.exit.valid());
        const bool upstairs = world->building.level(world->building.space(g.space).level).storey > 1;
        CHECK(g.route.stair.valid() == upstairs);
        if (upstairs) {
            const double x = inner_point(world->building.space(g.space).area).x;
            CHECK(world->building.stair(g.route.stair).key == (x < 39.4 ? "ST_W" : "ST_E"));
        }
    }
    CHECK(with(*world, scenario) != nullptr);
}

TEST_CASE("with one popular stair nobody from upstairs takes another", "[lesson]") {
    const auto world = library_world("primary_drill");
    const routing::Navigation navigation(world->building);
    const auto stairs = per_stair(popular_stair(*world, navigation));
    REQUIRE(stairs.size() == 1);
    CHECK(stairs.begin()->second == 18 * 45);
}

TEST_CASE("variants of a plan without stairs are sound as well", "[lesson]") {
    const auto world = library_world("two_rooms_drill");
    const routing::Navigation navigation(world->building);
    CHECK(with(*world, near_stair(*world, navigation)) != nullptr);
    CHECK(with(*world, by_class(*world, navigation)) != nullptr);
}

TEST_CASE("somebody stops on a flight of the ground floor that was full at that moment", "[lesson]") {
    const LessonRun& run = library_run("primary_drill");
    const auto incident = someone_stops(run.book, run.trace);
    REQUIRE(incident);
    const auto& fall = std::get<PersonFalls>(incident->what);
    const Building& building = run.trace.world->building;
    REQUIRE(building.space(fall.space).flight);
    CHECK(building.level(building.space(fall.space).level).storey == 1);
    Scenario scenario = run.trace.world->scenario;
    scenario.incidents.push_back(*incident);
    const Trace again = trace_of(with(*run.trace.world, scenario));
    const auto falls = times_of<PersonFell>(again);
    REQUIRE(falls.size() == 1);
    CHECK(falls.front() >= incident->at_s);
}

TEST_CASE("two results make one sentence that names the quicker way, or says that there is none", "[lesson]") {
    const LessonResult slow{"near", 415.2, 0.0, 118}, quick{"by class", 231.0, 0.0, 60},
        near_it{"other", 228.0, 0.0, 58}, never{"blocked", {}, 0.0, 90};
    CHECK(comparison_sentence(slow, quick, text::Lang::en) ==
          "\"near\" took 415 s until everybody was out, the longest queue was 118 people; \"by class\" took 231 s, the "
          "longest queue was 60: \"by class\" is 184 s quicker.");
    LessonResult calm{"calm", 268.0, 9724.0, 42}, tight{"tight", 229.0, 44718.0, 69};
    const std::string trade = comparison_sentence(tight, calm, text::Lang::en);
    CHECK(trade.find("\"tight\" is 39 s quicker; \"calm\" is less crowded, with only 22 %") != std::string::npos);
    CHECK(comparison_sentence(quick, near_it, text::Lang::zh_cn).rfind("两种走法差不多快", 0) == 0);
    CHECK(comparison_sentence(never, quick, text::Lang::en).rfind("\"by class\" took 231 s", 0) == 0);
}
