// SPDX-License-Identifier: Apache-2.0
// What people do because of other people: keep together, follow, prefer what they know.
#include <algorithm>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// Between the first and the last of a company to leave; `never` if one stays.
double spread_of_company(const Recording& run) {
    const auto times = leaving_times(run.trace);
    double first = never, last = 0.0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const Group& group = run.world->scenario.population.groups[run.trace.people[i].group.index()];
        if (group.company.empty()) continue;
        first = std::min(first, times[i]);
        last = std::max(last, times[i]);
    }
    return last - first;
}

struct ExitCount {
    int chosen = 0, people = 0;
};

// Of the first group of case `index`: how many leave by the exit.
ExitCount count_exit(const TestBench& bench, std::size_t index, const std::string& exit) {
    ExitCount out;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(index, static_cast<std::uint64_t>(seed));
        const auto times = first_crossings(run, exit);
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (run.trace.people[i].group.index() != 0) continue;
            ++out.people;
            out.chosen += std::isfinite(times[i]) ? 1 : 0;
        }
    }
    return out;
}

// P(X >= k) for X binomial (n, share).
double binomial_tail(int k, int n, double share) {
    double sum = 0.0;
    for (int i = k; i <= n; ++i)
        sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0) + i * std::log(share) +
                        (n - i) * std::log1p(-share));
    return std::min(1.0, sum);
}

std::string share_of(ExitCount c) { return std::to_string(c.chosen) + " / " + std::to_string(c.people); }

}  // namespace

// most_spread_s: between the first and the last of the company to leave, 95th percentile of the runs. Target: all.
Measurement measure_keeps_together(const TestBench& bench) {
    const auto spreads = over_seeds(bench, 0, spread_of_company);
    const double worst = *std::max_element(spreads.begin(), spreads.end());
    Measurement out;
    const double usual = quantile_of(spreads, 0.95);
    out.figure = shown({median_of(spreads), usual, worst}, 1) + " s";
    out.meets_criterion = usual <= bench.limit("most_spread_s");
    out.on_target = worst <= bench.limit("most_spread_s");
    out.remark = {"中位数 / 第 95 百分位 / 最大", "Median / 95th percentile / largest"};
    return out;
}

// exit: number of the exit (exit_1, exit_2); most_p: one-sided binomial test of case 1's share against case 0's;
// least_n: persons in case 1, below which the test fails.
Measurement measure_exit_share_rises(const TestBench& bench) {
    const std::string exit = "exit_" + shown(bench.limit("exit"), 0);
    const ExitCount before = count_exit(bench, 0, exit), after = count_exit(bench, 1, exit);
    const double share = std::clamp(static_cast<double>(before.chosen) / before.people, 0.01, 0.99);
    const double p = binomial_tail(after.chosen, after.people, share);
    Measurement out;
    out.figure = share_of(before) + " -> " + share_of(after) + "; p = " + shown(p, 4);
    out.meets_criterion = after.people >= bench.limit("least_n") && p < bench.limit("most_p");
    return out;
}

}  // namespace muster::verify
