// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/convergence.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace muster;
using namespace muster::analysis;

namespace {

// 100 people, the last out after `total` s.
std::vector<double> arrivals(double total) {
    std::vector<double> out;
    for (int i = 1; i <= 100; ++i) out.push_back(total * i / 100.0);
    return out;
}

int runs_until_converged(double spread, int most) {
    Convergence convergence;
    for (int n = 1; n <= most; ++n) {
        convergence.add(arrivals(200.0 + spread * std::sin(2.4 * n)));
        if (convergence.state().converged) return n;
    }
    return 0;
}

}  // namespace

TEST_CASE("curves alike have distance 0, projection 1, secant 1", "[convergence]") {
    const auto a = arrivals(100.0), b = arrivals(110.0);
    CHECK(relative_difference(a, a) == 0.0);
    CHECK(projection_coefficient(a, a) == Approx(1.0));
    CHECK(secant_cosine(a, a, 5) == Approx(1.0));
    CHECK(relative_difference(a, b) == Approx(0.1));
    CHECK(projection_coefficient(a, b) == Approx(1.0 / 1.1));
    CHECK(secant_cosine(a, b, 5) == Approx(1.0));
}

TEST_CASE("runs alike converge as soon as allowed, runs apart later, wild ones not within the limit", "[convergence]") {
    CHECK(runs_until_converged(0.0, 100) == 12);
    const int apart = runs_until_converged(20.0, 200);
    CHECK(apart > 12);
    CHECK(runs_until_converged(150.0, 20) == 0);
}

TEST_CASE("a run that leaves somebody inside ends all hope of convergence", "[convergence]") {
    Convergence convergence;
    for (int n = 0; n < 5; ++n) convergence.add(arrivals(100.0));
    auto fewer = arrivals(100.0);
    fewer.pop_back();
    convergence.add(fewer);
    for (int n = 0; n < 30; ++n) convergence.add(arrivals(100.0));
    CHECK_FALSE(convergence.state().converged);
}
