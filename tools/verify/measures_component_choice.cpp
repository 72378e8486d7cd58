// SPDX-License-Identifier: Apache-2.0
// Who leaves by which exit, and what one slow person costs the others.
#include <algorithm>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// Per person: the opening by which he or she left the site; not valid if inside to the end.
std::vector<OpeningId> exits_used(const Trace& trace) {
    std::vector<OpeningId> out(trace.people.size());
    for (const TimedEvent& e : trace.events) {
        const auto* crossed = std::get_if<PersonCrossed>(&e.event);
        if (crossed != nullptr && !crossed->into.valid()) out[crossed->person.index()] = crossed->opening;
    }
    return out;
}

std::string of(std::size_t part, std::size_t all) { return std::to_string(part) + " / " + std::to_string(all); }

}  // namespace

// people: how many the test has.
Measurement measure_assigned_exits(const TestBench& bench) {
    std::size_t right = 0, all = 0;
    bool complete = true;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(0, static_cast<std::uint64_t>(seed));
        const auto used = exits_used(run.trace);
        complete = complete && static_cast<double>(used.size()) == bench.limit("people");
        for (std::size_t i = 0; i < used.size(); ++i) {
            const Group& group = run.world->scenario.population.groups[run.trace.people[i].group.index()];
            right += used[i].valid() && used[i] == group.route.exit ? 1 : 0;
        }
        all += used.size();
    }
    Measurement out;
    out.figure = of(right, all);
    out.meets_criterion = complete && right == all;
    out.remark = {"走指定出口的人数", "Persons who used their allocated exit"};
    return out;
}

// exit: number of the exit (exit_1, exit_2) everybody has to leave by.
Measurement measure_leaves_by(const TestBench& bench) {
    std::size_t right = 0, all = 0;
    const std::string exit = "exit_" + shown(bench.limit("exit"), 0);
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(0, static_cast<std::uint64_t>(seed));
        const OpeningId wanted = run.world->building.find_opening(exit);
        const auto used = exits_used(run.trace);
        right += static_cast<std::size_t>(std::count(used.begin(), used.end(), wanted));
        all += used.size();
    }
    Measurement out;
    out.figure = of(right, all);
    out.meets_criterion = all > 0 && right == all;
    return out;
}

// The median total time of case 0 is longer than that of case 1, and everybody leaves in every run.
Measurement measure_slower_with_first(const TestBench& bench) {
    const auto with = over_seeds(bench, 0, evacuation_time), without = over_seeds(bench, 1, evacuation_time);
    const double longest =
        std::max(*std::max_element(with.begin(), with.end()), *std::max_element(without.begin(), without.end()));
    Measurement out;
    out.figure = shown({median_of(with), median_of(without)}, 1) + " s";
    out.meets_criterion = std::isfinite(longest) && median_of(with) > median_of(without);
    return out;
}

// least_share, target_share of the people who go by the opening near_foot.
Measurement measure_takes_shortcut(const TestBench& bench) {
    std::size_t by_stairs = 0, all = 0;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const auto times = first_crossings(bench.run(0, static_cast<std::uint64_t>(seed)), "near_foot");
        by_stairs += sorted_times(times).size();
        all += times.size();
    }
    const double share = static_cast<double>(by_stairs) / static_cast<double>(std::max<std::size_t>(all, 1));
    Measurement out;
    out.figure = of(by_stairs, all);
    out.meets_criterion = share > bench.limit("least_share");
    out.on_target = share >= bench.limit("target_share");
    return out;
}

}  // namespace muster::verify
