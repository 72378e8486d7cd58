// SPDX-License-Identifier: Apache-2.0
// Pressing through a door: faster is slower, tails of the gaps, clogging.
#include <algorithm>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/measures_experiment.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

Variation wanting(double speed_ms, double friction, double push) {
    return [=](Scenario& scenario) {
        for (Profile& p : scenario.population.profiles) p.free_speed.a = speed_ms;
        scenario.run.friction = friction;
        scenario.run.push = push;
    };
}

std::vector<double> gaps_of(const Recording& run) {
    const auto times = sorted_times(first_crossings(run, "door"));
    std::vector<double> out;
    for (std::size_t i = 1; i < times.size(); ++i) out.push_back(times[i] - times[i - 1]);
    return out;
}

double highest_pressure(const Recording& run) {
    float most = 0.0F;
    for (const TracePoint& p : run.trace.points) most = std::max(most, p.pressure);
    return most;
}

std::vector<double> pooled_gaps(const TestBench& bench, std::size_t index, const Variation& vary) {
    std::vector<double> out;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const auto gaps = gaps_of(bench.run(index, static_cast<std::uint64_t>(seed), vary));
        out.insert(out.end(), gaps.begin(), gaps.end());
    }
    return out;
}

Plot survival_plot(std::vector<double> calm, std::vector<double> pressing) {
    Plot plot{{"过门间隔的尾部", "Tail of the gaps at the door"},
              {"间隔（s）", "gap (s)"},
              {"超过的份额", "share above"},
              {}};
    const auto add = [&](Name label, std::vector<double>& gaps) {
        std::sort(gaps.begin(), gaps.end());
        Plot::Series series{label, Plot::Shape::steps, {}, {}, {}};
        for (std::size_t i = 0; i < gaps.size(); ++i) {
            series.x.push_back(gaps[i]);
            series.y.push_back(1.0 - static_cast<double>(i + 1) / static_cast<double>(gaps.size()));
        }
        plot.series.push_back(std::move(series));
    };
    add({"不推挤", "calm"}, calm);
    add({"推挤", "pressing"}, pressing);
    return plot;
}

}  // namespace

// speed_0..: m/s; friction, push. With friction the median time has its minimum inside the range of speeds; without
// it falls all along.
Measurement measure_faster_is_slower(const TestBench& bench) {
    const auto speeds = limits_of(bench, "speed_");
    std::vector<double> with, without, pressures;
    for (const double v : speeds) {
        std::vector<double> pressure;
        with.push_back(median_of([&] {
            std::vector<double> times;
            for (int seed = 1; seed <= bench.seeds(); ++seed) {
                const Recording run = bench.run(0, static_cast<std::uint64_t>(seed),
                                                wanting(v, bench.limit("friction"), bench.limit("push")));
                times.push_back(evacuation_time(run));
                pressure.push_back(highest_pressure(run));
            }
            return times;
        }()));
        pressures.push_back(median_of(pressure));
        std::vector<double> smooth;
        for (int seed = 1; seed <= bench.seeds(); ++seed)
            smooth.push_back(
                evacuation_time(bench.run(0, static_cast<std::uint64_t>(seed), wanting(v, 0.0, bench.limit("push")))));
        without.push_back(median_of(smooth));
    }
    const auto least = std::min_element(with.begin(), with.end());
    Measurement out;
    out.figure = shown(with, 0) + " s; " + shown(without, 0) + " s";
    out.meets_criterion = least != with.begin() && least + 1 != with.end() && std::isfinite(with.back()) &&
                          std::is_sorted(without.rbegin(), without.rend());
    out.remark = {"期望速度 " + shown(speeds, 1) + " m/s：有摩擦；无摩擦。最大压力中位数 " + shown(pressures, 0) +
                      " N/m（未标定）",
                  "Wanted speeds " + shown(speeds, 1) +
                      " m/s: with friction; without. Median of the highest pressure " + shown(pressures, 0) +
                      " N/m (not calibrated)"};
    out.plots.push_back({{"快即是慢", "Faster is slower"},
                         {"期望速度（m/s）", "wanted speed (m/s)"},
                         {"总时间（s）", "total time (s)"},
                         {{{"有接触摩擦", "with friction"}, Plot::Shape::line, speeds, with, {}},
                          {{"无摩擦", "without friction"}, Plot::Shape::line, speeds, without, {}}}});
    return out;
}

// friction; calm_ms, press_ms, press: the 99th percentile of the pooled gaps over their median is larger when people
// press.
Measurement measure_gap_tails(const TestBench& bench) {
    const double friction = bench.limit("friction");
    const auto calm = pooled_gaps(bench, 0, wanting(bench.limit("calm_ms"), friction, 0.0));
    const auto press = pooled_gaps(bench, 0, wanting(bench.limit("press_ms"), friction, bench.limit("press")));
    const auto tail = [](const std::vector<double>& gaps) { return quantile_of(gaps, 0.99) / median_of(gaps); };
    Measurement out;
    out.figure = shown({tail(calm), tail(press)}, 1) + " (n = " + std::to_string(press.size()) + ")";
    out.meets_criterion = tail(press) > tail(calm);
    out.remark = {"间隔第 99 百分位与中位数之比：不推挤 / 推挤",
                  "99th percentile of the gaps over their median: calm / pressing"};
    out.plots.push_back(survival_plot(calm, press));
    return out;
}

// clog_s: a gap above is a clog; speed_ms, friction, push. Its share falls from each case (width) to the next.
Measurement measure_clogging(const TestBench& bench) {
    std::vector<double> shares;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        const auto gaps =
            pooled_gaps(bench, c, wanting(bench.limit("speed_ms"), bench.limit("friction"), bench.limit("push")));
        const auto clogs = std::count_if(gaps.begin(), gaps.end(), [&](double g) { return g > bench.limit("clog_s"); });
        shares.push_back(100.0 * static_cast<double>(clogs) / static_cast<double>(gaps.size()));
    }
    Measurement out;
    out.figure = shown(shares, 1) + " %";
    out.meets_criterion = std::is_sorted(shares.rbegin(), shares.rend()) && shares.front() > shares.back();
    return out;
}

}  // namespace muster::verify
