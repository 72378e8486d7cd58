// SPDX-License-Identifier: Apache-2.0
// Speed over density on stairs and in single file.
#include <algorithm>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/measures_experiment.h"
#include "tools/verify/measures_rimea.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

struct Band {
    double low = 0.0, high = 0.0;
};

// Corbetta's stair band as JuPedSim's web port has it (quoted unchecked): quick and slow walkers, mean +- deviation.
Band corbetta(bool up, double d) {
    const double quick = up ? 0.18 * d * d - 0.55 * d + 1.02 : 0.33 * d * d - 1.02 * d + 1.39;
    const double quick_sd = up ? 0.35 - 0.14 * d : 0.29 - 0.11 * d;
    const double slow = up ? 0.48 + 0.01 * d : 0.67 - 0.08 * d;
    const double slow_sd = up ? 0.10 - 0.02 * d : 0.14 - 0.06 * d;
    return {std::min(quick - quick_sd, slow - slow_sd), std::max(quick + quick_sd, slow + slow_sd)};
}

struct StairPoints {
    std::vector<double> density, speed;
};

// One point per second while somebody walks on the flight.
StairPoints stair_points(const TestBench& bench, std::size_t index) {
    StairPoints out;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(index, static_cast<std::uint64_t>(seed));
        const Building& b = run.world->building;
        const Box flight = bounds(b.space(b.find_space("stair")).area.outer);
        const double area = (flight.high.x - flight.low.x) * (flight.high.y - flight.low.y);
        for (const BoxReading& r : read_box(run.trace, flight)) {
            if (r.count == 0) continue;
            out.density.push_back(r.count / area);
            out.speed.push_back(r.mean_speed_ms);
        }
    }
    return out;
}

double mean_speed_at(const StairPoints& points, double low, double high) {
    std::vector<double> speeds;
    for (std::size_t i = 0; i < points.density.size(); ++i)
        if (points.density[i] >= low && points.density[i] < high) speeds.push_back(points.speed[i]);
    return mean_of(speeds);
}

// A line of people 1 / density apart on 60 m, everybody's free speed times a factor.
Variation lined_up(double density, double factor, double max_s) {
    return [=](Scenario& scenario) {
        Group& group = scenario.population.groups.front();
        group.count = static_cast<int>(std::lround(60.0 * density));
        group.positions.clear();
        for (int i = 0; i < group.count; ++i) group.positions.push_back({(i + 0.5) / density, 0.4});
        for (Profile& p : scenario.population.profiles)
            p.free_speed.a *= factor, p.free_speed.low *= factor, p.free_speed.high *= factor;
        scenario.run.max_s = max_s;
    };
}

// Speeds of those in the zone, one for each run; empty when nobody came.
std::vector<double> file_speeds(const TestBench& bench, double density, double factor) {
    std::vector<double> out;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run =
            bench.run(0, static_cast<std::uint64_t>(seed), lined_up(density, factor, bench.limit("until_s") + 1.0));
        double people = 0.0, sum = 0.0;
        for (const BoxReading& r :
             read_box(run.trace, {{bench.limit("zone_from_m"), 0.0}, {bench.limit("zone_until_m"), 0.8}})) {
            if (r.time_s < bench.limit("from_s") || r.time_s > bench.limit("until_s")) continue;
            people += r.count;
            sum += r.count * r.mean_speed_ms;
        }
        if (people > 0.0) out.push_back(sum / people);
    }
    return out;
}

}  // namespace

