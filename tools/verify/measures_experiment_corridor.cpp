// SPDX-License-Identifier: Apache-2.0
// Fundamental diagrams of corridors, one way and both ways. The corridor of a case is filled at several densities; what
// is measured lies behind the emptying front and ahead of the tail.
#include <algorithm>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/measures_experiment.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// Spreads `count` places over the box, in rows along x.
std::vector<Vec2> places_in(const Box& box, int count) {
    const Vec2 size = box.high - box.low;
    const int rows = std::max(1, static_cast<int>(std::lround(std::sqrt(count * size.y / size.x))));
    const int columns = (count + rows - 1) / rows;
    std::vector<Vec2> out;
    for (int i = 0; i < count; ++i) {
        const int column = i / rows, row = i % rows;
        const double shift = row % 2 == 0 ? 0.25 : 0.75;
        out.push_back({box.low.x + size.x * (column + shift) / columns, box.low.y + size.y * (row + 0.5) / rows});
    }
    return out;
}

// Fills x from `from` to `until` of the corridor at a density; several groups take turns.
Variation filled(const Box& box, double density, double max_s) {
    return [=](Scenario& scenario) {
        const Vec2 size = box.high - box.low;
        const auto places = places_in(box, static_cast<int>(std::lround(density * size.x * size.y)));
        auto& groups = scenario.population.groups;
        for (Group& g : groups) g.positions.clear();
        for (std::size_t i = 0; i < places.size(); ++i) groups[i * 7 % groups.size()].positions.push_back(places[i]);
        for (Group& g : groups) g.count = static_cast<int>(g.positions.size());
        scenario.run.max_s = max_s;
    };
}

struct Reading {
    double density = 0.0, speed = 0.0;
};

// Means over samples of a while; the density from counting, as the experiments' classic definition.
Reading read_while(const Trace& trace, const Box& box, double from_s, double until_s) {
    const Vec2 size = box.high - box.low;
    double people = 0.0, sum = 0.0;
    int samples = 0;
    for (const BoxReading& r : read_box(trace, box)) {
        if (r.time_s < from_s || r.time_s > until_s) continue;
        ++samples;
        people += r.count;
        sum += r.count * r.mean_speed_ms;
    }
    return {people / std::max(1, samples) / (size.x * size.y), people > 0.0 ? sum / people : 0.0};
}

struct Corridor {
    Box fill, zone;
    double from_s, until_s;
};

Corridor corridor_of(const TestBench& bench) {
    const double width = bench.limit("width_m");
    return {{{bench.limit("fill_from_m"), 0.0}, {bench.limit("fill_until_m"), width}},
            {{bench.limit("zone_from_m"), 0.0}, {bench.limit("zone_until_m"), width}},
            bench.limit("from_s"),
            bench.limit("until_s")};
}

// Per filling: means over the seeds.
std::vector<Reading> read_fillings(const TestBench& bench, std::size_t index, const Corridor& c,
                                   const std::vector<double>& densities) {
    std::vector<Reading> out;
    for (const double density : densities) {
        Reading mean;
        for (int seed = 1; seed <= bench.seeds(); ++seed) {
            const Recording run =
                bench.run(index, static_cast<std::uint64_t>(seed), filled(c.fill, density, c.until_s + 1.0));
            const Reading one = read_while(run.trace, c.zone, c.from_s, c.until_s);
            mean.density += one.density / bench.seeds();
            mean.speed += one.speed / bench.seeds();
        }
        out.push_back(mean);
    }
    return out;
}

std::vector<double> specific_flows(const std::vector<Reading>& rows) {
    std::vector<double> out;
    for (const Reading& r : rows) out.push_back(r.density * r.speed);
    return out;
}

// Weidmann 1993: v = 1.34 (1 - exp(-1.913 (1/rho - 1/5.4))), m/s; formula quoted unchecked.
double weidmann(double density) { return 1.34 * (1.0 - std::exp(-1.913 * (1.0 / density - 1.0 / 5.4))); }

Plot diagram_plot(const std::vector<double>& middle, const std::vector<double>& low, const std::vector<double>& high,
                  const std::vector<double>& mean, const std::vector<Reading>& ours) {
    std::vector<double> x, y, wx, wy;
    for (const Reading& r : ours) x.push_back(r.density), y.push_back(r.speed);
    for (double d = 0.25; d <= 4.5; d += 0.25) wx.push_back(d), wy.push_back(weidmann(d));
    return {{"速度与密度", "Speed over density"},
            {"密度（人/m²）", "density (persons/m2)"},
            {"速度（m/s）", "speed (m/s)"},
            {{{"实测 10–90 百分位", "measured, 10th-90th percentile"}, Plot::Shape::band, middle, low, high},
             {{"实测均值", "measured, means"}, Plot::Shape::points, middle, mean, {}},
             {{"Weidmann 1993", "Weidmann 1993"}, Plot::Shape::steps, wx, wy, {}},
             {{"本程序", "Muster"}, Plot::Shape::line, x, y, {}}}};
}

// How much people near each other walk the same way: mean over persons of ((same - opposed) / (same + opposed))^2 among
// those within 0.3 m across and 5 m along; 0 mixed, 1 lanes.
double lane_order(const Trace& trace, std::size_t sample, const Box& zone) {
    std::vector<std::size_t> inside;
    const TracePoint* at = trace.sample(sample);
    for (std::size_t i = 0; i < trace.people.size(); ++i)
        if (at[i].state != PersonState::gone && at[i].x >= zone.low.x && at[i].x <= zone.high.x) inside.push_back(i);
    std::vector<double> order;
    for (const std::size_t i : inside) {
        double same = 0.0, opposed = 0.0;
        for (const std::size_t j : inside) {
            if (j == i || std::abs(at[i].y - at[j].y) > 0.3F || std::abs(at[i].x - at[j].x) > 5.0F) continue;
            (trace.people[i].group == trace.people[j].group ? same : opposed) += 1.0;
        }
        if (same + opposed > 0.0) order.push_back(std::pow((same - opposed) / (same + opposed), 2));
    }
    return mean_of(order);
}

}  // namespace

