// SPDX-License-Identifier: Apache-2.0
// Estimates that one slip of a stopwatch cannot carry away.
//
// Huber, "Robust estimation of a location parameter", Ann. Math. Statist. 35 (1964): squares up to a threshold,
// straight beyond. Threshold 1.345 standard deviations (95 % of the efficiency of least squares on normal errors) and
// iterated weights: Holland & Welsch, Commun. Statist. A6 (1977). Standard deviation from the median absolute
// residual: 1.4826 of it on normal errors (Hampel 1974). From memory, not checked against the papers.
#pragma once

#include <vector>

namespace muster::drill {

/// Of residuals about 0; 0 for none.
[[nodiscard]] double robust_deviation(std::vector<double> residuals);

/// As the square for small residuals, growing in proportion beyond 1.345 `deviation`.
[[nodiscard]] double huber_square(double residual, double deviation);
/// By which an iterated least-squares fit weighs the residual: 1 for small ones.
[[nodiscard]] double huber_weight(double residual, double deviation);

/// x with the least sum of |slope x - value|.
struct Line {
    double slope = 0.0, value = 0.0;
};
[[nodiscard]] double min_absolute(const std::vector<Line>& lines);
/// x with the least sum of huber_square(slope x - value), from `start`.
[[nodiscard]] double min_huber(const std::vector<Line>& lines, double deviation, double start);

}  // namespace muster::drill
