// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/drill_search.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "scenarios/reader.h"
#include "sim/analysis/clocks.h"
#include "sim/base/random.h"
#include "sim/engine/simulation.h"
#include "sim/planning/flow_people.h"
#include "tests/support/paths.h"
#include "tests/support/run_world.h"

using namespace muster;
using namespace muster::planning;
using namespace muster::testing;

namespace {

struct School {
    engine::Prepared prepared;
    std::unique_ptr<PlanProblem> problem;
};

std::shared_ptr<const World> world_of(const char* name) {
    const auto loaded = scenarios::load_world(source_file("scenarios/library/") + name + ".scenario.json");
    REQUIRE(loaded.value);
    return loaded.value->world;
}

PlanRules rules_for(PlanUse use) {
    PlanRules rules;
    rules.use = use;
    return rules;
}

School school(std::shared_ptr<const World> world, PlanUse use = PlanUse::dismissal) {
    School s{engine::prepare(std::move(world)), nullptr};
    s.problem = std::make_unique<PlanProblem>(*s.prepared.world, *s.prepared.navigation, rules_for(use));
    return s;
}

DrillCandidate any_candidate(const PlanProblem& problem, RandomStream& random) {
    DrillCandidate c;
    for (const PlanUnit& u : problem.units()) {
        c.option.push_back(static_cast<std::uint16_t>(random.below(u.options.size())));
        c.delay.push_back(static_cast<std::int16_t>(random.below(60)));
    }
    return c;
}

SearchSettings few(PlanObjective objective = PlanObjective::crowding) {
    SearchSettings s;
    s.evaluations = 800;
    s.restarts = 2;
    s.objective = objective;
    return s;
}

}  // namespace

TEST_CASE("drill plan: every class of the primary school has ways by both stairs, named as they lead", "[planning]") {
    const School s = school(world_of("primary_drill"));
    REQUIRE(s.problem->units().size() == 24);
    const Building& b = s.prepared.world->building;
    for (const PlanUnit& u : s.problem->units()) {
        INFO(s.prepared.world->scenario.population.groups[u.group.index()].key);
        CHECK(u.options.size() >= 4);
        bool west = false, east = false;
        for (const WayOption& o : u.options) {
            west = west || o.route.stair == b.find_stair("ST_W");
            east = east || o.route.stair == b.find_stair("ST_E");
            CHECK(o.openings.front() == o.route.door);
            CHECK(o.openings.back() == o.route.exit);
            CHECK(b.is_building_exit(o.openings.back()));
        }
        CHECK((u.storey == 1 || (west && east)));
    }
}

TEST_CASE("drill plan: put in order, no class leaves before one nearer the stair in its file", "[planning][property]") {
    const School s = school(world_of("primary_drill"));
    const auto& units = s.problem->units();
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        INFO("seed " << seed);
        RandomStream random(seed, Purpose::test, 1);
        DrillCandidate c = any_candidate(*s.problem, random);
        std::vector<std::int16_t> before = c.delay;
        s.problem->put_in_order(c);
        for (std::size_t u = 0; u < units.size(); ++u)
            for (std::size_t v = 0; v < units.size(); ++v) {
                const WayOption &a = units[u].options[c.option[u]], &b = units[v].options[c.option[v]];
                if (u != v && a.joins.valid() && a.joins == b.joins && a.corridor == b.corridor &&
                    a.to_join_m < b.to_join_m)
                    CHECK(c.delay[u] <= c.delay[v]);
            }
        std::vector<std::int16_t> after = c.delay;
        std::sort(before.begin(), before.end());
        std::sort(after.begin(), after.end());
        CHECK(before == after);
    }
}

TEST_CASE("drill plan: classes meet head-on in a corridor that neither of them begins in", "[planning]") {
    const School s = school(world_of("primary_drill"));
    const World& world = *s.prepared.world;
    DrillCandidate c;
    for (const PlanUnit& u : s.problem->units()) c.option.push_back(u.today), c.delay.push_back(0);
    const auto by_exit = [&](const char* name, const char* exit) {
        for (std::size_t u = 0; u < c.option.size(); ++u) {
            const PlanUnit& unit = s.problem->units()[u];
            if (world.scenario.population.groups[unit.group.index()].name.zh != name) continue;
            for (std::size_t i = 0; i < unit.options.size(); ++i)
                if (world.building.opening(unit.options[i].route.exit).name.zh == exit)
                    c.option[u] = static_cast<std::uint16_t>(i);
        }
    };
    by_exit("一年级2班", "门厅安全出口");  // room 102, west of the lobby
    by_exit("一年级4班", "门厅安全出口");  // room 104, east of it
    const int apart = s.problem->crossings(c);
    by_exit("一年级4班", "西安全出口");  // through the lobby, then by 102, which comes towards it
    CHECK(s.problem->crossings(c) > apart);
}

