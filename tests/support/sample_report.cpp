// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_report.h"

#include "tests/support/building_builder.h"
#include "tests/support/world_builder.h"

namespace muster::testing {

Building sample_building() {
    Building b = BuildingBuilder("sample")
                     .level("F1")
                     .room("r1", {{0, 0}, {9, 7}})
                     .corridor("c1", {{0, 7.24}, {14, 9.64}})
                     .room("flight", {{10, 3}, {12, 7}}, SpaceUse::stair_flight)
                     .room("shed", {{60, 0}, {66, 5}}, SpaceUse::boiler_room)
                     .yard("yard", {{14.24, -10}, {59.76, 20}})
                     .door("r1_door", "r1", "c1", {{7, 7.12}, {8, 7.12}})
                     .doorway("foot", "c1", "flight", {{10, 7.12}, {12, 7.12}})
                     .door("exit", "c1", "yard", {{14.12, 7.7}, {14.12, 9.2}})
                     .door("shed_door", "shed", "yard", {{59.88, 2}, {59.88, 3}})
                     .state(DoorState::locked)
                     .obstacle("desk", "r1", Box{{1, 1}, {2, 2}})
                     .assembly("A", "yard", {{30, 0}, {40, 10}})
                     .spot("A1", {35, 5})
                     .level("F2", 3.6, 2)
                     .room("r2", {{0, 0}, {9.76, 2.8}})
                     .room("landing2", {{10, 0}, {12, 3}}, SpaceUse::corridor)
                     .door("r2_door", "r2", "landing2", {{9.88, 1}, {9.88, 2}})
                     .doorway("head", "flight", "landing2", {{10, 3}, {12, 3}})
                     .flight("flight", {.stair = "ST", .foot = "foot", .head = "head", .risers = 24})
                     .build();
    b.name = {"样例教学楼", "Sample block"};
    b.levels[0].name = {"一层", "Floor 1"};
    b.levels[1].name = {"二层", "Floor 2"};
    b.spaces[0].name = {"101教室", "Room \"101\" <A&B>"};
    b.sources = {"made up"};
    b.assumptions = {"<assumed>"};
    return b;
}

std::shared_ptr<const World> sample_world() {
    WorldBuilder builder(sample_building());
    builder.group("c1", "r1", 2).group("c2", "r2", 1).incident(5.0, LightsOut{});
    Scenario& scenario = builder.scenario();
    for (Group& g : scenario.population.groups) g.is_class = true, g.route.spot = AssemblySpotId{0};
    scenario.name = {"样例演练", "Sample <drill>"};
    scenario.alarm.at_s = 10.0;
    World world = *builder.build();
    world.risk_map.risks.push_back({"boiler", {"锅炉", "Boiler"}, RiskKind::boiler, 1, SpaceId{3}, {}, {}, {}, "", {}});
    world.risk_map.risks.push_back(
        {"stair", {"楼梯", "Stair"}, RiskKind::crowding, 2, SpaceId{2}, Vec2{11, 5}, {}, {}, "", {}});
    return std::make_shared<const World>(std::move(world));
}

namespace {

Trace sample_trace(const World& world, double out_s) {
    Trace trace;
    trace.world = &world;
    trace.seed = 1;
    trace.people = {{GroupId{0}, ProfileId{0}, false, SpaceId{0}, 0.18F, 1.3F},
                    {GroupId{0}, ProfileId{0}, false, SpaceId{0}, 0.18F, 1.3F},
                    {GroupId{1}, ProfileId{0}, false, world.building.find_space("r2"), 0.18F, 1.3F}};
    const auto at = [&](double t, Event e) { trace.events.push_back({SimTime::from_seconds(t), e}); };
    at(5.0, IncidentHappens{0});
    at(10.0, AlarmSounds{});
    at(10.0, GroupReleased{GroupId{0}});
    at(10.0, GroupReleased{GroupId{1}});
    for (std::size_t i = 0; i < 3; ++i) {
        const auto t = static_cast<double>(i);
        at(20.0 + t, PersonLeftRoom{PersonId{i}});
        at(out_s - 2.0 + t, PersonLeftBuilding{PersonId{i}});
        at(out_s + 20.0 + t, PersonAtAssembly{PersonId{i}});
    }
    at(out_s + 40.0, RollCallDone{GroupId{0}});
    return trace;
}

analysis::Bottleneck flight_bottleneck() {
    analysis::Bottleneck b;
    b.kind = analysis::BottleneckKind::flight;
    b.space = SpaceId{2};
    b.clear_width_m = 2.0;
    b.persons = 1;
    b.delay_person_s = 1234.5;
    b.peak_density = 4.2;
    b.peak_time_s = 40.0;
    b.congestion_s = 12.0;
    b.longest_queue = 7;
    b.mean_flow = 0.5;
    b.peak_flow = 1.1;
    b.flow = {0.0, 0.5, 1.0, 0.2};
    b.groups = {GroupId{1}};
    return b;
}

analysis::Bottleneck exit_bottleneck() {
    analysis::Bottleneck b = flight_bottleneck();
    b.kind = analysis::BottleneckKind::building_exit;
    b.space = {};
    b.opening = OpeningId{2};
    b.persons = 3;
    b.delay_person_s = 60.0;
    b.groups = {GroupId{0}, GroupId{1}};
    return b;
}

analysis::RunAnalysis sample_run(std::uint64_t seed, double out_s) {
    analysis::RunAnalysis run;
    run.seed = seed;
    run.clocks = {10.0, 22.0, out_s, out_s + 22.0, out_s + 40.0};
    run.people = {3, 3, 0, 0, 0};
    run.bottlenecks = {flight_bottleneck(), exit_bottleneck()};
    run.out_of_building_s = {out_s - 2.0, out_s - 1.0, out_s};
    run.at_assembly_s = {out_s + 20.0, out_s + 21.0, out_s + 22.0};
    return run;
}

analysis::DensityGrid sample_grid() {
    analysis::DensityGrid grid;
    grid.level = LevelId{0};
    grid.origin = {0.0, 0.0};
    grid.columns = 28;
    grid.rows = 20;
    for (int i = 0; i < grid.columns * grid.rows; ++i) grid.peak.push_back(0.01F * static_cast<float>(i));
    grid.mean = grid.peak;
    return grid;
}

}  // namespace

SampleReport::SampleReport(int runs, double out_s) : world(sample_world()), trace(sample_trace(*world, out_s + 1.0)) {
    std::vector<analysis::RunAnalysis> analyses;
    for (int seed = 1; seed <= runs; ++seed) {
        analyses.push_back(sample_run(static_cast<std::uint64_t>(seed), out_s + seed));
        papers::RunFacts facts;
        facts.seed = static_cast<std::uint64_t>(seed);
        facts.fingerprint = "0123456789abcdef";
        facts.simulated_s = 200.0;
        facts.wall_s = 2.0;
        input.runs.push_back(facts);
    }
    ensemble = analysis::combine(std::move(analyses));
    input.world = world.get();
    input.ensemble = &ensemble;
    input.trace = &trace;
    input.density = {sample_grid()};
    input.inputs = {{"sample.scenario.json", std::string(64, 'a')}};
    input.findings = {{Severity::warning, "no.such_code", "/spaces/0", "sample.plan.json", 3, {{"n", "<1>"}}}};
    input.parameters = {{"gap0", {"gap0", "gap0"}, "0.2", "m", {"made up", "made up"}}};
    input.version = "0.1.0";
    input.date = "2026-03-07";
}

}  // namespace muster::testing
