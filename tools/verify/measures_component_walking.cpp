// SPDX-License-Identifier: Apache-2.0
// Single walkers against the clock, corners, and the speeds of a panel.
#include <algorithm>
#include <cmath>

#include "tools/verify/cumulative.h"
#include "tools/verify/measures_component.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

double walk_between_lines(const Recording& run) {
    return std::abs(first_crossings(run, "line_b").at(0) - first_crossings(run, "line_a").at(0));
}

// How far a point lies outside the floor (rooms and doorways), m; 0 = on it.
double distance_outside(const Building& building, Vec2 p) {
    double nearest = never;
    for (const Space& space : building.spaces) {
        if (contains(space.area, p)) return 0.0;
        nearest = std::min(nearest, distance_to_boundary(space.area, p));
    }
    for (const Opening& opening : building.openings) {
        const Polygon slot{slot_of(opening), {}};
        if (contains(slot, p)) return 0.0;
        nearest = std::min(nearest, distance_to_boundary(slot, p));
    }
    return nearest;
}

double farthest_outside(const Recording& run) {
    double farthest = 0.0;
    for (const TracePoint& p : run.trace.points) {
        // Who is out walks on in the open until clear of the door.
        if (p.state == PersonState::gone || !p.space.valid()) continue;
        farthest = std::max(farthest, distance_outside(run.world->building, {double{p.x}, double{p.y}}));
    }
    return farthest;
}

struct MeasuredSpeeds {
    std::vector<double> speeds;
    bool in_band = true;  // each person's within his profile's
    bool complete = true;
};

void add_speeds(const TestBench& bench, const Recording& run, MeasuredSpeeds& out) {
    const double from = bench.limit("from_m"), to = bench.limit("to_m");
    const double slack = optional_limit(bench, "band_slack").value_or(never);
    const auto start = passing_times(run.trace, Axis::x, from), end = passing_times(run.trace, Axis::x, to);
    for (std::size_t i = 0; i < start.size(); ++i) {
        if (!std::isfinite(end[i])) {
            out.complete = false;
            continue;
        }
        const Distribution& distribution =
            run.world->scenario.population.profiles[run.trace.people[i].profile.index()].free_speed;
        const double speed = (to - from) / (end[i] - start[i]);
        const bool uniform = distribution.kind == DistributionKind::uniform;
        const double low = uniform ? distribution.a : distribution.low,
                     high = uniform ? distribution.b : distribution.high;
        if (speed < low - slack || speed > high + slack) out.in_band = false;
        out.speeds.push_back(speed);
    }
}

Plot speed_plot(std::vector<double> speeds, const Distribution& distribution) {
    std::sort(speeds.begin(), speeds.end());
    Plot::Series ours{{"实测", "measured"}, Plot::Shape::steps, {}, {}, {}},
        asked{{"指定", "assigned"}, Plot::Shape::line, {}, {}, {}};
    for (std::size_t i = 0; i < speeds.size(); ++i) {
        ours.x.push_back(speeds[i]);
        ours.y.push_back(static_cast<double>(i + 1) / static_cast<double>(speeds.size()));
        asked.x.push_back(speeds[i]);
        asked.y.push_back(cumulative(distribution, speeds[i]));
    }
    return {{"步速分布", "Distribution of walking speeds"},
            {"步速（m/s）", "speed (m/s)"},
            {"累计比例", "share"},
            {ours, asked}};
}

}  // namespace

// time_s, slack_s, target_slack_s: between line_a and line_b.
Measurement measure_walk_time(const TestBench& bench) {
    const double expected = bench.limit("time_s");
    double worst = 0.0;
    std::vector<double> times;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        for (const double t : over_seeds(bench, c, walk_between_lines)) {
            times.push_back(t);
            worst = std::max(worst, std::isfinite(t) ? std::abs(t - expected) : never);
        }
    }
    Measurement out;
    out.figure = shown(times) + " s";
    out.meets_criterion = worst <= bench.limit("slack_s");
    out.on_target = worst <= bench.limit("target_slack_s");
    return out;
}

// buffer_m: a middle farther than this off the floor is outside. target_last_s: everybody out by then.
Measurement measure_stays_inside(const TestBench& bench) {
    double outside = 0.0, last = 0.0;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(0, static_cast<std::uint64_t>(seed));
        outside = std::max(outside, farthest_outside(run));
        last = std::max(last, evacuation_time(run));
    }
    Measurement out;
    out.figure = shown(outside * 1000.0) + " mm; " + shown(last, 1) + " s";
    out.meets_criterion = outside <= bench.limit("buffer_m") && std::isfinite(last);
    out.on_target = last <= bench.limit("target_last_s");
    out.remark = {"最大越界距离；最后一人离开时刻", "Farthest outside the floor; when the last left"};
    return out;
}

// from_m, to_m: measured length. Any of band_slack, mean_slack, deviation_slack, least_p and, as targets,
// target_mean_slack, target_least_p.
Measurement measure_free_speeds(const TestBench& bench) {
    MeasuredSpeeds measured;
    Distribution distribution;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(0, static_cast<std::uint64_t>(seed));
        distribution = run.world->scenario.population.profiles.front().free_speed;
        add_speeds(bench, run, measured);
    }
    const auto& v = measured.speeds;
    if (v.empty()) return {};
    const double mean_off =
        std::abs(mean_of(v) - (distribution.kind == DistributionKind::uniform ? 0.5 * (distribution.a + distribution.b)
                                                                              : distribution.a));
    const double p = kolmogorov_smirnov_p(v, [&](double x) { return cumulative(distribution, x); });
    const auto holds = [&](const char* slack, double off) {
        return off <= optional_limit(bench, slack).value_or(never);
    };
    const auto likely = [&](const char* least) { return p >= optional_limit(bench, least).value_or(0.0); };
    Measurement out;
    out.figure = shown(*std::min_element(v.begin(), v.end())) + "-" + shown(*std::max_element(v.begin(), v.end())) +
                 " m/s (n = " + std::to_string(v.size()) + ")";
    const bool one_distribution = optional_limit(bench, "mean_slack") || optional_limit(bench, "target_mean_slack");
    if (one_distribution) {
        out.figure += "; " + shown(mean_of(v), 3) + " +- " + shown(deviation_of(v), 3) + " m/s; p = " + shown(p);
        out.on_target = holds("target_mean_slack", mean_off) && likely("target_least_p");
        out.plots.push_back(speed_plot(v, distribution));
    }
    out.meets_criterion = measured.complete && measured.in_band && holds("mean_slack", mean_off) && likely("least_p") &&
                          holds("deviation_slack", std::abs(deviation_of(v) - distribution.b));
    return out;
}

}  // namespace muster::verify
