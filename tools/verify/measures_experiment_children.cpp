// SPDX-License-Identifier: Apache-2.0
// Free speeds of children on stairs, landings and corridors.
#include <array>
#include <cmath>
#include <utility>

#include "tools/verify/measures_component.h"
#include "tools/verify/measures_experiment.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// Between the first crossings of two openings, m/s.
double speed_between(const Recording& run, const char* from, const char* to, double length_m) {
    const auto begin = sorted_times(first_crossings(run, from)), end = sorted_times(first_crossings(run, to));
    return begin.empty() || end.empty() ? 0.0 : length_m / (end.front() - begin.front());
}

}  // namespace

// One person per run walks down two flights, over the landing between them and along a corridor. <part>_m: length, m,
// along the incline; <part>_ms, <part>_slack: speed that was measured and how far ours may be off it. Parts without
// <part>_ms are left out.
Measurement measure_speeds_in_spaces(const TestBench& bench) {
    struct Part {
        const char *key, *from, *to;
    };
    constexpr std::array parts{Part{"flight", "b_head", "b_foot"}, Part{"landing", "b_foot", "a_head"},
                               Part{"corridor", "a_foot", "exit"}};
    std::vector<double> speeds;
    bool meets = true;
    for (const auto& [key, from, to] : parts) {
        const std::string name = key;
        if (!optional_limit(bench, name + "_ms")) continue;
        speeds.push_back(mean_of(over_seeds(bench, 0, [&, f = from, t = to](const Recording& run) {
            return speed_between(run, f, t, bench.limit(name + "_m"));
        })));
        meets = meets && std::abs(speeds.back() - bench.limit(name + "_ms")) <= bench.limit(name + "_slack");
    }
    Measurement out;
    out.figure = shown(speeds) + " m/s";
    out.meets_criterion = meets;
    return out;
}

}  // namespace muster::verify
