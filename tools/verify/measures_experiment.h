// SPDX-License-Identifier: Apache-2.0
// The measures of published experiments and of numerical checks. Which limits each reads stands above it in its file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/verify/measure.h"

namespace muster::verify {

// measures_experiment_bottleneck.cpp
[[nodiscard]] Measurement measure_bottleneck_widths(const TestBench& bench);
[[nodiscard]] Measurement measure_specific_flow(const TestBench& bench);
[[nodiscard]] Measurement measure_narrow_door(const TestBench& bench);
[[nodiscard]] Measurement measure_higher_flow(const TestBench& bench);
// measures_experiment_corridor.cpp
[[nodiscard]] Measurement measure_diagram(const TestBench& bench);
[[nodiscard]] Measurement measure_two_ways_less(const TestBench& bench);
[[nodiscard]] Measurement measure_lanes(const TestBench& bench);
// measures_experiment_hermes.cpp
[[nodiscard]] Measurement measure_hermes(const TestBench& bench);
[[nodiscard]] Measurement measure_trajectory_files(const TestBench& bench);
[[nodiscard]] Measurement measure_merge_shares(const TestBench& bench);
[[nodiscard]] Measurement measure_corner_flow(const TestBench& bench);
// measures_experiment_pressing.cpp
[[nodiscard]] Measurement measure_faster_is_slower(const TestBench& bench);
[[nodiscard]] Measurement measure_gap_tails(const TestBench& bench);
[[nodiscard]] Measurement measure_clogging(const TestBench& bench);
// measures_experiment_children.cpp
[[nodiscard]] Measurement measure_speeds_in_spaces(const TestBench& bench);
// measures_experiment_numerics.cpp
[[nodiscard]] Measurement measure_half_step(const TestBench& bench);
[[nodiscard]] Measurement measure_turned_plan(const TestBench& bench);
[[nodiscard]] Measurement measure_nobody_faster(const TestBench& bench);

/// Limits "<prefix>0", "<prefix>1", ... as far as they go.
[[nodiscard]] std::vector<double> limits_of(const TestBench& bench, std::string_view prefix);

/// Mean of |a - b| and of |a - b| / b. Same sizes.
[[nodiscard]] double mean_error(const std::vector<double>& a, const std::vector<double>& b);
[[nodiscard]] double mean_relative_error(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace muster::verify
