// SPDX-License-Identifier: Apache-2.0
#include "tools/office/drill/robust.h"

#include <algorithm>
#include <cmath>

namespace muster::drill {

namespace {

constexpr double threshold = 1.345, median_to_deviation = 1.4826;
constexpr int max_rounds = 50;
constexpr double settled = 1e-6;

}  // namespace

double robust_deviation(std::vector<double> residuals) {
    if (residuals.empty()) return 0.0;
    for (double& r : residuals) r = std::abs(r);
    std::sort(residuals.begin(), residuals.end());
    const std::size_t n = residuals.size();
    return median_to_deviation * 0.5 * (residuals[(n - 1) / 2] + residuals[n / 2]);
}

double huber_square(double residual, double deviation) {
    const double far = std::abs(residual), knee = threshold * deviation;
    return far <= knee ? residual * residual : knee * (2.0 * far - knee);
}

double huber_weight(double residual, double deviation) {
    const double far = std::abs(residual), knee = threshold * deviation;
    return far <= knee ? 1.0 : knee / far;
}

// The median of value / slope, weighted by |slope|.
double min_absolute(const std::vector<Line>& lines) {
    std::vector<std::pair<double, double>> at;  // x, weight
    double all = 0.0;
    for (const Line& l : lines)
        if (l.slope != 0.0) at.emplace_back(l.value / l.slope, std::abs(l.slope)), all += std::abs(l.slope);
    std::sort(at.begin(), at.end());
    double below = 0.0;
    for (const auto& [x, weight] : at)
        if ((below += weight) >= 0.5 * all) return x;
    return 0.0;
}

double min_huber(const std::vector<Line>& lines, double deviation, double start) {
    double x = start;
    for (int round = 0; round < max_rounds; ++round) {
        double up = 0.0, down = 0.0;
        for (const Line& l : lines) {
            const double w = huber_weight(l.slope * x - l.value, deviation);
            up += w * l.slope * l.value;
            down += w * l.slope * l.slope;
        }
        if (down <= 0.0) return 0.0;
        const double next = up / down;
        if (std::abs(next - x) < settled) return next;
        x = next;
    }
    return x;
}

}  // namespace muster::drill
