// SPDX-License-Identifier: Apache-2.0
// The queue network beside the physics, and how many candidate plans it tries a second on one core.
//   plan_bench SCENARIO...             the network's last out (today's plan) and candidates a second
//   plan_bench --physics N SCENARIO... the physics' median over seeds 1..N besides, and the ratio
//   plan_bench --classes SCENARIO      every class's time out of room and building, by the network
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "scenarios/reader.h"
#include "sim/analysis/clocks.h"
#include "sim/analysis/ensemble.h"
#include "sim/analysis/run_figures.h"
#include "sim/engine/simulation.h"
#include "sim/planning/plan_problem.h"
#include "sim/record/trace.h"

namespace {

using namespace muster;

struct Physics {
    double last_out_s = 0.0, critical_person_s = 0.0;  // medians
};

Physics physics_of(const Prepared& prepared, int runs) {
    std::vector<double> out, critical;
    for (int seed = 1; seed <= runs; ++seed) {
        Simulation simulation(prepared, static_cast<std::uint64_t>(seed));
        TraceRecorder recorder;
        simulation.observe(recorder);
        simulation.run();
        const RunAnalysis a = analyse(recorder.trace());
        const std::vector<double> left = times_out_of_building(recorder.trace());
        out.push_back((left.empty() ? 0.0 : left.back()) - signal_s(*prepared.world, a.clocks));
        critical.push_back(a.critical_person_s);
    }
    return {quantile(out, 0.5), quantile(critical, 0.5)};
}

double candidates_per_second(PlanProblem& problem) {
    DrillCandidate c;
    for (const PlanUnit& u : problem.units()) {
        c.option.push_back(u.today);
        c.delay.push_back(static_cast<std::int16_t>(c.delay.size() % 12 * 3));
    }
    constexpr int rounds = 400;
    const std::clock_t start = std::clock();  // of the processor: the machine may have other work
    for (int i = 0; i < rounds; ++i) {
        c.delay[static_cast<std::size_t>(i) % c.delay.size()] = static_cast<std::int16_t>(i % 40);
        (void)problem.evaluate(c);
    }
    return rounds * static_cast<double>(CLOCKS_PER_SEC) /
           static_cast<double>(std::max<std::clock_t>(1, std::clock() - start));
}

void print_classes(PlanProblem& problem) {
    (void)problem.evaluate_today();
    for (std::size_t u = 0; u < problem.units().size(); ++u) {
        const auto& unit = problem.units()[u];
        const auto& g = problem.world().scenario.population.groups[unit.group.index()];
        std::printf("  %-14s %3d persons, %zu ways, out of room %6.1f, out %6.1f, at spot %6.1f\n", g.key.c_str(),
                    unit.persons, unit.options.size(), problem.times(u).last_out_of_room,
                    problem.times(u).out_of_building, problem.times(u).at_spot);
    }
    const auto& outcome = problem.outcome();
    for (std::uint32_t c = 0; c < outcome.peak.size(); ++c)
        if (outcome.crowded_by_cell[c] > 50.0F) {
            const CellPlace& at = problem.network().place(c);
            std::printf("  %-14s -> %-14s [%d] peak %.1f /m2, crowded %.0f person s\n",
                        problem.world().building.space(at.space).key.c_str(),
                        problem.world().building.opening(at.out).key.c_str(), at.stretch,
                        static_cast<double>(outcome.peak[c]), static_cast<double>(outcome.crowded_by_cell[c]));
        }
}

void report(const std::string& file, int physics_runs, bool classes) {
    const Checked<LoadedWorld> loaded = load_world(file);
    if (!loaded) {
        std::printf("%s: does not read\n", file.c_str());
        return;
    }
    const Prepared prepared = prepare(loaded.value->world);
    PlanProblem problem(*prepared.world, *prepared.navigation);
    const auto& key = prepared.world->scenario.key;
    if (problem.units().empty()) {
        std::printf("%-36s nothing to plan\n", key.c_str());
        return;
    }
    const double rate = candidates_per_second(problem);
    const PlanScore today = problem.evaluate_today();
    const double out_s = today.last_out_s + prepared.world->scenario.alarm.announcement_s;
    std::printf("%-36s network %6.1f s, crowded %7.0f person s, stuck %d, %5.0f candidates/s", key.c_str(), out_s,
                today.crowded_person_s, today.stuck, rate);
    if (physics_runs > 0) {
        const Physics p = physics_of(prepared, physics_runs);
        std::printf(", physics %6.1f s, critical %7.0f person s, ratio %.2f", p.last_out_s, p.critical_person_s,
                    out_s / p.last_out_s);
    }
    std::printf("\n");
    if (classes) print_classes(problem);
}

}  // namespace

int main(int argc, char** argv) {
    int physics_runs = 0;
    bool classes = false;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--physics" && i + 1 < argc)
            physics_runs = std::atoi(argv[++i]);
        else if (word == "--classes")
            classes = true;
        else
            report(word, physics_runs, classes);
    }
}