TEST_CASE("drill plan: what the search finds keeps every rule", "[planning][slow][sanitized]") {
    const School s = school(world_of("primary_drill"));
    const SearchResult found = search_plan(*s.problem, few());
    REQUIRE_FALSE(found.best.empty());
    for (const FoundPlan& f : found.best) {
        const PlanScore score = s.problem->evaluate(f.candidate);
        CHECK(score.keeps_rules());
        CHECK(score.crossings == 0);
        DrillCandidate ordered = f.candidate;
        s.problem->put_in_order(ordered);
        CHECK(ordered == f.candidate);
        for (std::size_t u = 0; u < ordered.option.size(); ++u) {
            CHECK(s.problem->units()[u].options[ordered.option[u]].may_choose);
            CHECK(s.problem->gap_missing_s(ordered, u) <= 0.0);
        }
    }
    CHECK(found.best.front().score.crowded_person_s < 0.5 * s.problem->evaluate_today().crowded_person_s);
}

TEST_CASE("drill plan: the same seed finds the same plan, and stopping early says so", "[planning]") {
    const School s = school(world_of("kindergarten_drill"));
    const SearchResult one = search_plan(*s.problem, few()), two = search_plan(*s.problem, few());
    REQUIRE(one.best.size() == two.best.size());
    for (std::size_t i = 0; i < one.best.size(); ++i) CHECK(one.best[i].candidate == two.best[i].candidate);
    CHECK_FALSE(one.cut_short);
    SearchSettings stopped = few();
    stopped.go_on = [](std::size_t) { return false; };
    const SearchResult cut = search_plan(*s.problem, stopped);
    CHECK(cut.cut_short);
    CHECK(cut.evaluations < 200);
}

TEST_CASE("drill plan: a locked exit is no way", "[planning]") {
    const School s = school(world_of("dormitory_night_locked_exit"));
    const OpeningId locked = s.prepared.world->building.find_opening("exit_e");
    REQUIRE(locked.valid());
    REQUIRE_FALSE(s.problem->units().empty());  // without classes, the rooms are planned
    for (const PlanUnit& u : s.problem->units())
        for (const WayOption& o : u.options) CHECK(o.openings.back() != locked);
}

TEST_CASE("drill plan: the candidate's scenario holds its routes and delays and is sound", "[planning]") {
    const School s = school(world_of("primary_class_by_class"));
    RandomStream random(1, Purpose::test, 2);
    const DrillCandidate c = any_candidate(*s.problem, random);
    const Scenario scenario = s.problem->scenario_of(c);
    CHECK(scenario.release.policy == ReleasePolicy::all_at_once);
    for (std::size_t u = 0; u < c.option.size(); ++u) {
        const Group& g = scenario.population.groups[s.problem->units()[u].group.index()];
        CHECK(g.release_delay_s == 5.0 * c.delay[u]);
        CHECK(g.route.spot ==
              s.prepared.world->scenario.population.groups[s.problem->units()[u].group.index()].route.spot);
    }
    CHECK(validate(s.prepared.world->building, s.prepared.world->risk_map, scenario).value);
}

TEST_CASE("drill plan: after an alarm nobody waits by the clock, whatever the scenario did",
          "[planning][slow][sanitized]") {
    const School fire = school(world_of("primary_class_by_class"), PlanUse::fire);
    const SearchResult found = search_plan(*fire.problem, few());
    REQUIRE_FALSE(found.best.empty());
    for (const FoundPlan& f : found.best) {
        const Scenario s = fire.problem->scenario_of(f.candidate);
        CHECK_FALSE(somebody_waits(s));
        CHECK(s.mode == RunMode::drill);
    }
    CHECK(found.today.last_out_s < fire.problem->evaluate_today().last_out_s);  // held against everybody at once
}

