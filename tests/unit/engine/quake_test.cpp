// SPDX-License-Identifier: Apache-2.0
// An earthquake in a run: warning, shelter, order, damage, aftershocks.
#include <catch2/catch.hpp>

#include "sim/analysis/analyse.h"
#include "sim/analysis/quake.h"
#include "sim/engine/simulation.h"
#include "sim/hazards/ground_motion.h"
#include "sim/record/trace.h"
#include "tests/support/accountant.h"
#include "tests/support/building_builder.h"
#include "tests/support/run_world.h"
#include "tests/support/world_builder.h"

using namespace muster;
using namespace muster::engine;
using namespace muster::testing;

namespace {

Building school() {
    return BuildingBuilder()
        .level("F1")
        .room("class", {{0, 0}, {9, 6}})
        .corridor("corridor", {{0, 6.2}, {30, 8.6}})
        .yard("yard", {{30.2, -10}, {60, 20}})
        .door("door", "class", "corridor", {{4, 6.1}, {5, 6.1}})
        .door("exit", "corridor", "yard", {{30.1, 6.7}, {30.1, 8.1}})
        .assembly("A", "yard", {{45, 0}, {58, 15}})
        .spot("A1", {50, 7})
        .build();
}

WorldBuilder shaken(double intensity, QuakeLevel level, bool damage = true) {
    WorldBuilder w(school());
    w.group("class", "class", 30, 2.0);
    Earthquake q;
    q.at_s = 10.0;
    q.spectrum = CodeSpectrum{};
    q.spectrum->intensity = intensity;
    q.spectrum->level = level;
    q.damage = damage;
    w.scenario().earthquake = q;
    return w;
}

struct Ran {
    Trace trace;
    int lost = 0, in_walls = 0;
    std::string fingerprint;
};

Ran run_of(const WorldBuilder& w, std::uint64_t seed = 1) {
    static std::vector<std::shared_ptr<const World>> kept;  // a trace points to its world
    kept.push_back(w.build());
    Simulation simulation(prepare(kept.back()), seed);
    TraceRecorder recorder;
    Accountant accountant;
    simulation.observe(recorder);
    simulation.observe(accountant);
    simulation.run();
    return {recorder.take(), accountant.lost, accountant.in_walls, simulation.outcome().fingerprint.text()};
}

}  // namespace

TEST_CASE("earthquake: people shelter, are told to leave when it is calm, and nobody is lost", "[quake]") {
    const Ran ran = run_of(shaken(8, QuakeLevel::rare));
    const auto order = times_of<ShakingEnds>(ran.trace), out = times_of<PersonLeftBuilding>(ran.trace);
    REQUIRE(order.size() == 1);
    CHECK(order.front() > 20.0);
    CHECK(order.front() < 60.0);
    REQUIRE(!out.empty());
    CHECK(out.front() > order.front());
    CHECK(ran.trace.outcome.everybody_accounted_for);
    CHECK(ran.lost == 0);
    CHECK(ran.in_walls == 0);
    REQUIRE(ran.trace.quakes.size() == 1);
    CHECK(ran.trace.quakes.front().floors.size() == 2);
    CHECK(run_of(shaken(8, QuakeLevel::rare)).fingerprint == ran.fingerprint);
    CHECK(run_of(shaken(8, QuakeLevel::rare), 2).fingerprint != ran.fingerprint);
}

TEST_CASE("earthquake: a warning comes before the shaking, trained people still wait for the order", "[quake]") {
    WorldBuilder w = shaken(8, QuakeLevel::design);
    w.scenario().earthquake->lead_s = 6.0;
    const Ran ran = run_of(w);
    CHECK(times_of<EarlyWarning>(ran.trace) == std::vector<double>{4.0});
    CHECK(times_of<PersonLeftRoom>(ran.trace).front() > times_of<ShakingEnds>(ran.trace).front());
    // Those who were not taught to shelter use the warning to get out.
    w.scenario().earthquake->trained_share = 0.0;
    CHECK(times_of<PersonLeftRoom>(run_of(w).trace).front() < 10.0);
}

