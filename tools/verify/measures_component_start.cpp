// SPDX-License-Identifier: Apache-2.0
// When people really start to move, as an onlooker sees it, against the time or the distribution they were given.
#include <algorithm>
#include <cmath>

#include "tools/verify/cumulative.h"
#include "tools/verify/measures_component.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// Per person: the first sample that finds him or her farther than `moved_m` from the first place; `never` if none.
// (Not the one before: no samples are taken while nobody moves.)
std::vector<double> moving_times(const Trace& trace, double moved_m) {
    std::vector<double> out(trace.people.size(), never);
    for (std::size_t s = 1; s < trace.sample_times.size(); ++s) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            const TracePoint &now = trace.sample(s)[i], &first = trace.sample(0)[i];
            if (std::isfinite(out[i])) continue;
            const bool moved = std::hypot(double{now.x - first.x}, double{now.y - first.y}) > moved_m;
            if (moved || now.state == PersonState::gone) out[i] = trace.sample_times[s].seconds();
        }
    }
    return out;
}

const Distribution& distribution_from(const Recording& run, std::size_t person) {
    return run.world->scenario.population.groups[run.trace.people[person].group.index()].pre_movement;
}

Plot distribution_plot(const std::string& key, std::vector<double> times, const Distribution& distribution) {
    std::sort(times.begin(), times.end());
    Plot::Series ours{{"实测", "measured"}, Plot::Shape::steps, {}, {}, {}},
        asked{{"指定", "assigned"}, Plot::Shape::line, {}, {}, {}};
    for (std::size_t i = 0; i < times.size(); ++i) {
        ours.x.push_back(times[i]);
        ours.y.push_back(static_cast<double>(i + 1) / static_cast<double>(times.size()));
        asked.x.push_back(times[i]);
        asked.y.push_back(cumulative(distribution, times[i]));
    }
    return {
        {"起步时间：" + key, "Start times: " + key}, {"时间（s）", "time (s)"}, {"累计比例", "share"}, {ours, asked}};
}

}  // namespace

// moved_m: counts as moving; slack_steps: allowed difference in motion steps. Groups with constant times.
Measurement measure_start_times(const TestBench& bench) {
    double worst = 0.0, step = 0.0;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(0, static_cast<std::uint64_t>(seed));
        step = run.world->scenario.run.step_s;
        const auto moved = moving_times(run.trace, bench.limit("moved_m"));
        for (std::size_t i = 0; i < moved.size(); ++i)
            worst = std::max(worst, std::abs(moved[i] - distribution_from(run, i).a));
    }
    constexpr double rounding_s = 1e-6;
    Measurement out;
    out.figure = shown(worst, 3) + " s";
    out.meets_criterion = worst <= bench.limit("slack_steps") * step + rounding_s;
    out.remark = {"与指定时刻的最大差", "Largest difference from the time assigned"};
    return out;
}

// moved_m; least_p of the Kolmogorov-Smirnov test per case; least_samples pooled over the seeds.
Measurement measure_start_distributions(const TestBench& bench) {
    Measurement out;
    std::vector<double> chances;
    std::size_t fewest = ~std::size_t{0};
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        std::vector<double> times;
        Distribution distribution;
        std::string key;
        for (int seed = 1; seed <= bench.seeds(); ++seed) {
            const Recording run = bench.run(c, static_cast<std::uint64_t>(seed));
            distribution = distribution_from(run, 0);
            key = run.world->scenario.key;
            const auto moved = moving_times(run.trace, bench.limit("moved_m"));
            times.insert(times.end(), moved.begin(), moved.end());
        }
        times = sorted_times(times);
        chances.push_back(kolmogorov_smirnov_p(times, [&](double t) { return cumulative(distribution, t); }));
        fewest = std::min(fewest, times.size());
        out.plots.push_back(distribution_plot(key, times, distribution));
    }
    out.figure = "p = " + shown(chances) + " (n = " + std::to_string(fewest) + ")";
    out.meets_criterion = static_cast<double>(fewest) >= bench.limit("least_samples") &&
                          *std::min_element(chances.begin(), chances.end()) > bench.limit("least_p");
    return out;
}

}  // namespace muster::verify
