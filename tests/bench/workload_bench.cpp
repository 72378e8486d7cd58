// SPDX-License-Identifier: Apache-2.0
// The whole engine (routing, steering, contacts, recording to memory) on the peers' workloads, one core.
//   workload_bench           W1-W4, 3 runs each
//   workload_bench W3 5      one workload, 5 runs
// W1 and W2 run to the end, W3 for 30 s, W4 for 5 s of simulated time. Nothing here is a gate.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "sim/engine/simulation.h"
#include "sim/record/trace.h"
#include "tests/support/crowd_cases.h"
#include "tests/support/world_builder.h"

namespace {

using namespace muster;
using namespace muster::testing;
using Clock = std::chrono::steady_clock;

std::shared_ptr<const World> world_of(const CrowdCase& c) {
    WorldBuilder builder(c.building);
    Profile& walker = builder.scenario().population.profiles.front();
    walker.free_speed = {DistributionKind::constant, 1.34};
    std::map<std::pair<std::string, std::string>, std::vector<Vec2>> groups;
    for (const auto& p : c.people) groups[{p.space, p.exit}].push_back(p.at);
    for (const auto& [key, places] : groups) {
        builder.group(key.first + ">" + key.second, key.first, static_cast<int>(places.size()));
        builder.last_group().positions = places;
        builder.last_group().route.exit = builder.opening(key.second);
    }
    return builder.build();
}

struct Timing {
    double prepare_s = 0.0, wall_s = 0.0, simulated_s = 0.0;
    std::size_t out = 0, people = 0;
    engine::SimulationTimes parts;
    [[nodiscard]] double per_second() const { return wall_s / simulated_s; }
};

Timing time_run(const std::shared_ptr<const World>& world, double limit_s) {
    Timing t;
    const auto begun = Clock::now();
    const engine::Prepared prepared = engine::prepare(world);
    engine::Simulation simulation(prepared, 1);
    TraceRecorder recorder;
    simulation.observe(recorder);
    const auto start = Clock::now();
    simulation.advance_to(SimTime::from_seconds(limit_s));
    t.wall_s = std::chrono::duration<double>(Clock::now() - start).count();
    t.prepare_s = std::chrono::duration<double>(start - begun).count();
    t.simulated_s = simulation.now().seconds();
    t.parts = simulation.times();
    const Frame f = simulation.frame();
    t.people = f.state.size();
    t.out = static_cast<std::size_t>(std::count(f.state.begin(), f.state.end(), PersonState::gone));
    return t;
}

void bench(const char* name, const CrowdCase& c, double limit_s, int runs) {
    const auto world = world_of(c);
    std::vector<Timing> t;
    for (int k = 0; k < runs; ++k) t.push_back(time_run(world, limit_s));
    std::sort(t.begin(), t.end(), [](const Timing& a, const Timing& b) { return a.per_second() < b.per_second(); });
    const Timing& m = t[t.size() / 2];
    const double s = m.simulated_s;
    std::printf("%s  people %zu  simulated %.2f s  out %zu  prepare %.3f s\n", name, m.people, s, m.out, m.prepare_s);
    std::printf("    wall s per simulated s: median %.5f  min %.5f  max %.5f  (%.1f x real time)\n", m.per_second(),
                t.front().per_second(), t.back().per_second(), 1.0 / m.per_second());
    std::printf("    routing %.5f  neighbours %.5f  steering %.5f  contacts %.5f  settling %.5f  recording %.5f\n",
                m.parts.routing_s / s, m.parts.physics.neighbours_s / s, m.parts.physics.steering_s / s,
                m.parts.physics.contacts_s / s, m.parts.physics.settling_s / s, m.parts.recording_s / s);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string only = argc > 1 ? argv[1] : "";
    const int runs = argc > 2 ? std::atoi(argv[2]) : 3;
    if (only.empty() || only == "W1") bench("W1", workload_1(), 900.0, runs);
    if (only.empty() || only == "W2") bench("W2", workload_2(), 900.0, runs);
    if (only.empty() || only == "W3") bench("W3", hall(100.0, 10000), 30.0, runs);
    if (only.empty() || only == "W4") bench("W4", hall(200.0, 40000), 5.0, runs);
}
