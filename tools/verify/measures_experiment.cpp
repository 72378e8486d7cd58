// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/measures_experiment.h"

#include <array>
#include <cmath>

#include "tools/verify/readings.h"

namespace muster::verify {

std::vector<double> limits_of(const TestBench& bench, std::string_view prefix) {
    std::vector<double> out;
    const auto& limits = bench.test().limits;
    for (;;) {
        const auto found = limits.find(std::string(prefix) + std::to_string(out.size()));
        if (found == limits.end()) return out;
        out.push_back(found->second);
    }
}

double mean_error(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> errors;
    for (std::size_t i = 0; i < a.size(); ++i) errors.push_back(std::abs(a[i] - b[i]));
    return mean_of(errors);
}

double mean_relative_error(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> errors;
    for (std::size_t i = 0; i < a.size(); ++i) errors.push_back(std::abs(a[i] / b[i] - 1.0));
    return mean_of(errors);
}

std::span<const NamedMeasure> experiment_measures() {
    static constexpr std::array<NamedMeasure, 18> measures{{
        {"bottleneck_widths", measure_bottleneck_widths},
        {"specific_flow", measure_specific_flow},
        {"narrow_door", measure_narrow_door},
        {"higher_flow", measure_higher_flow},
        {"diagram", measure_diagram},
        {"two_ways_less", measure_two_ways_less},
        {"lanes", measure_lanes},
        {"hermes", measure_hermes},
        {"trajectory_files", measure_trajectory_files},
        {"merge_shares", measure_merge_shares},
        {"corner_flow", measure_corner_flow},
        {"faster_is_slower", measure_faster_is_slower},
        {"gap_tails", measure_gap_tails},
        {"clogging", measure_clogging},
        {"speeds_in_spaces", measure_speeds_in_spaces},
        {"half_step", measure_half_step},
        {"turned_plan", measure_turned_plan},
        {"nobody_faster", measure_nobody_faster},
    }};
    return measures;
}

}  // namespace muster::verify
