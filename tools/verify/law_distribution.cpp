// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/law_distribution.h"

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

double uncut(const Law& law, double x) {
    switch (law.kind) {
        case LawKind::constant:
            return x >= law.a ? 1.0 : 0.0;
        case LawKind::uniform:
            return std::clamp((x - law.a) / (law.b - law.a), 0.0, 1.0);
        case LawKind::normal:
            return normal_cdf((x - law.a) / law.b);
        case LawKind::log_normal:
            return x <= 0.0 ? 0.0 : normal_cdf((std::log(x) - law.a) / law.b);
        case LawKind::gamma:
            return lower_gamma(law.a, x / law.b);
        case LawKind::weibull:
            return x <= 0.0 ? 0.0 : 1.0 - std::exp(-std::pow(x / law.a, law.b));
    }
    return 0.0;
}

}  // namespace

double distribution_of(const Law& law, double x) {
    if (law.kind == LawKind::constant) return uncut(law, x - law.shift);
    if (x < law.low) return 0.0;
    if (x >= law.high) return 1.0;
    const double below = uncut(law, law.low - law.shift), above = uncut(law, law.high - law.shift);
    return (uncut(law, x - law.shift) - below) / (above - below);
}

}  // namespace muster::verify
