// SPDX-License-Identifier: Apache-2.0
// The corridor, junction and corner experiments of the Hermes project.
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "tools/verify/measures_component.h"
#include "tools/verify/measures_experiment.h"
#include "tools/verify/readings.h"
#include "tools/verify/trajectories.h"

namespace muster::verify {

namespace {

constexpr Box hermes_area{{-2.0, 0.0}, {0.0, 1.8}};  // m, in the corridor; published with the runs

std::size_t crossings(const Recording& run, const char* opening) {
    return sorted_times(first_crossings(run, opening)).size();
}

// The files have the corridor along y.
Trajectories along_x(Trajectories trajectories) {
    for (Track& t : trajectories.tracks)
        for (Vec2& place : t.places) std::swap(place.x, place.y);
    return trajectories;
}

}  // namespace

// flow_i, density_i, speed_i: of the cases, as published; from_share, until_share: of the crossings, the steady part;
// criterion: flows rank as the measured do for entrances (first `entrances` cases) and exits (the rest); target_error:
// mean relative difference of the flows.
Measurement measure_hermes(const TestBench& bench) {
    const auto measured = limits_of(bench, "flow_");
    std::vector<double> flows, densities, speeds;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        AreaReading mean;
        for (int seed = 1; seed <= bench.seeds(); ++seed) {
            const Recording run = bench.run(c, static_cast<std::uint64_t>(seed));
            const AreaReading one = read_area(trajectories_of(run.trace), hermes_area, bench.limit("from_share"),
                                              bench.limit("until_share"));
            mean.flow += one.flow / bench.seeds();
            mean.density += one.density / bench.seeds();
            mean.speed += one.speed / bench.seeds();
        }
        flows.push_back(mean.flow);
        densities.push_back(mean.density);
        speeds.push_back(mean.speed);
    }
    const auto parting = flows.begin() + static_cast<std::ptrdiff_t>(bench.limit("entrances"));
    const double error = mean_relative_error(flows, measured);
    Measurement out;
    out.figure = shown(100.0 * error, 0) + " %; " + shown(flows) + " 1/s";
    out.meets_criterion = std::is_sorted(flows.begin(), parting) &&
                          std::is_sorted(std::make_reverse_iterator(flows.end()), std::make_reverse_iterator(parting));
    out.on_target = error <= bench.limit("target_error");
    const std::string theirs = shown(measured) + " 1/s";
    out.remark = {"实测 " + theirs + "；本程序密度 " + shown(densities) + " 人/m²，速度 " + shown(speeds) + " m/s",
                  "Measured " + theirs + "; ours at " + shown(densities) + " persons/m2 and " + shown(speeds) + " m/s"};
    out.plots.push_back(
        {{"Hermes 走廊：速度与密度", "Hermes corridor: speed over density"},
         {"密度（人/m²）", "density (persons/m2)"},
         {"速度（m/s）", "speed (m/s)"},
         {{{"实测", "measured"}, Plot::Shape::points, limits_of(bench, "density_"), limits_of(bench, "speed_"), {}},
          {{"本程序", "Muster"}, Plot::Shape::points, densities, speeds, {}}}});
    return out;
}

// Checks the reading of trajectories itself on three measured runs: flow_i, density_i, speed_i as published,
// most_error.
Measurement measure_trajectory_files(const TestBench& bench) {
    constexpr std::array files{"uo-050-180-180.txt", "uo-100-180-180.txt", "uo-180-180-070.txt"};
    constexpr double frames_per_s = 16.0;
    Measurement out;
    const std::filesystem::path folder = std::filesystem::path(bench.data_folder()) / "vv" / "pedpy-trajectories";
    std::vector<double> errors, balance;
    std::string rows;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string path = (folder / files[i]).string();
        if (bench.data_folder().empty() || !std::filesystem::is_regular_file(path)) {
            out.not_run = {"没有实测轨迹文件（--data）", "The measured trajectories are not here (--data)"};
            return out;
        }
        const AreaReading r = read_area(along_x(read_trajectories(path, frames_per_s)), hermes_area,
                                        bench.limit("from_share"), bench.limit("until_share"));
        const std::string n = std::to_string(i);
        for (const auto& [ours, theirs] :
             {std::pair{r.flow, bench.limit("flow_" + n)}, std::pair{r.density, bench.limit("density_" + n)},
              std::pair{r.speed, bench.limit("speed_" + n)}})
            errors.push_back(std::abs(ours / theirs - 1.0));
        balance.push_back(std::abs(r.density * r.speed * 1.8 / r.flow - 1.0));
        rows += (i > 0 ? "; " : "") + shown({r.flow, r.density, r.speed});
    }
    const double worst = *std::max_element(errors.begin(), errors.end());
    out.figure = rows + " (<= " + shown(100.0 * worst, 0) + " %)";
    out.meets_criterion = worst <= bench.limit("most_error");
    const std::string most = shown(100.0 * *std::max_element(balance.begin(), balance.end()), 1) + " %";
    out.remark = {"每个文件：流量、密度、速度；密度×速度×宽度与流量最多差 " + most,
                  "Per file: flow, density, speed; density x speed x width is off the flow by at most " + most};
    return out;
}

// least_share, most_share: of the first half of the people out, those from the left; sum_slack: balance of flows;
// target_specific, target_slack: specific flow after the merge (width_m).
Measurement measure_merge_shares(const TestBench& bench) {
    std::vector<double> shares, flows;
    bool complete = true;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(0, static_cast<std::uint64_t>(seed));
        const auto left = first_crossings(run, "from_left"), exit = first_crossings(run, "exit");
        complete = complete && crossings(run, "exit") == run.trace.people.size();
        const double middle = median_of(sorted_times(exit));
        double from_left = 0.0, all = 0.0;
        for (std::size_t i = 0; i < exit.size(); ++i) {
            if (exit[i] > middle) continue;
            all += 1.0;
            from_left += std::isfinite(left[i]) ? 1.0 : 0.0;
        }
        shares.push_back(from_left / all);
        const auto times = sorted_times(exit);
        flows.push_back(0.6 * static_cast<double>(times.size()) / (quantile_of(times, 0.8) - quantile_of(times, 0.2)) /
                        bench.limit("width_m"));
    }
    const auto [low, high] = std::minmax_element(shares.begin(), shares.end());
    Measurement out;
    out.figure = shown(100.0 * mean_of(shares), 0) + " % (" + shown(100.0 * *low, 0) + "-" + shown(100.0 * *high, 0) +
                 " %); " + shown(mean_of(flows)) + " 1/(m s)";
    out.meets_criterion = complete && *low >= bench.limit("least_share") && *high <= bench.limit("most_share");
    out.on_target = std::abs(mean_of(flows) / bench.limit("target_specific") - 1.0) <= bench.limit("target_slack");
    out.remark = {"左侧来人所占份额；汇合后比流量", "Share of those from the left; specific flow after the merge"};
    return out;
}

// width_m, measured: greatest specific flow round the corner; slack: how far ours may be off it, a share.
Measurement measure_corner_flow(const TestBench& bench) {
    const auto flows = over_seeds(bench, 0, [&](const Recording& run) {
        const auto times = sorted_times(first_crossings(run, "exit"));
        return 0.6 * static_cast<double>(times.size()) / (quantile_of(times, 0.8) - quantile_of(times, 0.2)) /
               bench.limit("width_m");
    });
    Measurement out;
    out.figure = shown(mean_of(flows)) + " 1/(m s)";
    out.meets_criterion = std::abs(mean_of(flows) / bench.limit("measured") - 1.0) <= bench.limit("slack");
    return out;
}

}  // namespace muster::verify
