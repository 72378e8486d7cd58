// SPDX-License-Identifier: Apache-2.0
// The measures of IMO, NIST and ISO tests, and what they share. Which limits each reads stands above it in its file.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "tools/verify/measure.h"

namespace muster::verify {

// measures_component_walking.cpp
[[nodiscard]] Measurement measure_walk_time(const TestBench& bench);
[[nodiscard]] Measurement measure_stays_inside(const TestBench& bench);
[[nodiscard]] Measurement measure_free_speeds(const TestBench& bench);
// measures_component_start.cpp
[[nodiscard]] Measurement measure_start_times(const TestBench& bench);
[[nodiscard]] Measurement measure_start_distributions(const TestBench& bench);
// measures_component_flow.cpp
[[nodiscard]] Measurement measure_exit_flow(const TestBench& bench);
[[nodiscard]] Measurement measure_counterflow(const TestBench& bench);
[[nodiscard]] Measurement measure_doors_closed(const TestBench& bench);
[[nodiscard]] Measurement measure_stair_widths(const TestBench& bench);
// measures_component_crowding.cpp
[[nodiscard]] Measurement measure_stair_congestion(const TestBench& bench);
[[nodiscard]] Measurement measure_corridor_flow(const TestBench& bench);
[[nodiscard]] Measurement measure_corridor_diagram(const TestBench& bench);
// measures_component_choice.cpp
[[nodiscard]] Measurement measure_assigned_exits(const TestBench& bench);
[[nodiscard]] Measurement measure_leaves_by(const TestBench& bench);
[[nodiscard]] Measurement measure_slower_with_first(const TestBench& bench);
[[nodiscard]] Measurement measure_takes_shortcut(const TestBench& bench);
// measures_component_company.cpp
[[nodiscard]] Measurement measure_keeps_together(const TestBench& bench);
[[nodiscard]] Measurement measure_exit_share_rises(const TestBench& bench);

/// A limit that a test may leave out.
[[nodiscard]] std::optional<double> optional_limit(const TestBench& bench, std::string_view name);

/// `reading` of every run of a case, seeds 1, 2, ...
template <class Reading>
std::vector<double> over_seeds(const TestBench& bench, std::size_t index, Reading reading) {
    std::vector<double> out;
    for (int seed = 1; seed <= bench.seeds(); ++seed)
        out.push_back(reading(bench.run(index, static_cast<std::uint64_t>(seed))));
    return out;
}

/// When the last person left; `never` when somebody did not.
[[nodiscard]] double evacuation_time(const Recording& recording);

/// " · P95 ..." of total times, for the statistics of 50 runs that IMO asks for.
[[nodiscard]] Name share_95(const std::vector<double>& times);

}  // namespace muster::verify
