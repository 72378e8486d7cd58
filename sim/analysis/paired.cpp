// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/paired.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/analysis/ensemble.h"
#include "sim/base/random.h"
#include "sim/base/statistics.h"

namespace muster::analysis {

namespace {

constexpr std::uint64_t bootstrap_seed = 1;
constexpr int resamples = 4000;

// As in quantile(), where some values may be `never`: no difference of two of them is taken.
double quantile_or_never(std::vector<double> values, double q) {
    const auto stopped =
        static_cast<double>(std::count_if(values.begin(), values.end(), [](double v) { return std::isfinite(v); }));
    const double at = q * static_cast<double>(values.size() - 1);
    if (std::ceil(at) > stopped - 1.0) return never;
    return quantile(std::move(values), q);
}

std::optional<double> finite_difference(double before, double after) {
    if (!std::isfinite(before) || !std::isfinite(after)) return std::nullopt;
    return after - before;
}

// Difference of the q-quantiles over resampled pairs; empty when too many resamples have none.
std::optional<Interval> bootstrap_interval(const std::vector<double>& before, const std::vector<double>& after,
                                           double q) {
    const std::size_t n = before.size();
    RandomStream draw(bootstrap_seed, Purpose::bootstrap, static_cast<std::uint64_t>(q * 100.0));
    std::vector<double> differences, some_before(n), some_after(n);
    differences.reserve(resamples);
    for (int i = 0; i < resamples; ++i) {
        for (std::size_t k = 0; k < n; ++k) {
            const auto pair = static_cast<std::size_t>(draw.below(n));
            some_before[k] = before[pair];
            some_after[k] = after[pair];
        }
        const auto difference = finite_difference(quantile_or_never(some_before, q), quantile_or_never(some_after, q));
        if (!difference) return std::nullopt;
        differences.push_back(*difference);
    }
    const double tail = significance_level / 2.0;
    return Interval{quantile(differences, tail), quantile(differences, 1.0 - tail)};
}

// Twice the mean rank of each of the sorted magnitudes, so that ranks shared by ties stay whole numbers.
std::vector<std::size_t> doubled_ranks(const std::vector<double>& magnitudes) {
    std::vector<std::size_t> ranks(magnitudes.size());
    for (std::size_t first = 0, end = 0; first < magnitudes.size(); first = end) {
        while (end < magnitudes.size() && magnitudes[end] == magnitudes[first]) ++end;
        std::fill(ranks.begin() + static_cast<std::ptrdiff_t>(first), ranks.begin() + static_cast<std::ptrdiff_t>(end),
                  first + 1 + end);
    }
    return ranks;
}

// Probability of every sum of ranks when each sign is a fair coin: index = doubled sum.
std::vector<double> distribution_of_sums(const std::vector<std::size_t>& ranks) {
    std::vector<double> chance(std::accumulate(ranks.begin(), ranks.end(), std::size_t{0}) + 1, 0.0);
    chance[0] = 1.0;
    std::size_t top = 0;
    for (const std::size_t rank : ranks) {
        top += rank;
        for (std::size_t sum = top + 1; sum-- > 0;)
            chance[sum] = 0.5 * (chance[sum] + (sum >= rank ? chance[sum - rank] : 0.0));
    }
    return chance;
}

}  // namespace

Evidence PairedComparison::evidence() const {
    if (pairs < min_pairs) return Evidence::too_few;
    if (p_value >= significance_level) return Evidence::none;
    return downwards ? Evidence::lower : Evidence::higher;
}

SignedRank signed_rank_test(const std::vector<double>& differences) {
    std::vector<double> magnitudes;
    for (const double d : differences)
        if (d != 0.0) magnitudes.push_back(std::abs(d));
    if (magnitudes.empty()) return {};
    std::sort(magnitudes.begin(), magnitudes.end());
    const std::vector<std::size_t> ranks = doubled_ranks(magnitudes);
    std::size_t positive = 0;
    for (const double d : differences) {
        const auto at = std::lower_bound(magnitudes.begin(), magnitudes.end(), d) - magnitudes.begin();
        if (d > 0.0) positive += ranks[static_cast<std::size_t>(at)];
    }
    const std::vector<double> chance = distribution_of_sums(ranks);
    const std::size_t total = chance.size() - 1, lesser = std::min(positive, total - positive);
    const double tail = std::accumulate(chance.begin(), chance.begin() + static_cast<std::ptrdiff_t>(lesser) + 1, 0.0);
    return {std::min(1.0, 2.0 * tail), positive < total - positive};
}

std::vector<double> holm_adjusted(const std::vector<double>& p_values) {
    std::vector<std::size_t> order(p_values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
    std::vector<double> adjusted(p_values.size());
    double least = 0.0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        least = std::max(least, std::min(1.0, p_values[order[rank]] * static_cast<double>(order.size() - rank)));
        adjusted[order[rank]] = least;
    }
    return adjusted;
}

int min_pairs_for(std::size_t tests) {
    int pairs = min_pairs;
    while (std::ldexp(2.0 * static_cast<double>(tests), -pairs) >= significance_level) ++pairs;
    return pairs;
}

PairedComparison compare_pairs(const std::vector<double>& before, const std::vector<double>& after) {
    PairedComparison c;
    c.pairs = static_cast<int>(before.size());
    if (before.empty()) return c;
    std::vector<double> differences;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const double d = before[i] == after[i] ? 0.0 : after[i] - before[i];  // never - never is no number
        differences.push_back(d);
        (d < 0.0 ? c.lower : d > 0.0 ? c.higher : c.same) += 1;
    }
    const auto spread = [](const std::vector<double>& v) {
        return Spread{quantile_or_never(v, 0.5), quantile_or_never(v, 0.05), quantile_or_never(v, 0.95)};
    };
    c.before = spread(before);
    c.after = spread(after);
    c.median_difference = finite_difference(c.before.median, c.after.median);
    c.p95_difference = finite_difference(c.before.p95, c.after.p95);
    const SignedRank test = signed_rank_test(differences);
    c.p_value = test.p;
    c.downwards = test.downwards;
    if (c.pairs >= min_pairs && c.median_difference) c.median_interval = bootstrap_interval(before, after, 0.5);
    if (c.pairs >= min_pairs_for_p95 && c.p95_difference) c.p95_interval = bootstrap_interval(before, after, 0.95);
    return c;
}

}  // namespace muster::analysis
