// SPDX-License-Identifier: Apache-2.0
// Two samples of one figure, paired by seed: before a change and after it, every other draw alike (common random
// numbers). How large the difference is, how sure, and whether it can be told from chance.
//
// * Test: Wilcoxon's signed-rank test of the paired differences, two-sided, exact (its distribution is counted, ties
//   share their mean rank, pairs without a difference are left out); Wilcoxon 1945, "Individual comparisons by ranking
//   methods", Biometrics Bulletin 1(6). With five pairs no outcome can reach p < 0.05 (2 / 2^5), hence min_pairs.
// * Intervals: percentile bootstrap over the pairs (Efron and Tibshirani 1993, "An introduction to the bootstrap",
//   ch. 13), 95 %, from a named random stream: the same values give the same interval. An interval of a 95th
//   percentile is given from min_pairs_for_p95 pairs on: below, it would hang on one or two runs.
// * Never: a clock that did not stop is `never`, larger than every time. It takes part in the test; a median or
//   difference that falls on it is not finite.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

inline constexpr int min_pairs = 6;
inline constexpr int min_pairs_for_p95 = 20;
inline constexpr double significance_level = 0.05;
inline constexpr double never = std::numeric_limits<double>::infinity();

struct Interval {
    double low = 0.0, high = 0.0;
    bool operator==(const Interval&) const = default;
};

enum class Evidence : std::uint8_t {
    too_few,  // pairs to say anything
    none,     // no difference that could be told from chance
    lower,    // after is lower than before
    higher
};

struct PairedComparison {
    int pairs = 0;
    int lower = 0, same = 0, higher = 0;  // pairs in which after is lower than before, ...
    Spread before, after;                 // may hold `never`
    // After less before; empty when one of the two is never.
    std::optional<double> median_difference, p95_difference;
    std::optional<Interval> median_interval, p95_interval;  // 95 %; empty with too few pairs, too
    double p_value = 1.0;
    bool downwards = false;  // the ranks of the pairs that are lower outweigh the others
    [[nodiscard]] Evidence evidence() const;
};

/// Pre: as many values before as after, in the order of the same seeds; none is NaN. No values: no pairs.
[[nodiscard]] PairedComparison compare_pairs(const std::vector<double>& before, const std::vector<double>& after);

struct SignedRank {
    double p = 1.0;          // exact, two-sided; 1 when no pair differs
    bool downwards = false;  // the ranks of negative differences outweigh
};
/// Differences may be infinite, not NaN.
[[nodiscard]] SignedRank signed_rank_test(const std::vector<double>& differences);

/// Holm's step-down adjustment (Holm 1979, "A simple sequentially rejective multiple test procedure"): of many changes
/// tested at once, one in twenty would look significant by chance. In the order given.
[[nodiscard]] std::vector<double> holm_adjusted(const std::vector<double>& p_values);
/// Pairs with which at least one of so many tests can come below the level after Holm's adjustment: 6 for one, 7 for
/// three.
[[nodiscard]] int min_pairs_for(std::size_t tests);

}  // namespace muster::analysis
