// SPDX-License-Identifier: Apache-2.0
// Every scenario of the library, from its files to its end.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "floorplans/json_cursor.h"
#include "scenarios/reader.h"
#include "scenarios/scenario_writer.h"
#include "sim/analysis/analyse.h"
#include "sim/analysis/results.h"
#include "sim/engine/simulation.h"
#include "sim/record/trace.h"
#include "tests/support/accountant.h"
#include "tests/support/paths.h"

using namespace muster;
using namespace muster::testing;

namespace {

std::vector<std::string> library_scenarios() {
    std::vector<std::string> paths;
    const std::filesystem::path folder = std::filesystem::path(source_file()) / "scenarios/library";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().string().ends_with(".scenario.json")) paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::shared_ptr<const World> load(const std::string& path) {
    auto loaded = scenarios::load_world(path);
    for (const Finding& f : loaded.findings) {
        INFO(f.code << " at " << f.file << " " << f.pointer);
        CHECK(f.severity != Severity::error);
    }
    REQUIRE(loaded.value);
    return loaded.value->world;
}

}  // namespace

TEST_CASE("library: every scenario runs to its end with everybody accounted for", "[library]") {
    for (const std::string& path : library_scenarios()) {
        INFO(path);
        const auto world = load(path);
        engine::Simulation simulation(engine::prepare(world), 1);
        TraceRecorder recorder;
        Accountant accountant;
        simulation.observe(recorder);
        simulation.observe(accountant);
        simulation.run();
        const analysis::RunAnalysis analysis = analysis::analyse(recorder.trace());
        CHECK(simulation.outcome().everybody_accounted_for);
        CHECK_FALSE(simulation.outcome().ran_out_of_time);
        CHECK(analysis.people.total == static_cast<int>(world->scenario.population.total()));
        CHECK(analysis.people.evacuated + analysis.people.inside == analysis.people.total);
        // Only smoke or an earthquake may keep anybody inside, and then each is counted as what became of them.
        int kept = 0;
        if (analysis.smoke || analysis.quake)
            for (const analysis::RescuedRoom& room : analysis.rescue) kept += room.led + room.carried;
        CHECK(analysis.people.inside == analysis.people.arrived + kept);
        CHECK(analysis.replaced == 0);
        CHECK(accountant.lost == 0);
        CHECK(accountant.in_walls == 0);
    }
}

TEST_CASE("library: a scenario that was written and read again runs as it did", "[library]") {
    for (const std::string& path : library_scenarios()) {
        INFO(path);
        const auto world = load(path);
        const auto file = floorplans::JsonDocument::load(path);
        REQUIRE(file);
        Scenario half_a_minute = world->scenario;
        half_a_minute.run.max_s = 30.0;
        const auto run = [&](const Scenario& scenario) {
            const auto sealed = validate(world->building, world->risk_map, scenario);
            REQUIRE(sealed);
            engine::Simulation simulation(engine::prepare(*sealed.value), 1);
            simulation.run();
            return simulation.outcome().fingerprint.text();
        };
        const auto text = scenarios::write_scenario(half_a_minute, world->building, world->risk_map,
                                                    scenarios::files_of(*file.value));
        const auto document = floorplans::JsonDocument::parse(text, path);
        REQUIRE(document);
        const auto again = scenarios::read_scenario(*document.value, world->building, world->risk_map);
        REQUIRE(again);
        CHECK(run(*again.value) == run(half_a_minute));
    }
}

TEST_CASE("library: the same seed gives the same fingerprint, alone, in slices, or beside another run", "[library]") {
    const auto world =
        load((std::filesystem::path(source_file()) / "scenarios/library/primary_drill.scenario.json").string());
    const engine::Prepared prepared = engine::prepare(world);
    const auto print_of = [](engine::Simulation& s) { return s.outcome().fingerprint.text(); };
    engine::Simulation alone(prepared, 1);
    alone.run();

    engine::Simulation first(engine::prepare(world), 1), second(engine::prepare(world), 2), sliced(prepared, 1);
    std::thread other([&] { second.run(); });
    first.run();
    other.join();
    for (double t = 0.0; !sliced.ended();) sliced.advance_to(SimTime::from_seconds(t += 7.3));
    CHECK(print_of(first) == print_of(alone));
    CHECK(print_of(sliced) == print_of(alone));
    CHECK(print_of(second) != print_of(alone));
}

TEST_CASE("library: a stair whose last door has jammed empties the other way", "[library]") {
    // Seed 12 jams the fire door at the foot of the east stair for good, with two storeys of people above it.
    const auto world =
        load((std::filesystem::path(source_file()) / "scenarios/library/secondary_quake_rare_warned.scenario.json")
                 .string());
    engine::Simulation simulation(engine::prepare(world), 12);
    TraceRecorder recorder;
    simulation.observe(recorder);
    simulation.run();
    const analysis::RunAnalysis analysis = analysis::analyse(recorder.trace());
    const OpeningId door = world->building.find_opening("ST_E_L1_door");
    REQUIRE(analysis.quake);
    CHECK(std::any_of(analysis.quake->harms.begin(), analysis.quake->harms.end(), [&](const analysis::QuakeHarm& h) {
        return h.kind == analysis::QuakeHarmKind::door_jammed && h.opening == door;
    }));
    CHECK_FALSE(simulation.outcome().ran_out_of_time);
    CHECK(analysis.people.inside == 0);
}
