// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/cumulative.h"

#include <algorithm>
#include <cmath>

namespace muster::verify {

namespace {

// Regularised lower incomplete gamma function P(a, x) by its series. The series converges for every x; it needs about
// x + 10 sqrt(x) terms, and the laws of the tests end long before x = 100, where 1 - P is below 1e-30 for their shapes.
double lower_gamma(double a, double x) {
    if (x <= 0.0) return 0.0;
    if (x > 100.0 + 10.0 * a) return 1.0;
    double term = 1.0 / a, sum = term;
    for (int n = 1; n < 2000 && term > sum * 1e-15; ++n) {
        term *= x / (a + n);
        sum += term;
    }
    return std::min(1.0, sum * std::exp(a * std::log(x) - x - std::lgamma(a)));
}

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double uncut(const Distribution& distribution, double x) {
    switch (distribution.kind) {
        case DistributionKind::constant:
            return x >= distribution.a ? 1.0 : 0.0;
        case DistributionKind::uniform:
            return std::clamp((x - distribution.a) / (distribution.b - distribution.a), 0.0, 1.0);
        case DistributionKind::normal:
            return normal_cdf((x - distribution.a) / distribution.b);
        case DistributionKind::log_normal:
            return x <= 0.0 ? 0.0 : normal_cdf((std::log(x) - distribution.a) / distribution.b);
        case DistributionKind::gamma:
            return lower_gamma(distribution.a, x / distribution.b);
        case DistributionKind::weibull:
            return x <= 0.0 ? 0.0 : 1.0 - std::exp(-std::pow(x / distribution.a, distribution.b));
    }
    return 0.0;
}

}  // namespace

double cumulative(const Distribution& distribution, double x) {
    if (distribution.kind == DistributionKind::constant) return uncut(distribution, x - distribution.shift);
    if (x < distribution.low) return 0.0;
    if (x >= distribution.high) return 1.0;
    const double below = uncut(distribution, distribution.low - distribution.shift),
                 above = uncut(distribution, distribution.high - distribution.shift);
    return (uncut(distribution, x - distribution.shift) - below) / (above - below);
}

}  // namespace muster::verify
