// SPDX-License-Identifier: Apache-2.0
// Speed of the crowd physics on workloads W1-W4, and its flow figures. Prints medians of several runs; nothing here is
// a gate.
//   crowd_bench                 all workloads, 3 runs each
//   crowd_bench W2 5            one workload, 5 runs
//   crowd_bench doors 9         flow through doors of 0.5-2.5 m, 9 seeds
//   crowd_bench counterflow 12  times of IMO test 8 against 0, 10, 50, 100 people, 12 seeds
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "sim/physics/tuned_physics.h"
#include "tests/support/crowd_cases.h"

namespace {

using namespace muster;
using namespace muster::testing;
using Clock = std::chrono::steady_clock;

struct Timing {
    double wall_s = 0.0, simulated_s = 0.0, driver_s = 0.0;
    physics::PhysicsTimes parts;
    std::size_t out = 0, replaced = 0;
    [[nodiscard]] double per_second() const { return wall_s / simulated_s; }
};

Timing time_run(const CrowdCase& c, double limit_s) {
    const auto physics = physics::make_crowd_physics(c.building, {});
    CrowdDriver driver(c.building, *physics);
    c.fill(driver);
    const auto start = Clock::now();
    while (driver.inside() > 0 && driver.now_s() < limit_s) driver.step();
    const double all_s = std::chrono::duration<double>(Clock::now() - start).count();
    Timing t;
    t.parts = physics->times();
    t.wall_s = t.parts.neighbours_s + t.parts.steering_s + t.parts.contacts_s + t.parts.settling_s;
    t.driver_s = all_s - t.wall_s;
    t.simulated_s = driver.now_s();
    t.out = driver.out();
    t.replaced = driver.replaced();
    return t;
}

void bench(const char* name, const CrowdCase& c, double limit_s, int runs) {
    std::vector<Timing> t;
    for (int k = 0; k < runs; ++k) t.push_back(time_run(c, limit_s));
    std::sort(t.begin(), t.end(), [](const Timing& a, const Timing& b) { return a.per_second() < b.per_second(); });
    const Timing& m = t[t.size() / 2];
    const double s = m.simulated_s;
    std::printf("%s  people %zu  simulated %.2f s  out %zu  replaced %zu\n", name, c.people.size(), s, m.out,
                m.replaced);
    std::printf("    wall s per simulated s: median %.5f  min %.5f  max %.5f  (%.0f x real time)\n", m.per_second(),
                t.front().per_second(), t.back().per_second(), 1.0 / m.per_second());
    std::printf("    neighbours %.5f  steering %.5f  contacts %.5f  settling %.5f  (driver, not counted: %.5f)\n",
                m.parts.neighbours_s / s, m.parts.steering_s / s, m.parts.contacts_s / s, m.parts.settling_s / s,
                m.driver_s / s);
    std::fflush(stdout);
}

void doors(int seeds) {
    for (const double width : {0.5, 0.6, 0.7, 0.8, 1.0, 1.2, 1.6, 2.0, 2.5}) {
        std::vector<double> flow;
        double pause_s = 0.0;
        int locks = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            const CrowdCase c = bottleneck(width, 180, static_cast<std::uint64_t>(seed));
            physics::PhysicsSettings settings;
            settings.seed = static_cast<std::uint64_t>(seed);
            const DoorFlow f = door_flow(c, *physics::make_crowd_physics(c.building, settings));
            flow.push_back(f.persons_per_s);
            pause_s = std::max(pause_s, f.longest_pause_s);
            locks += f.locked ? 1 : 0;
        }
        std::sort(flow.begin(), flow.end());
        std::printf("door %.1f m: %.2f p/s [%.2f-%.2f], longest pause %.1f s, locked %d of %d\n", width,
                    flow[flow.size() / 2], flow.front(), flow.back(), pause_s, locks, seeds);
        std::fflush(stdout);
    }
}

void counterflows(int seeds) {
    for (const std::size_t against : {std::size_t{0}, std::size_t{10}, std::size_t{50}, std::size_t{100}}) {
        std::vector<double> time_s;
        for (int seed = 1; seed <= seeds; ++seed) {
            const CrowdCase c = counterflow(against, static_cast<std::uint64_t>(seed));
            physics::PhysicsSettings settings;
            settings.seed = static_cast<std::uint64_t>(seed);
            time_s.push_back(counterflow_time(c, *physics::make_crowd_physics(c.building, settings)));
        }
        std::sort(time_s.begin(), time_s.end());
        std::printf("against %zu: median %.1f s [%.1f-%.1f]\n", against, time_s[time_s.size() / 2], time_s.front(),
                    time_s.back());
        std::fflush(stdout);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::string what = argc > 1 ? argv[1] : "";
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
    if (what == "doors") return doors(runs), 0;
    if (what == "counterflow") return counterflows(runs), 0;
    if (what.empty() || what == "W1") bench("W1", workload_1(), 600.0, runs);
    if (what.empty() || what == "W2") bench("W2", workload_2(), 600.0, runs);
    if (what.empty() || what == "W3") bench("W3", hall(100.0, 10'000), 30.0, runs);
    if (what.empty() || what == "W4") bench("W4", hall(200.0, 40'000), 5.0, runs);
    return 0;
}
