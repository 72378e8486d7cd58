// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/aftershock.h"

#include <algorithm>
#include <cmath>

#include "sim/base/random.h"

namespace muster::hazards {

namespace {

constexpr double a = -1.67, b = 0.91, p = 1.08, c_days = 0.05;
constexpr double day_s = 86400.0;
constexpr double worth_drawing = 2.0;  // magnitudes below the main shock; smaller ones do no harm; assumption
constexpr double per_magnitude = 0.4;

/// Integral of (t + c)^-p from 0 to t, days.
double decayed(double days) { return (std::pow(c_days, 1.0 - p) - std::pow(days + c_days, 1.0 - p)) / (p - 1.0); }

}  // namespace

double expected_aftershocks(double magnitudes, double seconds) {
    return std::pow(10.0, a + b * magnitudes) * decayed(seconds / day_s);
}

// Times by inversion of the Poisson process, sizes by Gutenberg and Richter.
std::vector<Aftershock> draw_aftershocks(std::uint64_t seed, double until_s) {
    RandomStream random(seed, Purpose::aftershock, 0);
    const double rate = std::pow(10.0, a + b * worth_drawing);
    std::vector<Aftershock> out;
    double expected = 0.0;
    while (true) {
        expected -= std::log(1.0 - random.uniform());
        const double left = std::pow(c_days, 1.0 - p) - (p - 1.0) * expected / rate;
        if (left <= 0.0) return out;
        const double t = (std::pow(left, 1.0 / (1.0 - p)) - c_days) * day_s;
        if (t > until_s) return out;
        out.push_back({t, std::max(0.0, worth_drawing + std::log10(1.0 - random.uniform()) / b)});
    }
}

double aftershock_scale(double magnitudes) { return std::pow(10.0, -per_magnitude * magnitudes); }

}  // namespace muster::hazards
