// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/run_figures.h"

#include <algorithm>
#include <map>

namespace muster::analysis {

namespace {

using BySeed = std::map<std::uint64_t, const RunFigures*>;

BySeed by_seed(const std::vector<RunFigures>& runs) {
    BySeed rows;
    for (const RunFigures& run : runs) rows.emplace(run.seed, &run);
    return rows;
}

}  // namespace

RunFigures figures_of(const RunAnalysis& run, double signal_s) {
    const auto since_signal = [&](const std::optional<double>& clock) {
        return clock ? std::optional(*clock - signal_s) : std::nullopt;
    };
    RunFigures f;
    f.seed = run.seed;
    f.last_out_of_room = since_signal(run.clocks.last_out_of_room);
    f.last_out_of_building = since_signal(run.clocks.last_out_of_building);
    f.last_at_assembly = since_signal(run.clocks.last_at_assembly);
    f.roll_call_done = since_signal(run.clocks.roll_call_done);
    f.exposure_person_s = run.exposure_person_s;
    for (const Bottleneck& b : run.bottlenecks) {
        f.peak_density = std::max(f.peak_density, b.peak_density);
        f.peak_pressure = std::max(f.peak_pressure, b.peak_pressure);
    }
    f.left_inside = run.people.left_inside();
    f.falls = run.falls;
    return f;
}

double tolerance_of(Figure figure) {
    switch (figure) {
        case Figure::last_out_of_room:
        case Figure::last_out_of_building:
        case Figure::last_at_assembly:
        case Figure::roll_call_done:
            return 1.0;  // s
        case Figure::exposure_person_s:
            return 10.0;  // person-seconds
        case Figure::peak_density:
            return 0.2;  // persons/m2
        case Figure::peak_pressure:
            return 10.0;  // N/m
        case Figure::left_inside:
        case Figure::falls:
            return 0.0;  // persons
    }
    return 0.0;
}

bool got_worse(Figure figure, Evidence evidence, const std::optional<double>& median_difference) {
    const double tolerance = tolerance_of(figure);
    return evidence == Evidence::higher && (tolerance <= 0.0 || !median_difference || *median_difference > tolerance);
}

const char* code_of(Figure figure) {
    switch (figure) {
        case Figure::last_out_of_room:
            return "last_out_of_room";
        case Figure::last_out_of_building:
            return "last_out_of_building";
        case Figure::last_at_assembly:
            return "last_at_assembly";
        case Figure::roll_call_done:
            return "roll_call_done";
        case Figure::exposure_person_s:
            return "critical_person_s";
        case Figure::peak_density:
            return "peak_density";
        case Figure::peak_pressure:
            return "peak_pressure";
        case Figure::left_inside:
            return "left_inside";
        case Figure::falls:
            return "falls";
    }
    return "";
}

double value_of(const RunFigures& run, Figure figure) {
    switch (figure) {
        case Figure::last_out_of_room:
            return run.last_out_of_room.value_or(never);
        case Figure::last_out_of_building:
            return run.last_out_of_building.value_or(never);
        case Figure::last_at_assembly:
            return run.last_at_assembly.value_or(never);
        case Figure::roll_call_done:
            return run.roll_call_done.value_or(never);
        case Figure::exposure_person_s:
            return run.exposure_person_s;
        case Figure::peak_density:
            return run.peak_density;
        case Figure::peak_pressure:
            return run.peak_pressure;
        case Figure::left_inside:
            return run.left_inside;
        case Figure::falls:
            return run.falls;
    }
    return 0.0;
}

std::vector<FigureComparison> compare_figures(const std::vector<RunFigures>& before,
                                              const std::vector<RunFigures>& after) {
    const BySeed rows_before = by_seed(before), rows_after = by_seed(after);
    const std::vector<std::uint64_t> seeds = common_seeds(before, after);
    std::vector<FigureComparison> all;
    for (const Figure figure : all_figures) {
        std::vector<double> a, b;
        for (const std::uint64_t seed : seeds) {
            a.push_back(value_of(*rows_before.at(seed), figure));
            b.push_back(value_of(*rows_after.at(seed), figure));
        }
        all.push_back({figure, compare_pairs(a, b)});
    }
    return all;
}

const PairedComparison& of_figure(const std::vector<FigureComparison>& all, Figure figure) {
    return std::find_if(all.begin(), all.end(), [&](const FigureComparison& c) { return c.figure == figure; })->paired;
}

std::vector<std::uint64_t> common_seeds(const std::vector<RunFigures>& before, const std::vector<RunFigures>& after) {
    const BySeed rows_before = by_seed(before);
    std::vector<std::uint64_t> seeds;
    for (const auto& [seed, run] : by_seed(after))
        if (rows_before.contains(seed)) seeds.push_back(seed);
    return seeds;
}

}  // namespace muster::analysis