// Case 0 up, case 1 down. from_density, until_density, least_share of the points there in the band; in every bin of 0.1
// persons/m2 that both have, and at least least_bins of them, faster down than up.
Measurement measure_stair_band(const TestBench& bench) {
    const double from = bench.limit("from_density"), until = bench.limit("until_density");
    const StairPoints ways[2] = {stair_points(bench, 0), stair_points(bench, 1)};
    double inside = 0.0, all = 0.0;
    std::vector<double> shares, middles;
    Measurement out;
    for (int way = 0; way < 2; ++way) {
        const double inside_before = inside, all_before = all;
        const auto& [density, speed] = ways[way];
        for (std::size_t i = 0; i < density.size(); ++i) {
            if (density[i] < from || density[i] > until) continue;
            const Band band = corbetta(way == 0, density[i]);
            inside += speed[i] >= band.low && speed[i] <= band.high ? 1.0 : 0.0;
            all += 1.0;
        }
        shares.push_back(100.0 * (inside - inside_before) / std::max(1.0, all - all_before));
        middles.push_back(mean_speed_at(ways[way], 0.9, 1.1));
    }
    int bins = 0, faster = 0;
    for (double low = 0.1; low < 3.0; low += 0.1) {
        const double up = mean_speed_at(ways[0], low, low + 0.1), down = mean_speed_at(ways[1], low, low + 0.1);
        if (up <= 0.0 || down <= 0.0) continue;
        ++bins;
        faster += down > up ? 1 : 0;
    }
    out.figure = shown(100.0 * inside / std::max(1.0, all), 0) + " % (n = " + shown(all, 0) + "); " +
                 std::to_string(faster) + " / " + std::to_string(bins);
    out.meets_criterion =
        inside >= bench.limit("least_share") * all && all > 0.0 && faster == bins && bins >= bench.limit("least_bins");
    out.remark = {"带内份额；下行快于上行的密度区间。上行、下行带内 " + shown(shares, 0) + " %；1 人/m² 处 " +
                      shown(middles) + " m/s",
                  "Share within the band; bins in which down is faster than up. Within: up, down " + shown(shares, 0) +
                      " %; at 1 person/m2 " + shown(middles) + " m/s"};
    out.plots.push_back({{"楼梯：速度与密度", "Stair: speed over density"},
                         {"密度（人/m²）", "density (persons/m2)"},
                         {"速度（m/s）", "speed (m/s)"},
                         {{{"上行", "up"}, Plot::Shape::points, ways[0].density, ways[0].speed, {}},
                          {{"下行", "down"}, Plot::Shape::points, ways[1].density, ways[1].speed, {}}}});
    return out;
}

// density_i, low_i, mean_i, high_i: the measured curve; zone_from_m, zone_until_m, from_s, until_s; least_share of the
// points within low-high. slow, fast: factors of the free speed whose curves lie below and above (target).
Measurement measure_single_file(const TestBench& bench) {
    const auto density = limits_of(bench, "density_"), low = limits_of(bench, "low_"), high = limits_of(bench, "high_");
    std::vector<double> ours;
    double inside = 0.0, all = 0.0;
    bool ordered = true;
    for (std::size_t i = 0; i < density.size(); ++i) {
        const auto speeds = file_speeds(bench, density[i], 1.0);
        for (const double v : speeds) inside += v >= low[i] && v <= high[i] ? 1.0 : 0.0, all += 1.0;
        ours.push_back(mean_of(speeds));
        ordered = ordered && mean_of(file_speeds(bench, density[i], bench.limit("slow"))) <= ours.back() &&
                  mean_of(file_speeds(bench, density[i], bench.limit("fast"))) >= ours.back();
    }
    Measurement out;
    out.figure = shown(ours) + " m/s; " + shown(inside, 0) + " / " + shown(all, 0);
    out.meets_criterion = all > 0.0 && inside >= bench.limit("least_share") * all;
    out.on_target = ordered;
    out.remark = {"密度 " + shown(density) + " 人/m，实测中位 " + shown(limits_of(bench, "mean_")) + " m/s",
                  "At " + shown(density) + " persons/m; medians measured " + shown(limits_of(bench, "mean_")) + " m/s"};
    out.plots.push_back(
        {{"单列：速度与密度", "Single file: speed over density"},
         {"密度（人/m）", "density (persons/m)"},
         {"速度（m/s）", "speed (m/s)"},
         {{{"实测 10–90 百分位", "measured, 10th-90th percentile"}, Plot::Shape::band, density, low, high},
          {{"本程序", "Muster"}, Plot::Shape::line, density, ours, {}}}});
    return out;
}

}  // namespace muster::verify
