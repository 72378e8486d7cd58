// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/ensemble.h"
#include "sim/base/statistics.h"

#include <catch2/catch.hpp>

using namespace muster;
using namespace muster::analysis;

namespace {

RunAnalysis run_with(std::uint64_t seed, double out_s, double lost) {
    RunAnalysis run;
    run.seed = seed;
    run.clocks.last_out_of_building = out_s;
    Bottleneck b;
    b.opening = OpeningId{7};
    b.persons = 40;
    b.delay_person_s = lost;
    b.flow = {lost / 100.0};
    b.groups = {GroupId{1}, GroupId{0}};
    run.bottlenecks.push_back(b);
    return run;
}

}  // namespace

TEST_CASE("quantiles interpolate between order statistics") {
    CHECK(quantile({3, 1, 2}, 0.5) == 2.0);
    CHECK(quantile({1, 2, 3, 4}, 0.5) == 2.5);
    CHECK(quantile({10, 20}, 0.05) == Approx(10.5));
    CHECK(quantile({5}, 0.95) == 5.0);
}

TEST_CASE("runs are put in the order of their seeds and summed up") {
    const Ensemble all = combine({run_with(3, 130, 300), run_with(1, 110, 100), run_with(2, 120, 200)});
    CHECK(all.runs.front().seed == 1);
    REQUIRE(all.clocks.last_out_of_building);
    CHECK(all.clocks.last_out_of_building->median == 120.0);
    CHECK(all.clocks.last_out_of_building->p5 == Approx(111.0));
    CHECK(all.clocks.last_out_of_building->p95 == Approx(129.0));
    CHECK_FALSE(all.clocks.alarm);
    REQUIRE(all.bottlenecks.size() == 1);
    CHECK(all.bottlenecks.front().delay_person_s == 200.0);
    CHECK(all.delay_person_s.front().p95 == Approx(290.0));
    CHECK(all.bottlenecks.front().flow == std::vector<double>{2.0});
    CHECK(all.bottlenecks.front().groups == std::vector<GroupId>{GroupId{1}, GroupId{0}});
}

TEST_CASE("one run in which people stayed inside leaves the clock without a spread") {
    RunAnalysis stuck = run_with(2, 0, 50);
    stuck.clocks.last_out_of_building.reset();
    CHECK_FALSE(combine({run_with(1, 100, 10), stuck}).clocks.last_out_of_building);
}

TEST_CASE("a place that nobody used in a run counts as nought in the medians") {
    RunAnalysis without = run_with(2, 100, 0);
    without.bottlenecks.clear();
    RunAnalysis also_without = without;
    also_without.seed = 3;
    const Ensemble all = combine({run_with(1, 100, 90), without, also_without});
    REQUIRE(all.bottlenecks.size() == 1);
    CHECK(all.bottlenecks.front().delay_person_s == 0.0);
    CHECK(all.bottlenecks.front().groups.empty());
}

TEST_CASE("no runs give an empty ensemble") { CHECK(combine({}).bottlenecks.empty()); }
