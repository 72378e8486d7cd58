// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/paired.h"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/analysis/run_figures.h"
#include "sim/base/random.h"

using namespace muster;
using namespace muster::analysis;

namespace {

// The test by its definition: all sign patterns, mean ranks.
double p_by_counting(const std::vector<double>& differences) {
    const std::size_t n = differences.size();
    std::vector<double> ranks;
    for (const double d : differences) {
        double below = 0.0, equal = 0.0;
        for (const double other : differences) {
            below += std::abs(other) < std::abs(d) ? 1.0 : 0.0;
            equal += std::abs(other) == std::abs(d) ? 1.0 : 0.0;
        }
        ranks.push_back(below + (equal + 1.0) / 2.0);
    }
    double seen = 0.0, total = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        seen += differences[i] > 0.0 ? ranks[i] : 0.0;
        total += ranks[i];
    }
    const double lesser = std::min(seen, total - seen);
    unsigned within = 0;
    for (unsigned signs = 0; signs < (1U << n); ++signs) {
        double sum = 0.0;
        for (std::size_t i = 0; i < n; ++i)
            if ((signs >> i & 1U) != 0U) sum += ranks[i];
        within += sum <= lesser ? 1U : 0U;
    }
    return std::min(1.0, 2.0 * within / static_cast<double>(1U << n));
}

struct TwoSamples {
    std::vector<double> before, after;
};

// Runs that share most of their luck; `after` is lower by `gain`.
TwoSamples two_samples(std::uint64_t index, std::size_t n, double gain) {
    RandomStream draw(7, Purpose::test, index);
    TwoSamples s;
    for (std::size_t i = 0; i < n; ++i) {
        const double shared = 200.0 + 10.0 * draw.normal();
        s.before.push_back(shared + 4.0 * draw.normal());
        s.after.push_back(shared + 4.0 * draw.normal() - gain);
    }
    return s;
}

}  // namespace

TEST_CASE("signed-rank test: values of the published table") {
    CHECK(signed_rank_test({1, 2, 3, 4, 5, 6}).p == Approx(2.0 / 64.0));  // the least that six pairs can give
    CHECK(signed_rank_test({1, 2, 3, 4, 5}).p > significance_level);      // and five cannot
    // Ten pairs, T = 8: the critical value for 0.05, two-sided; T = 9 is not.
    CHECK(signed_rank_test({-8, 1, 2, 3, 4, 5, 6, 7, 9, 10}).p == Approx(50.0 / 1024.0));
    CHECK(signed_rank_test({1, 2, 3, 4, 5, 6, 7, 8, -9, 10}).p > 0.05);
    CHECK(signed_rank_test({0, 0, 0}).p == 1.0);
    CHECK(signed_rank_test({}).p == 1.0);
}

TEST_CASE("signed-rank test: ties share a rank, pairs without a difference do not count, never is the largest") {
    CHECK(signed_rank_test({1, 1, -1, 2, 2, 3, -4, 5}).p == Approx(p_by_counting({1, 1, -1, 2, 2, 3, -4, 5})));
    CHECK(signed_rank_test({0, 1, 0, 2, 3, -1}).p == Approx(p_by_counting({1, 2, 3, -1})));
    CHECK(signed_rank_test({-never, -never, -1, -2, -3, -4}).p == Approx(2.0 / 64.0));
    CHECK(signed_rank_test({-never, -1, 2}).downwards);
}

TEST_CASE("signed-rank test: two hundred pairs stay finite and symmetric") {
    std::vector<double> up, down;
    for (int i = 1; i <= 200; ++i) {
        up.push_back(i % 3 == 0 ? -i : i);
        down.push_back(-up.back());
    }
    const SignedRank a = signed_rank_test(up), b = signed_rank_test(down);
    CHECK(a.p == b.p);
    CHECK(a.p > 0.0);
    CHECK(a.p < 1e-4);
    CHECK_FALSE(a.downwards);
    CHECK(b.downwards);
}

TEST_CASE("Holm's adjustment") {
    const std::vector<double> p = holm_adjusted({0.01, 0.04, 0.03, 0.005});
    CHECK(p[3] == Approx(0.02));
    CHECK(p[0] == Approx(0.03));
    CHECK(p[2] == Approx(0.06));
    CHECK(p[1] == Approx(0.06));  // never below one that is more certain
    CHECK(holm_adjusted({}).empty());
}

