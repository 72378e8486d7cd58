// SPDX-License-Identifier: Apache-2.0
// Reading a recorded run as an observer with a stop-watch would: who passed a line when, how many stood in a box, how
// fast they were. Lines and boxes in plan coordinates of one level; times in seconds.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "sim/geometry/polygon.h"
#include "sim/record/trace.h"
#include "tools/verify/measure.h"

namespace muster::verify {

constexpr double never = std::numeric_limits<double>::infinity();

/// Per person: when he or she first crossed the opening (into `into` if it is valid); `never` if not.
[[nodiscard]] std::vector<double> first_crossings(const Trace& trace, OpeningId opening, SpaceId into = {});
/// The same by the opening's id in the plan. Throws std::invalid_argument when there is none.
[[nodiscard]] std::vector<double> first_crossings(const Recording& recording, std::string_view opening);
/// Per person: when he or she left the building or the site for the first time; `never` if not.
[[nodiscard]] std::vector<double> leaving_times(const Trace& trace);

/// The finite ones, sorted.
[[nodiscard]] std::vector<double> sorted_times(const std::vector<double>& times);
/// The last finite one; 0 when there is none.
[[nodiscard]] double last_time(const std::vector<double>& times);

/// (N - 1) / (t_last - t_first), persons/s; 0 below two crossings. First crossings only.
[[nodiscard]] double mean_flow(const std::vector<double>& times);

/// Per person: when the straight way between two samples first passes the line x = at (or y = at) upwards,
/// interpolated.
enum class Axis : std::uint8_t { x, y };
[[nodiscard]] std::vector<double> passing_times(const Trace& trace, Axis axis, double at);

/// Persons per sample whose middle lies in the box (gone ones never), and the mean of their speeds (0 when nobody).
struct BoxReading {
    double time_s = 0.0;
    int count = 0;
    double mean_speed_ms = 0.0;
};
[[nodiscard]] std::vector<BoxReading> read_box(const Trace& trace, const Box& box);

/// Largest count of the box / its area, over samples of at least `hold_s` together (0 = a single sample), persons/m2.
[[nodiscard]] double peak_density(const std::vector<BoxReading>& readings, double area_m2, double hold_s = 0.0);

[[nodiscard]] double mean_of(const std::vector<double>& values);
[[nodiscard]] double median_of(std::vector<double> values);
[[nodiscard]] double quantile_of(std::vector<double> values, double share);
[[nodiscard]] double deviation_of(const std::vector<double>& values);  // of the sample, n - 1

/// Two-sided Kolmogorov-Smirnov probability that `values` follow the distribution with this distribution function;
/// Stephens' approximation of the statistic's distribution, as in Numerical Recipes.
[[nodiscard]] double kolmogorov_smirnov_p(std::vector<double> values,
                                          const std::function<double(double)>& distribution);

/// "1.33", "0.5": at most `digits` decimals, no trailing zeros.
[[nodiscard]] std::string shown(double value, int digits = 2);
/// Several, parted by " / ".
[[nodiscard]] std::string shown(const std::vector<double>& values, int digits = 2);

}  // namespace muster::verify
