// SPDX-License-Identifier: Apache-2.0
// The queue network beside the physics, and how many candidate plans it tries a second on one core.
//   plan_bench SCENARIO...             the network's last out (today's plan) and candidates a second
//   plan_bench --physics N SCENARIO... the physics' median over seeds 1..N besides, and the ratio
//   plan_bench --classes SCENARIO      every class's times, and the network's crowded cells; with --physics N both
//   plan_bench --physics N --csv DATE,MACHINE SCENARIO...  one row of network_against_physics.csv each
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "scenarios/reader.h"
#include "sim/analysis/analyse.h"
#include "sim/analysis/clocks.h"
#include "sim/analysis/ensemble.h"
#include "sim/analysis/run_figures.h"
#include "sim/base/statistics.h"
#include "sim/engine/simulation.h"
#include "sim/planning/group_clocks.h"
#include "sim/planning/plan_problem.h"
#include "sim/record/trace.h"

namespace {

using namespace muster;

struct Wishes {
    int physics_runs = 0;
    bool classes = false;
    std::string csv;  // date and machine; empty = words for people
};

struct Physics {
    double last_out_s = 0.0, exposure_person_s = 0.0;  // medians
    double first_s = 0.0, last_s = 0.0;                // of the seeds' last out
};

Physics physics_of(const engine::Prepared& prepared, int runs, planning::GroupClocks& clocks) {
    std::vector<double> out, critical;
    for (int seed = 1; seed <= runs; ++seed) {
        engine::Simulation simulation(prepared, static_cast<std::uint64_t>(seed));
        TraceRecorder recorder;
        simulation.observe(recorder);
        const auto groups = clocks.observer();
        simulation.observe(*groups);
        simulation.run();
        const analysis::RunAnalysis a = analysis::analyse(recorder.trace());
        const std::vector<double> left = analysis::times_out_of_building(recorder.trace());
        out.push_back((left.empty() ? 0.0 : left.back()) - analysis::signal_s(*prepared.world, a.clocks));
        critical.push_back(a.exposure_person_s);
    }
    return {quantile(out, 0.5), quantile(critical, 0.5), quantile(out, 0.0), quantile(out, 1.0)};
}

double candidates_per_second(planning::PlanProblem& problem) {
    planning::DrillCandidate c;
    for (const planning::PlanUnit& u : problem.units()) {
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

void print_classes(planning::PlanProblem& problem, const planning::GroupClocks& physics) {
    const double order_s = problem.world().scenario.alarm.announcement_s;
    std::printf("  s, network / physics (0 = not run)\n");
    for (std::size_t u = 0; u < problem.units().size(); ++u) {
        const auto& unit = problem.units()[u];
        const flow::GroupTimes& n = problem.times(u);
        const planning::GroupClock p = physics.median(unit.group.index());
        std::printf(
            "  %-14s %3d persons, %zu ways, out of room %6.1f / %6.1f, out %6.1f / %6.1f, at spot %6.1f / %6.1f\n",
            problem.world().scenario.population.groups[unit.group.index()].key.c_str(), unit.persons,
            unit.options.size(), order_s + n.last_out_of_room, p.out_of_room.value_or(0.0), order_s + n.out_of_building,
            p.out_of_building.value_or(0.0), order_s + n.at_spot, p.at_spot.value_or(0.0));
    }
    const auto& outcome = problem.outcome();
    for (std::uint32_t c = 0; c < outcome.peak.size(); ++c)
        if (outcome.crowded_by_cell[c] > 50.0F) {
            const flow::CellPlace& at = problem.network().place(c);
            std::printf("  %-14s -> %-14s [%d] peak %.1f /m2, crowded %.0f person s\n",
                        problem.world().building.space(at.space).key.c_str(),
                        problem.world().building.opening(at.out).key.c_str(), at.stretch,
                        static_cast<double>(outcome.peak[c]), static_cast<double>(outcome.crowded_by_cell[c]));
        }
}

void print_words(planning::PlanProblem& problem, const planning::PlanScore& today, double network_s, const Physics& p,
                 const Wishes& wishes) {
    std::printf("%-36s network %6.1f s, crowded %7.0f person s, stuck %d, %5.0f candidates/s",
                problem.world().scenario.key.c_str(), network_s, today.crowded_person_s, today.stuck,
                candidates_per_second(problem));
    if (wishes.physics_runs > 0)
        std::printf(", physics %6.1f s, critical %7.0f person s, ratio %.2f", p.last_out_s, p.exposure_person_s,
                    network_s / p.last_out_s);
    std::printf("\n");
}

void report(const std::string& file, const Wishes& wishes) {
    const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(file);
    if (!loaded) {
        std::printf("%s: does not read\n", file.c_str());
        return;
    }
    const engine::Prepared prepared = engine::prepare(loaded.value->world);
    const World& world = *prepared.world;
    planning::PlanProblem problem(world, *prepared.navigation);
    if (problem.units().empty()) {
        std::printf("%-36s nothing to plan\n", world.scenario.key.c_str());
        return;
    }
    planning::GroupClocks clocks(world.scenario.population.groups.size());
    const planning::PlanScore today = problem.evaluate_today();
    const double network_s = today.last_out_s + world.scenario.alarm.announcement_s;
    const Physics p = wishes.physics_runs > 0 ? physics_of(prepared, wishes.physics_runs, clocks) : Physics{};
    if (wishes.csv.empty())
        print_words(problem, today, network_s, p, wishes);
    else
        std::printf("%s,%d,%s,%zu,%.1f,%.1f,%.1f,%.1f,%.1f\n", wishes.csv.c_str(), wishes.physics_runs,
                    world.scenario.key.c_str(), world.scenario.population.total(), network_s, p.last_out_s, p.first_s,
                    p.last_s, 100.0 * (network_s / p.last_out_s - 1.0));
    (void)std::fflush(stdout);
    if (!wishes.classes) return;
    (void)problem.evaluate_today();
    print_classes(problem, clocks);
}

}  // namespace

int main(int argc, char** argv) {
    Wishes wishes;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--physics" && i + 1 < argc) {
            wishes.physics_runs = std::atoi(argv[++i]);
        } else if (word == "--csv" && i + 1 < argc) {
            wishes.csv = argv[++i];
            std::printf(
                "date,machine,runs,scenario,people,network_s,physics_median_s,physics_min_s,physics_max_s,"
                "difference_percent\n");
        } else if (word == "--classes") {
            wishes.classes = true;
        } else {
            report(word, wishes);
        }
    }
}
