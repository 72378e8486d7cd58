// SPDX-License-Identifier: Apache-2.0
// Flows through exits and stairs, counterflow, and what closing doors costs.
#include <algorithm>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// When the last of the first group enters room 2; `never` when somebody of it does not.
double last_entry(const Recording& run) {
    const Building& building = run.world->building;
    const auto times = first_crossings(run.trace, building.find_opening("mouth_2"), building.find_space("room_2"));
    double last = 0.0;
    for (std::size_t i = 0; i < times.size(); ++i)
        if (run.trace.people[i].group.index() == 0) last = std::max(last, times[i]);
    return last;
}

bool strictly_increasing(const std::vector<double>& values) {
    return std::is_sorted(values.begin(), values.end(), std::less_equal<>()) &&
           std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

Plot counterflow_plot(const std::vector<double>& against, const std::vector<double>& times,
                      const std::vector<double>& middle_x, const std::vector<double>& middle) {
    return {{"对向人流", "Counterflow"},
            {"对向人数", "persons against"},
            {"最后一人进入房间 2 (s)", "last enters room 2 (s)"},
            {{{"各次运行", "runs"}, Plot::Shape::points, against, times, {}},
             {{"中位数", "median"}, Plot::Shape::line, middle_x, middle, {}}}};
}

double width_of(const Recording& run, const std::string& opening) {
    const Building& building = run.world->building;
    return building.opening(building.find_opening(opening)).clear_width_m;
}

}  // namespace

// most_flow, target_least_flow, persons/s: case 0, every run. Case 1 is only reported. Crossings are known to a motion
// step, so that a flow counts as above the cap only when it is so however the two ends lie in their steps.
Measurement measure_exit_flow(const TestBench& bench) {
    std::vector<double> totals;
    bool surely_within = true;
    const auto flow = [&](const Recording& run) {
        totals.push_back(evacuation_time(run));
        const auto times = sorted_times(first_crossings(run, "exit"));
        const double lasts = times.empty() ? 0.0 : times.back() - times.front() + run.world->scenario.run.step_s;
        if (run.world->scenario.run.door_mode == DoorMode::regulation)
            surely_within =
                surely_within && static_cast<double>(times.size()) - 1.0 <= bench.limit("most_flow") * lasts;
        return mean_flow(times);
    };
    const auto judged = over_seeds(bench, 0, flow);
    Measurement out;
    out.remark = share_95(totals);
    const auto [low, high] = std::minmax_element(judged.begin(), judged.end());
    out.figure = shown(mean_of(judged)) + " (" + shown(*low, 3) + "-" + shown(*high, 3) + ") 1/s";
    out.meets_criterion = surely_within && mean_of(judged) > 0.0;
    out.on_target = *low >= bench.limit("target_least_flow");
    const std::string other = shown(mean_of(over_seeds(bench, 1, flow))) + " 1/s";
    out.remark.zh += "；真实模式 " + other;
    out.remark.en += "; mode realistic " + other;
    return out;
}

// target_most_s: everybody out; target_least_alone_s, target_most_alone_s: case 0. Medians over the seeds.
Measurement measure_counterflow(const TestBench& bench) {
    std::vector<double> medians, against, every_against, every_time;
    double last_out = 0.0;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        double opposing = 0.0;
        const auto times = over_seeds(bench, c, [&](const Recording& run) {
            const auto& groups = run.world->scenario.population.groups;
            opposing = groups.size() > 1 ? groups[1].count : 0;
            last_out = std::max(last_out, evacuation_time(run));
            return last_entry(run);
        });
        for (const double t : times) {
            every_against.push_back(opposing);
            every_time.push_back(std::min(t, last_out));
        }
        against.push_back(opposing);
        medians.push_back(median_of(times));
    }
    Measurement out;
    out.figure = shown(medians, 1) + " s";
    out.meets_criterion = strictly_increasing(medians);
    out.on_target = out.meets_criterion && last_out < bench.limit("target_most_s") &&
                    medians.front() >= bench.limit("target_least_alone_s") &&
                    medians.front() <= bench.limit("target_most_alone_s");
    const std::string end = shown(last_out, 1) + " s";
    out.remark = {"最迟离开 " + end, "Last of all out at " + end};
    out.plots.push_back(counterflow_plot(every_against, every_time, against, medians));
    return out;
}

// least_ratio, most_ratio of the median total times, case 1 / case 0.
Measurement measure_doors_closed(const TestBench& bench) {
    const auto open = over_seeds(bench, 0, evacuation_time), closed = over_seeds(bench, 1, evacuation_time);
    const double before = median_of(open), after = median_of(closed);
    Measurement out;
    out.figure = shown(before, 1) + " -> " + shown(after, 1) + " s (x " + shown(after / before) + ")";
    out.meets_criterion = after / before >= bench.limit("least_ratio") && after / before <= bench.limit("most_ratio");
    out.remark = share_95(closed);
    return out;
}

// line_m: where the stair is counted, along x. target_specific_spread: of the specific flows about their mean.
Measurement measure_stair_widths(const TestBench& bench) {
    std::vector<double> widths, flows, specific;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        double width = 0.0;
        flows.push_back(mean_of(over_seeds(bench, c, [&](const Recording& run) {
            width = width_of(run, "stair_foot");
            return mean_flow(passing_times(run.trace, Axis::x, bench.limit("line_m")));
        })));
        widths.push_back(width);
        specific.push_back(flows.back() / width);
    }
    const double middle_x = mean_of(widths), middle_y = mean_of(flows), mean_specific = mean_of(specific);
    double across = 0.0, along = 0.0, spread = 0.0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        across += (widths[i] - middle_x) * (flows[i] - middle_y);
        along += (widths[i] - middle_x) * (widths[i] - middle_x);
        spread = std::max(spread, std::abs(specific[i] / mean_specific - 1.0));
    }
    Measurement out;
    out.figure = shown(flows) + " 1/s; " + shown(mean_specific) + " 1/(m s) +- " + shown(100.0 * spread, 0) + " %";
    out.meets_criterion = across / along > 0.0 && flows.back() > flows.front();
    out.on_target = spread <= bench.limit("target_specific_spread");
    out.plots.push_back({{"楼梯流量与宽度", "Stair flow over width"},
                         {"净宽（m）", "clear width (m)"},
                         {"流量（人/s）", "flow (persons/s)"},
                         {{{"实测", "measured"}, Plot::Shape::line, widths, flows, {}}}});
    return out;
}

}  // namespace muster::verify
