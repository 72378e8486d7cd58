// SPDX-License-Identifier: Apache-2.0
// Does the answer depend on the time step, on how a plan is turned; does anybody walk faster than he or she can?
#include <algorithm>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/measures_experiment.h"
#include "tools/verify/readings.h"

namespace muster::verify {

// most_change: share by which the mean total time of any case changes when the time step is halved, seeds averaged.
Measurement measure_half_step(const TestBench& bench) {
    std::vector<double> changes, spreads;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        const auto whole = over_seeds(bench, c, evacuation_time);
        std::vector<double> half;
        for (int seed = 1; seed <= bench.seeds(); ++seed)
            half.push_back(evacuation_time(bench.run(c, static_cast<std::uint64_t>(seed),
                                                     [](Scenario& scenario) { scenario.run.step_s *= 0.5; })));
        changes.push_back(100.0 * (mean_of(half) / mean_of(whole) - 1.0));
        spreads.push_back(100.0 * deviation_of(whole) / mean_of(whole));
    }
    Measurement out;
    out.figure = shown(changes, 1) + " %";
    out.meets_criterion = std::all_of(changes.begin(), changes.end(),
                                      [&](double d) { return std::abs(d) < 100.0 * bench.limit("most_change"); });
    out.remark = {"各算例；种子间标准差 " + shown(spreads, 1) + " %",
                  "Per case; deviation between seeds " + shown(spreads, 1) + " %"};
    return out;
}

// Case 0 straight, case 1 turned and shifted: mean total times differ by less than the deviation between seeds.
Measurement measure_turned_plan(const TestBench& bench) {
    const auto straight = over_seeds(bench, 0, evacuation_time), turned = over_seeds(bench, 1, evacuation_time);
    const double change = mean_of(turned) - mean_of(straight);
    const double spread = std::max(deviation_of(straight), deviation_of(turned));
    Measurement out;
    out.figure = shown({mean_of(straight), mean_of(turned)}, 1) + " s (sd " + shown(spread, 1) + " s)";
    out.meets_criterion = std::abs(change) < spread;
    return out;
}

// window_s: speeds are means over this while, in plan; most_share: by which anybody's may be above his or her free
// speed.
Measurement measure_nobody_faster(const TestBench& bench) {
    const double window = bench.limit("window_s");
    double most = 0.0;
    std::vector<double> per_case;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        const Recording run = bench.run(c, 1);
        double fastest = 0.0;
        const Trace& trace = run.trace;
        std::size_t later = 0;
        for (std::size_t s = 0; s < trace.sample_times.size(); ++s) {
            const double from = trace.sample_times[s].seconds();
            while (later < trace.sample_times.size() && trace.sample_times[later].seconds() < from + window - 1e-6)
                ++later;
            if (later == trace.sample_times.size()) break;
            const double lasts = trace.sample_times[later].seconds() - from;
            for (std::size_t i = 0; i < trace.people.size(); ++i) {
                const TracePoint &a = trace.sample(s)[i], &b = trace.sample(later)[i];
                if (a.state == PersonState::gone || b.state == PersonState::gone) continue;
                const double way = std::hypot(double{b.x - a.x}, double{b.y - a.y});
                fastest = std::max(fastest, way / lasts / double{trace.people[i].free_speed});
            }
        }
        per_case.push_back(100.0 * fastest);
        most = std::max(most, fastest);
    }
    Measurement out;
    out.figure = shown(per_case, 1) + " %";
    out.meets_criterion = most <= 1.0 + bench.limit("most_share");
    out.remark = {"最快者与其自由速度之比", "The fastest relative to his or her own free speed"};
    return out;
}

}  // namespace muster::verify