TEST_CASE("drill plan: in a drill a class waits for the one before it and at most half a minute",
          "[planning][slow][sanitized]") {
    const School drill = school(world_of("primary_drill"), PlanUse::drill);
    const SearchResult found = search_plan(*drill.problem, few());
    REQUIRE_FALSE(found.best.empty());
    const DrillCandidate& c = found.best.front().candidate;
    const Scenario s = drill.problem->scenario_of(c);
    CHECK(s.release.policy == ReleasePolicy::class_by_class);
    CHECK(s.release.longest_wait_s == 30.0);
    for (const Group& g : s.population.groups) CHECK(g.release_delay_s == 0.0);
    CHECK(validate(drill.prepared.world->building, drill.prepared.world->risk_map, s).value);
    (void)drill.problem->evaluate(c);
    int waiting = 0;
    for (std::size_t u = 0; u < drill.problem->units().size(); ++u) {
        const auto before = drill.problem->waits_for(c, u);
        if (!before) continue;
        ++waiting;
        CHECK(drill.problem->units()[u].storey == drill.problem->units()[*before].storey);
        CHECK(drill.problem->same_stair(c, u, *before));
        CHECK(drill.problem->times(u).first_out_of_room < 30.0 + 15.0);  // pre-movement and the way to the door
    }
    CHECK(waiting > 0);
    DrillCandidate real_day = c;
    real_day.held = false;
    CHECK_FALSE(somebody_waits(drill.problem->scenario_of(real_day)));
}

TEST_CASE("drill plan: a dismissal is written as one", "[planning]") {
    const School s = school(world_of("kindergarten_drill"));
    CHECK(s.problem->scenario_of(s.problem->all_at_once()).mode == RunMode::dismissal);
}

TEST_CASE("drill plan: the network's time of the primary school is that of the physics within a tenth",
          "[planning][slow]") {
    // Physics, medians of seeds 1 to 3: tests/bench/network_against_physics.csv.
    const std::pair<const char*, double> last_out_s[] = {{"primary_drill", 226.8},
                                                         {"primary_class_by_class", 273.3},
                                                         {"primary_p1_lights_out", 363.9},
                                                         {"primary_p9_object_at_stair_mouth", 344.8}};
    for (const auto& [name, physics_s] : last_out_s) {
        INFO(name);
        CHECK(school(world_of(name)).problem->evaluate_today().last_out_s + 5.0 == Approx(physics_s).epsilon(0.1));
    }
}

TEST_CASE("drill plan: the network waits for the slowest child and the rear teacher, as the physics does",
          "[planning]") {
    const auto world = world_of("kindergarten_drill");
    const School drill = school(world);
    const double network_s = drill.problem->evaluate_today().last_out_s + world->scenario.alarm.announcement_s;
    const std::vector<double> out = analysis::times_out_of_building(trace_of(world, 1));
    REQUIRE_FALSE(out.empty());
    CHECK(network_s == Approx(out.back()).epsilon(0.15));  // the mean child alone would be out a third sooner
}

TEST_CASE("drill plan: the network's people are those of seed 1", "[planning]") {
    const auto world = world_of("kindergarten_drill");
    const engine::Prepared prepared = engine::prepare(world);
    const FlowPeople people(*world, *prepared.navigation);
    const engine::Crowd crowd = engine::make_crowd(*world, 1);
    const GroupId big{4};
    const OpeningId door = world->building.space(world->scenario.population.groups[4].space).openings.front();
    const flow::QueueGroup packets = people.packets(big, door);
    const std::vector<float> ready = people.ready_s(packets, big, door);
    CHECK(std::accumulate(packets.packets.begin(), packets.packets.end(), 0) == 37);
    REQUIRE(packets.packets.back() == 1);  // the rear teacher
    REQUIRE(ready.size() == packets.packets.size());
    REQUIRE(packets.pace.size() == packets.packets.size());
    CHECK(std::is_sorted(ready.begin(), ready.end() - 1));
    float slowest = 9.0F;
    for (const PersonId p : crowd.members[4]) slowest = std::min(slowest, crowd.info[p.index()].free_speed);
    const double mean_m_s = mean_speed_m_s(*world, world->scenario.population.groups[4]);
    CHECK(static_cast<double>(*std::min_element(packets.pace.begin(), packets.pace.end())) * mean_m_s ==
          Approx(slowest));
}