TEST_CASE("paired comparison: medians, direction, and the same interval every time") {
    const TwoSamples s = two_samples(1, 24, 20.0);
    const PairedComparison c = compare_pairs(s.before, s.after), again = compare_pairs(s.before, s.after);
    REQUIRE(c.median_difference);
    REQUIRE(c.median_interval);
    REQUIRE(c.p95_interval);
    CHECK(*c.median_difference == Approx(-20.0).margin(4.0));
    CHECK(c.median_interval->low < *c.median_difference);
    CHECK(c.median_interval->high > *c.median_difference);
    CHECK(c.evidence() == Evidence::lower);
    CHECK(*c.median_interval == *again.median_interval);
    CHECK(*c.p95_interval == *again.p95_interval);
    CHECK(compare_pairs(s.after, s.before).evidence() == Evidence::higher);
}

TEST_CASE("paired comparison: too few pairs say nothing, and a p95 needs more") {
    const TwoSamples five = two_samples(2, 5, 50.0), six = two_samples(2, 6, 50.0);
    CHECK(compare_pairs(five.before, five.after).evidence() == Evidence::too_few);
    CHECK_FALSE(compare_pairs(five.before, five.after).median_interval);
    CHECK(compare_pairs(six.before, six.after).evidence() == Evidence::lower);
    CHECK_FALSE(compare_pairs(six.before, six.after).p95_interval);
    CHECK(compare_pairs({}, {}).evidence() == Evidence::too_few);
}

TEST_CASE("paired comparison: a clock that never stopped is beaten by any that did") {
    const PairedComparison c = compare_pairs(std::vector<double>(8, never), {1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(c.evidence() == Evidence::lower);
    CHECK(c.before.median == never);
    CHECK(c.after.median == 4.5);
    CHECK_FALSE(c.median_difference);
    CHECK(compare_pairs(std::vector<double>(8, never), std::vector<double>(8, never)).evidence() == Evidence::none);
}

TEST_CASE("paired comparison: intervals cover and chance is not called a difference, as often as they say") {
    constexpr int trials = 300;
    int covered = 0, false_alarms = 0, found = 0;
    for (std::uint64_t trial = 0; trial < trials; ++trial) {
        const TwoSamples moved = two_samples(100 + trial, 12, 6.0), same = two_samples(1000 + trial, 12, 0.0);
        const PairedComparison c = compare_pairs(moved.before, moved.after);
        covered += c.median_interval->low <= -6.0 && c.median_interval->high >= -6.0 ? 1 : 0;
        found += c.evidence() == Evidence::lower ? 1 : 0;
        false_alarms += compare_pairs(same.before, same.after).evidence() != Evidence::none ? 1 : 0;
    }
    CHECK(covered >= trials * 90 / 100);
    CHECK(false_alarms <= trials * 8 / 100);
    CHECK(found >= trials * 80 / 100);
}

TEST_CASE("figures are compared over the seeds that both have") {
    std::vector<RunFigures> before, after;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        RunFigures f;
        f.seed = seed;
        f.last_out_of_building = 200.0 + static_cast<double>(seed);
        f.exposure_person_s = 1000.0;
        before.push_back(f);
        f.seed = seed + 2;
        f.last_out_of_building = 190.0 + static_cast<double>(f.seed);
        after.push_back(f);
    }
    const auto all = compare_figures(before, after);
    CHECK(common_seeds(before, after) == std::vector<std::uint64_t>{3, 4, 5, 6, 7, 8});
    const PairedComparison& out = of_figure(all, Figure::last_out_of_building);
    CHECK(out.pairs == 6);
    CHECK(*out.median_difference == Approx(-10.0));
    CHECK(out.evidence() == Evidence::lower);
    CHECK(of_figure(all, Figure::exposure_person_s).evidence() == Evidence::none);
    CHECK(of_figure(all, Figure::roll_call_done).before.median == never);
}

TEST_CASE("figures of a run count from the signal") {
    RunAnalysis run;
    run.seed = 4;
    run.clocks.last_out_of_building = 260.0;
    run.people.inside = 3;
    run.people.arrived = 1;
    Bottleneck calm, crush;
    calm.peak_density = 5.0;
    crush.peak_density = 4.0;
    crush.peak_pressure = 900.0;
    run.bottlenecks = {calm, crush};
    const RunFigures f = figures_of(run, 60.0);
    CHECK(f.last_out_of_building == 200.0);
    CHECK_FALSE(f.roll_call_done);
    CHECK(f.left_inside == 2);
    CHECK(f.peak_density == 5.0);
    CHECK(f.peak_pressure == 900.0);
}
