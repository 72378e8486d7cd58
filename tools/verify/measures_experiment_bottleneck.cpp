// SPDX-License-Identifier: Apache-2.0
// Flow through bottlenecks over their width.
#include <algorithm>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/measures_experiment.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

double flow_out(const Recording& run) { return mean_flow(first_crossings(run, "out")); }

struct Line {
    double slope = 0.0, offset = 0.0, r2 = 0.0;
};

Line fitted(const std::vector<double>& x, const std::vector<double>& y) {
    const double mx = mean_of(x), my = mean_of(y);
    double xx = 0.0, xy = 0.0, yy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        xy += (x[i] - mx) * (y[i] - my);
        yy += (y[i] - my) * (y[i] - my);
    }
    return {xy / xx, my - xy / xx * mx, xy * xy / (xx * yy)};
}

Plot width_plot(const std::vector<double>& widths, const std::vector<double>& ours,
                const std::vector<double>& measured) {
    std::vector<double> low, high;
    for (const double w : widths) low.push_back(1.82 * w), high.push_back(2.28 * w);
    return {{"瓶颈流量与宽度", "Bottleneck flow over width"},
            {"净宽（m）", "clear width (m)"},
            {"流量（人/s）", "flow (persons/s)"},
            {{{"各实验过原点拟合：1.82–2.28 人/(m·s)", "fits of the experiments: 1.82-2.28 persons/(m s)"},
              Plot::Shape::band,
              widths,
              low,
              high},
             {{"实测均值", "measured, means"}, Plot::Shape::points, widths, measured, {}},
             {{"本程序", "Muster"}, Plot::Shape::line, widths, ours, {}}}};
}

}  // namespace

// width_0.., measured_0..: of the cases, m and persons/s. most_error, target_error: mean |difference|, persons/s;
// target_r2, target_slope_low, target_slope_high: of the straight line through ours.
Measurement measure_bottleneck_widths(const TestBench& bench) {
    const auto widths = limits_of(bench, "width_"), measured = limits_of(bench, "measured_");
    std::vector<double> ours;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) ours.push_back(mean_of(over_seeds(bench, c, flow_out)));
    const double error = mean_error(ours, measured);
    const Line line = fitted(widths, ours);
    Measurement out;
    out.figure = shown(error) + " 1/s; " + shown(line.slope) + " w " + (line.offset < 0 ? "- " : "+ ") +
                 shown(std::abs(line.offset)) + ", R2 " + shown(line.r2, 3);
    out.meets_criterion = error <= bench.limit("most_error");
    out.on_target = error <= bench.limit("target_error") && line.r2 >= bench.limit("target_r2") &&
                    line.slope >= bench.limit("target_slope_low") && line.slope <= bench.limit("target_slope_high");
    out.remark = {"各宽度流量：" + shown(ours) + "；实测 " + shown(measured),
                  "Flows over the widths: " + shown(ours) + "; measured " + shown(measured)};
    out.plots.push_back(width_plot(widths, ours, measured));
    return out;
}

// width_m, least, most: specific flow, persons/(m s).
Measurement measure_specific_flow(const TestBench& bench) {
    const auto flows = over_seeds(bench, 0, flow_out);
    const double specific = mean_of(flows) / bench.limit("width_m");
    Measurement out;
    out.figure = shown(specific) + " 1/(m s)";
    out.meets_criterion = specific >= bench.limit("least") && specific <= bench.limit("most");
    return out;
}

// least, most: flow, persons/s. low_x, low_y, high_x, high_y: box before the door; from_share, until_share: of the
// crossings, the steady part; target_density, target_slack: of its mean density there.
Measurement measure_narrow_door(const TestBench& bench) {
    const Box box{{bench.limit("low_x"), bench.limit("low_y")}, {bench.limit("high_x"), bench.limit("high_y")}};
    const double area = (box.high.x - box.low.x) * (box.high.y - box.low.y);
    std::vector<double> flows, densities, pauses;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(0, static_cast<std::uint64_t>(seed));
        const auto times = sorted_times(first_crossings(run, "in"));
        flows.push_back(mean_flow(times));
        for (std::size_t i = 1; i < times.size(); ++i) pauses.push_back(times[i] - times[i - 1]);
        const double from = quantile_of(times, bench.limit("from_share")),
                     until = quantile_of(times, bench.limit("until_share"));
        std::vector<double> counts;
        for (const BoxReading& r : read_box(run.trace, box))
            if (r.time_s >= from && r.time_s <= until) counts.push_back(r.count);
        densities.push_back(mean_of(counts) / area);
    }
    const double flow = mean_of(flows), density = mean_of(densities);
    Measurement out;
    out.figure = shown(flow) + " 1/s; " + shown(density, 1) + " 1/m2";
    out.meets_criterion = flow >= bench.limit("least") && flow <= bench.limit("most");
    out.on_target = std::abs(density - bench.limit("target_density")) <= bench.limit("target_slack");
    const std::string longest = shown(*std::max_element(pauses.begin(), pauses.end()), 1) + " s";
    out.remark = {"过门间隔中位数 " + shown(median_of(pauses)) + " s，最长 " + longest,
                  "Median gap " + shown(median_of(pauses)) + " s, longest " + longest};
    return out;
}

// Case 0's flow is above case 1's.
Measurement measure_higher_flow(const TestBench& bench) {
    const double first = mean_of(over_seeds(bench, 0, flow_out)), second = mean_of(over_seeds(bench, 1, flow_out));
    Measurement out;
    out.figure = shown({first, second}) + " 1/s";
    out.meets_criterion = first > second;
    return out;
}

}  // namespace muster::verify