TEST_CASE("earthquake: untrained people make for the exits while it shakes, and are slowed", "[quake]") {
    WorldBuilder trained = shaken(8, QuakeLevel::rare), untrained = shaken(8, QuakeLevel::rare);
    untrained.scenario().earthquake->trained_share = 0.0;
    const Ran waits = run_of(trained), runs = run_of(untrained);
    CHECK(times_of<PersonLeftBuilding>(runs.trace).front() < times_of<PersonLeftBuilding>(waits.trace).front());
    CHECK(runs.trace.outcome.everybody_accounted_for);
    // A free walk would take 35 s from 10 s on.
    CHECK(times_of<PersonLeftBuilding>(runs.trace).back() > 45.0);
}

TEST_CASE("earthquake: a drill breaks nothing, the same quake for real may", "[quake]") {
    const Ran drill = run_of(shaken(9, QuakeLevel::rare, false)), real = run_of(shaken(9, QuakeLevel::rare));
    CHECK(analysis::quake_of(drill.trace).harms.empty());
    CHECK(times_of<PowerLost>(drill.trace).empty());
    CHECK(drill.trace.quakes.front().floors.front().peak_accel ==
          Approx(real.trace.quakes.front().floors.front().peak_accel));
    int harms = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        harms += static_cast<int>(analysis::quake_of(run_of(shaken(9, QuakeLevel::rare), seed).trace).harms.size());
    CHECK(harms > 0);
}

TEST_CASE("earthquake: a jammed only door keeps the class in, counted, until it is forced",
          "[quake][slow][sanitized]") {
    // Weak masonry in the strongest motion: in most seeds the door jams.
    int jammed = 0, forced = 0, kept_in = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        WorldBuilder w = shaken(9, QuakeLevel::rare);
        GroundMotion ground = hazards::draw_motion(*w.scenario().earthquake->spectrum, seed);
        for (double& a : ground.accel) a *= 2.5;
        w.scenario().earthquake->record = std::make_shared<const GroundMotion>(std::move(ground));
        w.scenario().earthquake->spectrum.reset();
        const Ran ran = run_of(w, seed);
        const auto out = times_of<PersonLeftBuilding>(ran.trace);
        jammed += times_of<DoorJammed>(ran.trace).empty() ? 0 : 1;
        forced += times_of<DoorForced>(ran.trace).empty() ? 0 : 1;
        const int inside = 30 - static_cast<int>(out.size());
        if (inside > 0) {
            ++kept_in;
            const analysis::RunAnalysis run = analysis::analyse(ran.trace);
            int waiting = 0;
            for (const analysis::RescuedRoom& room : run.rescue) waiting += room.led + room.carried;
            CHECK(waiting == inside);
        }
        CHECK(ran.trace.outcome.everybody_accounted_for);
        CHECK(ran.lost == 0);
    }
    CHECK(jammed > 0);
    CHECK(forced > 0);
    CHECK(kept_in > 0);
    CHECK(kept_in < 12);
}

TEST_CASE("earthquake: an aftershock shakes again and adds damage, never heals", "[quake]") {
    WorldBuilder w = shaken(9, QuakeLevel::rare);
    w.scenario().earthquake->aftershocks = {{70.0, 0.0}};
    w.group("late", "class", 5, 200.0);
    const Ran ran = run_of(w);
    REQUIRE(ran.trace.quakes.size() == 2);
    CHECK(ran.trace.quakes[1].aftershock);
    CHECK(ran.trace.quakes[1].at_s == Approx(70.0));
    CHECK(times_of<AftershockStarts>(ran.trace) == std::vector<double>{70.0});
    CHECK(ran.trace.outcome.everybody_accounted_for);
    CHECK(ran.lost == 0);
}

namespace {

/// The class behind two shelves, one of which falls before its only door whichever way the ground throws it.
WorldBuilder shelves_by_the_door(std::uint64_t seed, double scale = 1.5) {
    Building b = school();
    for (const double x : {2.8, 5.9}) {
        const Ring outline{{x, 4.2}, {x + 0.3, 4.2}, {x + 0.3, 5.9}, {x, 5.9}};
        b.obstacles.push_back({"shelf" + std::to_string(b.obstacles.size()), ObstacleKind::shelf, b.find_space("class"),
                               outline, 2.2, 80.0});
    }
    b.structure = {StructureType::rc_frame, CodeLevel::high, 0.1};  // stiff: its doors do not jam
    b.seal();
    WorldBuilder w(b);
    w.group("class", "class", 20, 2.0);
    Earthquake q;
    q.at_s = 10.0;
    GroundMotion ground = hazards::draw_motion(CodeSpectrum{.intensity = 9, .level = QuakeLevel::rare}, seed);
    for (double& a : ground.accel) a *= scale;
    q.record = std::make_shared<const GroundMotion>(std::move(ground));
    w.scenario().earthquake = q;
    return w;
}

}  // namespace

