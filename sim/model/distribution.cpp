// SPDX-License-Identifier: Apache-2.0
#include "sim/model/distribution.h"

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr int max_tries = 200;

// Marsaglia & Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000); shape >= 1, scale 1.
double gamma_of_large_shape(double shape, RandomStream& stream) {
    const double d = shape - 1.0 / 3.0, c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double x = stream.normal();
        const double t = 1.0 + c * x;
        const double u = 1.0 - stream.uniform();  // in (0, 1]
        if (t <= 0.0) continue;
        const double v = t * t * t;
        if (std::log(u) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
    }
}

double gamma_variate(double shape, RandomStream& stream) {
    if (shape >= 1.0) return gamma_of_large_shape(shape, stream);
    const double boost = std::pow(1.0 - stream.uniform(), 1.0 / shape);
    return boost * gamma_of_large_shape(shape + 1.0, stream);
}

double draw_uncut(const Distribution& distribution, RandomStream& stream) {
    switch (distribution.kind) {
        case DistributionKind::constant:
            return distribution.a;
        case DistributionKind::uniform:
            return stream.uniform(distribution.a, distribution.b);
        case DistributionKind::normal:
            return distribution.a + distribution.b * stream.normal();
        case DistributionKind::log_normal:
            return std::exp(distribution.a + distribution.b * stream.normal());
        case DistributionKind::gamma:
            return distribution.b * gamma_variate(distribution.a, stream);
        case DistributionKind::weibull:
            return distribution.a * std::pow(-std::log(1.0 - stream.uniform()), 1.0 / distribution.b);
    }
    return distribution.a;
}

double phi(double z) { return std::exp(-0.5 * z * z) * 0.3989422804014327; }
double normal_cdf(double z) { return 0.5 * std::erfc(-z * 0.7071067811865476); }

struct Cut {
    double low, high;  // of the value before the shift
};

double mean_of_cut_normal(double mu, double sd, Cut cut) {
    if (sd <= 0.0) return std::clamp(mu, cut.low, cut.high);
    const double z1 = (cut.low - mu) / sd, z2 = (cut.high - mu) / sd;
    const double kept = normal_cdf(z2) - normal_cdf(z1);
    if (kept < 1e-12) return std::clamp(mu, cut.low, cut.high);
    return mu + sd * (phi(z1) - phi(z2)) / kept;
}

double mean_of_cut_log_normal(double mu, double sd, Cut cut) {
    if (sd <= 0.0) return std::clamp(std::exp(mu), cut.low, cut.high);
    const double z1 = cut.low > 0.0 ? (std::log(cut.low) - mu) / sd : -40.0;
    const double z2 = cut.high > 0.0 ? (std::log(cut.high) - mu) / sd : -40.0;
    const double kept = normal_cdf(z2) - normal_cdf(z1);
    if (kept < 1e-12) return std::clamp(std::exp(mu), cut.low, cut.high);
    return std::exp(mu + 0.5 * sd * sd) * (normal_cdf(z2 - sd) - normal_cdf(z1 - sd)) / kept;
}

// Gamma and Weibull: the midpoint rule on x = low + w t^4, which is fine where a density with shape < 1 is steep.
double mean_of_cut_positive(const Distribution& distribution, Cut cut) {
    const bool gamma = distribution.kind == DistributionKind::gamma;
    const double shape = gamma ? distribution.a : distribution.b, scale = gamma ? distribution.b : distribution.a;
    const double reach = gamma ? scale * (shape + 12.0 * std::sqrt(shape) + 40.0) : scale * std::pow(40.0, 1.0 / shape);
    const double low = std::max(cut.low, 0.0), high = std::min(cut.high, reach);
    if (high <= low) return std::clamp(scale, cut.low, std::max(cut.low, cut.high));
    const auto log_density = [&](double x) {
        const double y = x / scale;
        return (shape - 1.0) * std::log(y) - (gamma ? y : std::pow(y, shape));
    };
    constexpr int steps = 4000;
    double weight = 0.0, sum = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double t = (i + 0.5) / steps;
        const double x = low + (high - low) * t * t * t * t;
        const double w = std::exp(log_density(x)) * t * t * t;
        weight += w;
        sum += w * x;
    }
    return weight > 0.0 ? sum / weight : std::clamp(scale, low, high);
}

}  // namespace

DistributionRange range_of(const Distribution& distribution) {
    DistributionRange uncut{distribution.low, distribution.high};
    if (distribution.kind == DistributionKind::constant)
        uncut = {distribution.a + distribution.shift, distribution.a + distribution.shift};
    if (distribution.kind == DistributionKind::uniform)
        uncut = {distribution.a + distribution.shift, distribution.b + distribution.shift};
    if (distribution.kind > DistributionKind::normal)
        uncut.low = std::max(distribution.low, distribution.shift);  // these three laws are positive
    const auto cut = [&](double x) { return std::min(std::max(x, distribution.low), distribution.high); };
    return {cut(uncut.low), cut(uncut.high)};
}

double draw(const Distribution& distribution, RandomStream& stream) {
    double x = 0.0;
    for (int i = 0; i < max_tries; ++i) {
        x = draw_uncut(distribution, stream) + distribution.shift;
        if ((x >= distribution.low && x <= distribution.high) || distribution.kind == DistributionKind::constant) break;
    }
    return std::min(std::max(x, distribution.low), distribution.high);
}

double mean(const Distribution& distribution) {
    const Cut cut{distribution.low - distribution.shift, distribution.high - distribution.shift};
    switch (distribution.kind) {
        case DistributionKind::constant:
            return range_of(distribution).low;
        case DistributionKind::uniform:
            return 0.5 * (range_of(distribution).low + range_of(distribution).high);
        case DistributionKind::normal:
            return distribution.shift + mean_of_cut_normal(distribution.a, distribution.b, cut);
        case DistributionKind::log_normal:
            return distribution.shift + mean_of_cut_log_normal(distribution.a, distribution.b, cut);
        case DistributionKind::gamma:
        case DistributionKind::weibull:
            return distribution.shift + mean_of_cut_positive(distribution, cut);
    }
    return distribution.a;
}

}  // namespace muster
