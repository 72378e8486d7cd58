// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/convergence.h"

#include <algorithm>
#include <cmath>

namespace muster::analysis {

namespace {

double mean_of_first(const std::vector<double>& values, std::size_t n) {
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i) sum += values[i];
    return sum / static_cast<double>(n);
}

double deviation_of_first(const std::vector<double>& values, std::size_t n) {
    const double mean = mean_of_first(values, n);
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i) sum += (values[i] - mean) * (values[i] - mean);
    return std::sqrt(sum / static_cast<double>(n - 1));
}

double change(double before, double after) { return after > 0.0 ? std::abs(after - before) / after : 0.0; }

}  // namespace

double relative_difference(const std::vector<double>& a, const std::vector<double>& b) {
    double difference = 0.0, size = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) difference += (a[i] - b[i]) * (a[i] - b[i]), size += a[i] * a[i];
    return size > 0.0 ? std::sqrt(difference / size) : 0.0;
}

double projection_coefficient(const std::vector<double>& a, const std::vector<double>& b) {
    double product = 0.0, size = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) product += a[i] * b[i], size += b[i] * b[i];
    return size > 0.0 ? product / size : 1.0;
}

double secant_cosine(const std::vector<double>& a, const std::vector<double>& b, std::size_t step) {
    double product = 0.0, size_a = 0.0, size_b = 0.0;
    for (std::size_t i = step; i < a.size(); ++i) {
        const double da = a[i] - a[i - step], db = b[i] - b[i - step];
        product += da * db, size_a += da * da, size_b += db * db;
    }
    return size_a * size_b > 0.0 ? product / std::sqrt(size_a * size_b) : 1.0;
}

void Convergence::add(const std::vector<double>& arrivals) {
    comparable_ = comparable_ && !arrivals.empty() && (sum_.empty() || sum_.size() == arrivals.size());
    if (!comparable_) {
        state_ = {};
        return;
    }
    const auto n = static_cast<double>(totals_.size());
    std::vector<double> before = sum_;
    for (double& t : before) t /= std::max(1.0, n);
    sum_.resize(arrivals.size(), 0.0);
    for (std::size_t i = 0; i < arrivals.size(); ++i) sum_[i] += arrivals[i];
    totals_.push_back(arrivals.back());
    if (totals_.size() < 3) return;

    std::vector<double> after = sum_;
    for (double& t : after) t /= n + 1.0;
    const std::size_t runs = totals_.size(), step = std::max<std::size_t>(1, after.size() / 20);
    state_.total_time = change(mean_of_first(totals_, runs - 1), mean_of_first(totals_, runs));
    state_.deviation = change(deviation_of_first(totals_, runs - 1), deviation_of_first(totals_, runs));
    state_.distance = relative_difference(after, before);
    state_.projection = std::abs(projection_coefficient(after, before) - 1.0);
    state_.secant = std::abs(secant_cosine(after, before, step) - 1.0);
    const bool holds = state_.total_time <= limits_.total_time && state_.deviation <= limits_.deviation &&
                       state_.distance <= limits_.distance && state_.projection <= limits_.projection &&
                       state_.secant <= limits_.secant;
    state_.held_for = holds ? state_.held_for + 1 : 0;
    state_.converged = state_.held_for >= limits_.in_a_row;
}

}  // namespace muster::analysis
