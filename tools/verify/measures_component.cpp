// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/measures_component.h"

#include <algorithm>
#include <array>

#include "tools/verify/readings.h"

namespace muster::verify {

std::optional<double> optional_limit(const TestBench& bench, std::string_view name) {
    if (bench.test().limits.count(std::string(name)) == 0) return std::nullopt;
    return bench.limit(name);
}

double evacuation_time(const Recording& recording) {
    const auto times = leaving_times(recording.trace);
    return times.empty() ? 0.0 : *std::max_element(times.begin(), times.end());
}

Name share_95(const std::vector<double>& times) {
    const std::string value = shown(quantile_of(times, 0.95), 1) + " s", runs = std::to_string(times.size());
    return {"总时间第 95 百分位 " + value + "（" + runs + " 次）",
            "95th percentile of the total time " + value + " (runs: " + runs + ")"};
}

std::span<const NamedMeasure> component_measures() {
    static constexpr std::array<NamedMeasure, 18> measures{{
        {"walk_time", measure_walk_time},
        {"stays_inside", measure_stays_inside},
        {"free_speeds", measure_free_speeds},
        {"start_times", measure_start_times},
        {"start_laws", measure_start_distributions},
        {"exit_flow", measure_exit_flow},
        {"counterflow", measure_counterflow},
        {"doors_closed", measure_doors_closed},
        {"stair_widths", measure_stair_widths},
        {"stair_congestion", measure_stair_congestion},
        {"corridor_flow", measure_corridor_flow},
        {"corridor_diagram", measure_corridor_diagram},
        {"assigned_exits", measure_assigned_exits},
        {"leaves_by", measure_leaves_by},
        {"slower_with_first", measure_slower_with_first},
        {"takes_shortcut", measure_takes_shortcut},
        {"keeps_together", measure_keeps_together},
        {"exit_share_rises", measure_exit_share_rises},
    }};
    return measures;
}

}  // namespace muster::verify
