// SPDX-License-Identifier: Apache-2.0
// Tests that only the RiMEA guideline has: bottlenecks in a row, ways, storeys.
#include "tools/verify/measures_rimea.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/measures_experiment.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// Largest number in a box of 2 m x 3 m held for 3 s, persons/m2.
double queue_density(const Recording& run, double x, double y) {
    return peak_density(read_box(run.trace, {{x, y}, {x + 2.0, y + 3.0}}), 6.0, 3.0);
}

double share_through(const TestBench& bench, std::size_t index, const char* opening) {
    double through = 0.0, all = 0.0;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const auto times = first_crossings(bench.run(index, static_cast<std::uint64_t>(seed)), opening);
        through += static_cast<double>(sorted_times(times).size());
        all += static_cast<double>(times.size());
    }
    return through / all;
}

Variation faster_by(double factor) {
    return [factor](Scenario& scenario) {
        for (Profile& p : scenario.population.profiles)
            p.free_speed.a *= factor, p.free_speed.low *= factor, p.free_speed.high *= factor;
    };
}

}  // namespace

// factor_i: of everybody's speed. Median total times fall; target_share of the comparisons seed by seed.
Measurement measure_falls_with_speed(const TestBench& bench) {
    const auto factors = limits_of(bench, "factor_");
    std::vector<std::vector<double>> times;
    std::vector<double> medians;
    for (const double f : factors) {
        times.emplace_back();
        for (int seed = 1; seed <= bench.seeds(); ++seed)
            times.back().push_back(evacuation_time(bench.run(0, static_cast<std::uint64_t>(seed), faster_by(f))));
        medians.push_back(median_of(times.back()));
    }
    double falls = 0.0, all = 0.0;
    for (std::size_t i = 1; i < times.size(); ++i)
        for (std::size_t s = 0; s < times[i].size(); ++s)
            falls += times[i][s] < times[i - 1][s] ? 1.0 : 0.0, all += 1.0;
    Measurement out;
    out.figure = shown(medians, 1) + " s";
    out.meets_criterion = std::isfinite(medians.front()) && std::is_sorted(medians.rbegin(), medians.rend());
    out.on_target = falls >= bench.limit("target_share") * all;
    out.remark = {"步速系数 " + shown(factors), "Speeds times " + shown(factors)};
    return out;
}

// Case 0 few people, case 1 many; least_near, most_near of case 1 by the nearer exit.
Measurement measure_far_exit_share(const TestBench& bench) {
    const double few = share_through(bench, 0, "far_exit"), near = share_through(bench, 1, "near_exit"),
                 far = share_through(bench, 1, "far_exit");
    Measurement out;
    out.figure = shown(100.0 * few, 0) + " % -> " + shown(100.0 * far, 0) + " %";
    out.meets_criterion = near > far && far > 0.0;
    out.on_target =
        near >= bench.limit("least_near") && near <= bench.limit("most_near") && far > few && near + far > 0.999;
    out.remark = {"走远出口的份额：100 人、1000 人", "Share that uses the farther exit: 100 persons, 1000 persons"};
    return out;
}

// queue_x, queue_y, last_x, last_y: lower left corners of boxes before the first bottleneck and the last one;
// target_last, persons/m2.
Measurement measure_jam_at_first(const TestBench& bench) {
    std::vector<double> first, last;
    bool complete = true;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(0, static_cast<std::uint64_t>(seed));
        first.push_back(queue_density(run, bench.limit("queue_x"), bench.limit("queue_y")));
        last.push_back(queue_density(run, bench.limit("last_x"), bench.limit("last_y")));
        complete = complete && std::isfinite(evacuation_time(run));
    }
    Measurement out;
    out.figure = shown({mean_of(first), mean_of(last)}, 1) + " 1/m2";
    out.meets_criterion = complete && mean_of(first) > 2.0 * mean_of(last);
    out.on_target = mean_of(last) < bench.limit("target_last");
    return out;
}