TEST_CASE("earthquake: a shelf that falls before the only door keeps the class in, listed, and nobody is in it",
          "[quake][slow][sanitized]") {
    int cut_off = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Ran ran = run_of(shelves_by_the_door(seed), seed);
        CHECK(ran.lost == 0);
        CHECK(ran.in_walls == 0);
        CHECK(ran.trace.outcome.everybody_accounted_for);
        CHECK_FALSE(ran.trace.outcome.ran_out_of_time);
        const analysis::RunAnalysis run = analysis::analyse(ran.trace);
        CHECK(run.replaced == 0);
        const int inside = 20 - static_cast<int>(times_of<PersonLeftBuilding>(ran.trace).size());
        int listed = 0;
        for (const analysis::RescuedRoom& room : run.rescue) listed += room.led + room.carried;
        CHECK(listed == inside);
        if (times_of<ItemFalls>(ran.trace).empty()) continue;
        CHECK_FALSE(times_of<WayNarrowed>(ran.trace).empty());
        if (inside == 20 && times_of<DoorJammed>(ran.trace).empty()) ++cut_off;
        CHECK(run_of(shelves_by_the_door(seed), seed).fingerprint == ran.fingerprint);
    }
    CHECK(cut_off > 0);
}

TEST_CASE("earthquake: furniture that slid is walked round, and its old place is free", "[quake]") {
    // Two rows of light tables across a room; nobody may end up in one, and all get out.
    Building b = school();
    for (int row = 0; row < 2; ++row)
        for (int k = 0; k < 6; ++k) {
            const double x = 0.8 + 1.3 * k, y = 1.2 + 2.0 * row;
            b.obstacles.push_back({"table" + std::to_string(b.obstacles.size()),
                                   ObstacleKind::table,
                                   b.find_space("class"),
                                   {{x, y}, {x + 0.9, y}, {x + 0.9, y + 0.6}, {x, y + 0.6}},
                                   0.75,
                                   20.0});
        }
    b.structure = {StructureType::rc_frame, CodeLevel::high, 0.1};
    b.seal();
    int slid = 0, free_ways = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        WorldBuilder w(b);
        w.group("class", "class", 20, 2.0);
        w.scenario().earthquake = shelves_by_the_door(seed, 3.0).scenario().earthquake;
        const Ran ran = run_of(w, seed);
        slid += static_cast<int>(times_of<FurnitureSlid>(ran.trace).size());
        CHECK(ran.lost == 0);
        CHECK(ran.in_walls == 0);
        CHECK_FALSE(ran.trace.outcome.ran_out_of_time);
        if (!times_of<DoorJammed>(ran.trace).empty()) continue;
        ++free_ways;
        CHECK(times_of<PersonLeftBuilding>(ran.trace).size() == 20);
    }
    CHECK(free_ways > 0);
    CHECK(slid > 0);
}

TEST_CASE("earthquake: guides search their rooms, find those behind a jammed door and get it open", "[quake][slow]") {
    int found = 0, freed = 0, rooms = 0, freed_alone = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed)
        for (const bool guided : {true, false}) {
            WorldBuilder w = shaken(9, QuakeLevel::rare);
            w.scenario().population.profiles.front().mass_kg = 30.0;  // too weak to force a door
            GroundMotion ground = hazards::draw_motion(*w.scenario().earthquake->spectrum, seed);
            for (double& a : ground.accel) a *= 2.5;
            w.scenario().earthquake->record = std::make_shared<const GroundMotion>(std::move(ground));
            w.scenario().earthquake->spectrum.reset();
            w.group("guide", "corridor", 1, 4.0);
            if (guided) w.last_group().search.rooms = {w.space("class")};
            const Ran ran = run_of(w, seed);
            CHECK(ran.lost == 0);
            CHECK(ran.in_walls == 0);
            CHECK_FALSE(ran.trace.outcome.ran_out_of_time);
            if (guided) {
                rooms += static_cast<int>(times_of<RoomSearched>(ran.trace).size());
                found += static_cast<int>(times_of<PersonFound>(ran.trace).size());
                freed += static_cast<int>(times_of<DoorForced>(ran.trace).size());
            } else {
                CHECK(times_of<PersonFound>(ran.trace).empty());
                freed_alone += static_cast<int>(times_of<DoorForced>(ran.trace).size());
            }
        }
    CHECK(rooms >= 5);
    CHECK(found > 0);
    CHECK(freed > freed_alone);
}

