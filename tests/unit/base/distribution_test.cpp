// SPDX-License-Identifier: Apache-2.0
#include "sim/model/distribution.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <vector>

using namespace muster;

namespace {

using Cdf = std::function<double(double)>;

// Kolmogorov-Smirnov distance of n draws from a CDF, times sqrt(n). Above 1.95 happens by chance once in 1,000.
double ks_statistic(const Distribution& distribution, const Cdf& cdf, std::uint64_t seed) {
    constexpr int n = 20000;
    RandomStream stream(seed, Purpose::test, 0);
    std::vector<double> x(n);
    for (double& v : x) v = draw(distribution, stream);
    std::sort(x.begin(), x.end());
    double worst = 0.0;
    for (int i = 0; i < n; ++i) {
        const double f = cdf(x[static_cast<std::size_t>(i)]);
        worst = std::max({worst, f - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - f});
    }
    return worst * std::sqrt(static_cast<double>(n));
}

Cdf cut(Cdf f, double low, double high) {
    const double f0 = f(low), f1 = f(high);
    return [f = std::move(f), f0, f1](double x) { return (f(x) - f0) / (f1 - f0); };
}

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

// Regularised lower incomplete gamma by its series, which converges for every x used here.
double gamma_cdf(double shape, double x) {
    if (x <= 0.0) return 0.0;
    double term = 1.0 / shape, sum = term;
    for (int k = 1; k < 1000; ++k) {
        term *= x / (shape + k);
        sum += term;
        if (term < 1e-16 * sum) break;
    }
    return sum * std::exp(shape * std::log(x) - x - std::lgamma(shape));
}

struct Case {
    const char* name;
    Distribution distribution;
    Cdf cdf;
};

std::vector<Case> cases() {
    const Cdf n134 = [](double x) { return normal_cdf((x - 1.34) / 0.2); };
    const Cdf log_normal = [](double x) { return x <= 0.0 ? 0.0 : normal_cdf((std::log(x) - 3.0) / 0.6); };
    const auto gamma = [](double shape, double scale) {
        return Cdf([=](double x) { return gamma_cdf(shape, x / scale); });
    };
    const auto weibull = [](double scale, double shape) {
        return Cdf([=](double x) { return x <= 0.0 ? 0.0 : 1.0 - std::exp(-std::pow(x / scale, shape)); });
    };
    return {
        {"uniform", {DistributionKind::uniform, 2.0, 8.0}, [](double x) { return (x - 2.0) / 6.0; }},
        {"shifted uniform", {DistributionKind::uniform, 2.0, 8.0, 10.0}, [](double x) { return (x - 12.0) / 6.0; }},
        {"cut normal", {DistributionKind::normal, 1.34, 0.2, 0.0, 0.94, 1.54}, cut(n134, 0.94, 1.54)},
        {"log-normal", {DistributionKind::log_normal, 3.0, 0.6}, log_normal},
        {"cut log-normal", {DistributionKind::log_normal, 3.0, 0.6, 0.0, 10.0, 40.0}, cut(log_normal, 10.0, 40.0)},
        {"gamma 2.5", {DistributionKind::gamma, 2.5, 12.0}, gamma(2.5, 12.0)},
        {"gamma 0.6", {DistributionKind::gamma, 0.6, 12.0}, gamma(0.6, 12.0)},
        {"cut gamma", {DistributionKind::gamma, 2.5, 12.0, 0.0, 10.0, 60.0}, cut(gamma(2.5, 12.0), 10.0, 60.0)},
        {"weibull", {DistributionKind::weibull, 30.0, 1.8}, weibull(30.0, 1.8)},
        {"cut weibull", {DistributionKind::weibull, 30.0, 0.8, 0.0, 5.0, 90.0}, cut(weibull(30.0, 0.8), 5.0, 90.0)},
    };
}

}  // namespace

TEST_CASE("law: draws follow the analytical distribution", "[law]") {
    for (const Case& c : cases())
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            INFO(c.name << ", seed " << seed);
            CHECK(ks_statistic(c.distribution, c.cdf, seed) < 1.95);
        }
}

TEST_CASE("law: the mean agrees with the mean of many draws", "[law]") {
    for (const Case& c : cases()) {
        INFO(c.name);
        RandomStream stream(7, Purpose::test, 0);
        constexpr int n = 400000;
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < n; ++i) {
            const double x = draw(c.distribution, stream);
            sum += x;
            squares += x * x;
        }
        const double m = sum / n, standard_error = std::sqrt((squares / n - m * m) / n);
        CHECK(std::abs(mean(c.distribution) - m) < 4.0 * standard_error + 0.001 * m);
    }
}

TEST_CASE("law: every draw lies in the range of the law", "[law]") {
    for (const Case& c : cases()) {
        INFO(c.name);
        RandomStream stream(3, Purpose::test, 1);
        const DistributionRange range = range_of(c.distribution);
        for (int i = 0; i < 2000; ++i) {
            const double x = draw(c.distribution, stream);
            REQUIRE(x >= range.low);
            REQUIRE(x <= range.high);
        }
    }
}

TEST_CASE("law: a constant is itself and costs no random number", "[law]") {
    RandomStream a(1, Purpose::test, 0), b(1, Purpose::test, 0);
    CHECK(draw({DistributionKind::constant, 3.5}, a) == 3.5);
    CHECK(a.next() == b.next());
    CHECK(mean({DistributionKind::constant, 3.5, 0.0, 1.0}) == 4.5);
}

TEST_CASE("law: a cut that keeps nothing ends in a clamped value instead of a hang", "[law]") {
    RandomStream stream(1, Purpose::test, 0);
    CHECK(draw({DistributionKind::normal, 0.0, 1.0, 0.0, 100.0, 200.0}, stream) == 100.0);
    CHECK(draw({DistributionKind::uniform, 5.0, 6.0, 0.0, 0.0, 1.0}, stream) == 1.0);
    CHECK(mean({DistributionKind::normal, 0.0, 1.0, 0.0, 100.0, 200.0}) == 100.0);
}