// width_i of the cases; target_slope_low, target_slope_high, persons/(m s), between the first and the last.
Measurement measure_flow_rises(const TestBench& bench) {
    const auto widths = limits_of(bench, "width_");
    std::vector<double> flows;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c)
        flows.push_back(mean_of(
            over_seeds(bench, c, [](const Recording& run) { return mean_flow(first_crossings(run, "end_0")); })));
    const double slope = (flows.back() - flows.front()) / (widths.back() - widths.front());
    Measurement out;
    out.figure = shown(flows) + " 1/s; " + shown(slope) + " 1/(m s)";
    out.meets_criterion = std::is_sorted(flows.begin(), flows.end(), std::less_equal<>());
    out.on_target = slope >= bench.limit("target_slope_low") && slope <= bench.limit("target_slope_high");
    out.plots.push_back({{"长瓶颈流量与宽度", "Flow of a long bottleneck over its width"},
                         {"净宽（m）", "clear width (m)"},
                         {"流量（人/s）", "flow (persons/s)"},
                         {{{"本程序", "Muster"}, Plot::Shape::line, widths, flows, {}}}});
    return out;
}

// Case 0 one person, case 1 a crowd: shares by the stairs. Recorded; every share will do as long as all get out.
Measurement measure_way_by_crowd(const TestBench& bench) {
    const double alone = share_through(bench, 0, "near_foot"), crowd = share_through(bench, 1, "near_foot");
    const double out_alone = share_through(bench, 0, "exit"), out_crowd = share_through(bench, 1, "exit");
    Measurement out;
    out.figure = shown(100.0 * alone, 0) + " % -> " + shown(100.0 * crowd, 0) + " %";
    out.meets_criterion = out_alone > 0.999 && out_crowd > 0.999;
    out.on_target = alone > 0.999 && crowd > 0.0 && crowd < 0.999;
    out.remark = {"走楼梯近路的份额：一人、一群；可由剧本的 choice 设定",
                  "Share by the short stairs: alone, in a crowd; to be set by `choice`"};
    return out;
}

// Case 0's median total time is below case 1's or equal: apart by less than the deviation between seeds. Target: below
// for every seed.
Measurement measure_not_slower(const TestBench& bench) {
    const auto first = over_seeds(bench, 0, evacuation_time), second = over_seeds(bench, 1, evacuation_time);
    const double spread = std::max(deviation_of(first), deviation_of(second));
    bool always = true;
    for (std::size_t i = 0; i < first.size(); ++i) always = always && first[i] <= second[i];
    Measurement out;
    out.figure = shown({median_of(first), median_of(second)}, 1) + " s (sd " + shown(spread, 1) + " s)";
    out.meets_criterion = std::isfinite(median_of(first)) && median_of(first) <= median_of(second) + spread;
    out.on_target = always;
    return out;
}

// Median total times rise from case to case, and for every seed.
Measurement measure_times_rise(const TestBench& bench) {
    std::vector<std::vector<double>> times;
    std::vector<double> medians;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        times.push_back(over_seeds(bench, c, evacuation_time));
        medians.push_back(median_of(times.back()));
    }
    bool rises = std::isfinite(medians.back());
    for (std::size_t c = 1; c < times.size(); ++c)
        for (std::size_t s = 0; s < times[c].size(); ++s) rises = rises && times[c][s] > times[c - 1][s];
    Measurement out;
    out.figure = shown(medians, 1) + " s";
    out.meets_criterion = rises;
    return out;
}

std::span<const NamedMeasure> rimea_measures() {
    static constexpr std::array<NamedMeasure, 9> measures{{{"falls_with_speed", measure_falls_with_speed},
                                                           {"far_exit_share", measure_far_exit_share},
                                                           {"jam_at_first", measure_jam_at_first},
                                                           {"flow_rises", measure_flow_rises},
                                                           {"way_by_crowd", measure_way_by_crowd},
                                                           {"not_slower", measure_not_slower},
                                                           {"times_rise", measure_times_rise},
                                                           {"stair_band", measure_stair_band},
                                                           {"single_file", measure_single_file}}};
    return measures;
}

}  // namespace muster::verify