// width_m, fill_from_m, fill_until_m, zone_from_m, zone_until_m, from_s, until_s: the corridor, what is filled and what
// is read; density_i, low_i, high_i, mean_i: middles of the measured bins and their speeds; peak: measured greatest
// specific flow and peak_slack, a share: the criterion with speeds that fall but for noise_ms (peak may be left out);
// target_share of bins inside low-high.
Measurement measure_diagram(const TestBench& bench) {
    const Corridor c = corridor_of(bench);
    const auto middle = limits_of(bench, "density_"), low = limits_of(bench, "low_"), high = limits_of(bench, "high_");
    const auto rows = read_fillings(bench, 0, c, middle);
    std::vector<double> speeds, conflict;
    int inside = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        speeds.push_back(rows[i].speed);
        conflict.push_back(weidmann(middle[i]));
        inside += speeds[i] >= low[i] && speeds[i] <= high[i] ? 1 : 0;
    }
    const auto flows = specific_flows(rows);
    const double peak = *std::max_element(flows.begin(), flows.end());
    Measurement out;
    out.figure = shown(speeds) + " m/s; " + std::to_string(inside) + " / " + std::to_string(rows.size()) + "; max " +
                 shown(peak) + " 1/(m s)";
    const double noise = bench.limit("noise_ms");
    const bool falls = std::adjacent_find(speeds.begin(), speeds.end(),
                                          [&](double a, double b) { return b > a + noise; }) == speeds.end();
    const auto expected = optional_limit(bench, "peak");
    out.meets_criterion = falls && (!expected || std::abs(peak / *expected - 1.0) <= bench.limit("peak_slack"));
    out.on_target = inside >= bench.limit("target_share") * static_cast<double>(rows.size());
    out.remark = {
        "密度 " + shown(middle) + " 人/m²；Weidmann " + shown(conflict) + " m/s，低于开放走廊的实验，两者不可兼得",
        "At " + shown(middle) + " persons/m2; Weidmann " + shown(conflict) +
            " m/s, below the experiments in the open corridor: no model agrees with both"};
    out.plots.push_back(diagram_plot(middle, low, high, limits_of(bench, "mean_"), rows));
    return out;
}

// Case 0 one way (width_m), case 1 both ways (both_width_m), filled at density_i: the greatest specific flow of the
// first is above the second's.
Measurement measure_two_ways_less(const TestBench& bench) {
    const auto densities = limits_of(bench, "density_");
    const Corridor one = corridor_of(bench);
    Corridor both = one;
    both.fill = {{30.0, 0.0}, {90.0, bench.limit("both_width_m")}};
    both.zone = {{56.0, 0.0}, {64.0, bench.limit("both_width_m")}};
    const auto first = specific_flows(read_fillings(bench, 0, one, densities));
    const auto second = specific_flows(read_fillings(bench, 1, both, densities));
    const double most = *std::max_element(first.begin(), first.end()),
                 less = *std::max_element(second.begin(), second.end());
    Measurement out;
    out.figure = shown({most, less}) + " 1/(m s)";
    out.meets_criterion = most > less;
    out.plots.push_back({{"单向与双向走廊", "Corridors one way and both ways"},
                         {"密度（人/m²）", "density (persons/m2)"},
                         {"比流量（人/(m·s)）", "specific flow (persons/(m s))"},
                         {{{"单向", "one way"}, Plot::Shape::line, densities, first, {}},
                          {{"双向", "both ways"}, Plot::Shape::line, densities, second, {}}}});
    return out;
}

// density_i: fillings, persons/m2; at_s: when lanes are judged; max_s: by when everybody is out at every density;
// target_order: of lanes at the last density, at least.
Measurement measure_lanes(const TestBench& bench) {
    const double width = bench.limit("width_m");
    std::vector<double> orders, lasts;
    for (const double density : limits_of(bench, "density_")) {
        std::vector<double> order, last;
        for (int seed = 1; seed <= bench.seeds(); ++seed) {
            const Recording run = bench.run(0, static_cast<std::uint64_t>(seed),
                                            filled({{30.0, 0.0}, {90.0, width}}, density, bench.limit("max_s")));
            last.push_back(evacuation_time(run));
            std::size_t s = 0;
            while (s + 1 < run.trace.sample_times.size() && run.trace.sample_times[s].seconds() < bench.limit("at_s"))
                ++s;
            order.push_back(lane_order(run.trace, s, {{50.0, 0.0}, {70.0, width}}));
        }
        orders.push_back(mean_of(order));
        lasts.push_back(*std::max_element(last.begin(), last.end()));
    }
    Measurement out;
    out.figure = shown(orders) + "; " + shown(lasts, 0) + " s";
    out.meets_criterion = std::all_of(lasts.begin(), lasts.end(), [](double t) { return std::isfinite(t); });
    out.on_target = orders.back() >= bench.limit("target_order");
    out.remark = {"各密度下成道程度（0 混杂，1 成道）；最后一人走完",
                  "Order of lanes (0 mixed, 1 lanes) at each density; last one out"};
    return out;
}

}  // namespace muster::verify