TEST_CASE("earthquake: a guide gives up the search when the time is over", "[quake]") {
    WorldBuilder w = shaken(8, QuakeLevel::design, false);
    w.group("guide", "corridor", 1, 0.0);
    w.last_group().search.rooms = {w.space("class")};
    w.last_group().search.room_s = 500.0;
    w.last_group().search.limit_s = 60.0;
    const Ran ran = run_of(w);
    CHECK(times_of<RoomSearched>(ran.trace).empty());
    CHECK(times_of<PersonLeftBuilding>(ran.trace).size() == 31);
    CHECK(times_of<PersonLeftBuilding>(ran.trace).back() > times_of<ShakingEnds>(ran.trace).front() + 60.0);
}

TEST_CASE("earthquake: those under way when an aftershock comes are slowed by it, whatever they walk on", "[quake]") {
    const auto last_out = [](bool aftershock) {
        WorldBuilder w = shaken(9, QuakeLevel::rare, false);
        w.group("late", "class", 5, 30.0);
        const double order = times_of<ShakingEnds>(run_of(w).trace).front();
        if (aftershock) w.scenario().earthquake->aftershocks = {{order + 32.0, 0.0}};
        return times_of<PersonLeftBuilding>(run_of(w).trace).back();
    };
    CHECK(last_out(true) > last_out(false) + 3.0);
}

TEST_CASE("earthquake: spots near the building are told from those beyond its reach", "[quake]") {
    Building b = school();
    const auto far = analysis::spot_distances(b);
    REQUIRE(far.size() == 1);
    CHECK(far.front().nearest_m == Approx(20.0).margin(0.2));
    CHECK(far.front().reach_m == Approx(2.0 / 3.0 * 3.6));
    CHECK(far.front().clear());
    b.levels.front().elevation_m = 30.0;  // a tower
    CHECK_FALSE(analysis::spot_distances(b).front().clear());
}

TEST_CASE("earthquake: a gas pipe at a risk point may leak, and now and then burns", "[quake][slow]") {
    int leaks = 0, burns = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        WorldBuilder w = shaken(9, QuakeLevel::rare);
        GroundMotion ground = hazards::draw_motion(*w.scenario().earthquake->spectrum, seed);
        for (double& a : ground.accel) a *= 2.0;
        w.scenario().earthquake->record = std::make_shared<const GroundMotion>(std::move(ground));
        w.scenario().earthquake->spectrum.reset();
        Risk risk;
        risk.key = "laboratory";
        risk.kind = RiskKind::laboratory;
        risk.space = w.space("class");
        w.risk(risk);
        w.scenario().run.max_s = 200.0;
        const Ran ran = run_of(w, seed);
        leaks += static_cast<int>(times_of<PipeLeaks>(ran.trace).size());
        burns += !ran.trace.heat_w.empty() && ran.trace.heat_w.back() > 0.0 ? 1 : 0;
        CHECK(ran.trace.outcome.everybody_accounted_for);
    }
    CHECK(leaks > 5);
    CHECK(leaks <= 30);
    CHECK(burns > 0);
    CHECK(burns < leaks);
}

TEST_CASE("earthquake: who runs out while it shakes may be struck at the door, who shelters is not", "[quake][slow]") {
    int struck_running = 0, struck_sheltering = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        for (const double trained : {0.0, 1.0}) {
            WorldBuilder w = shaken(9, QuakeLevel::rare);
            w.scenario().earthquake->trained_share = trained;
            w.scenario().earthquake->lead_s = 9.0;
            w.group("porch", "corridor", 20, 0.0);
            const Ran ran = run_of(w, seed);
            (trained > 0.0 ? struck_sheltering : struck_running) +=
                static_cast<int>(times_of<PersonStruck>(ran.trace).size());
            CHECK(ran.trace.outcome.everybody_accounted_for);
            CHECK(ran.lost == 0);
        }
    CHECK(struck_running > 0);
    CHECK(struck_sheltering == 0);
}
