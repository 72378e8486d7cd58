// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/ensemble.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "sim/analysis/bottlenecks.h"
#include "sim/base/statistics.h"

namespace muster::analysis {

Spread spread_of(const std::vector<double>& values) {
    return {quantile(values, 0.5), quantile(values, 0.05), quantile(values, 0.95)};
}

namespace {

using Place = std::pair<OpeningId, SpaceId>;
using Seen = std::vector<const Bottleneck*>;  // one per run that has the place

// Empty unless the clock stopped in every run: a median over the runs that ended well would flatter the rest.
std::optional<Spread> clock_spread(const std::vector<RunAnalysis>& runs, std::optional<double> Clocks::*clock) {
    std::vector<double> values;
    for (const RunAnalysis& run : runs) {
        if (!(run.clocks.*clock)) return std::nullopt;
        values.push_back(*(run.clocks.*clock));
    }
    return values.empty() ? std::nullopt : std::optional(spread_of(values));
}

// Values of one member over the runs; a run in which nobody came through counts as 0.
template <class T>
std::vector<double> values_of(const Seen& seen, std::size_t runs, T Bottleneck::*member) {
    std::vector<double> values(runs, 0.0);
    for (std::size_t i = 0; i < seen.size(); ++i) values[i] = static_cast<double>(seen[i]->*member);
    return values;
}

// Moment of the peak: only the runs that have one.
double median_peak_time(const Seen& seen) {
    std::vector<double> values;
    for (const Bottleneck* b : seen)
        if (b->peak_density > 0.0) values.push_back(b->peak_time_s);
    return values.empty() ? 0.0 : quantile(values, 0.5);
}

std::vector<double> median_flow(const Seen& seen, std::size_t runs) {
    std::size_t bins = 0;
    for (const Bottleneck* b : seen) bins = std::max(bins, b->flow.size());
    std::vector<double> flow(bins);
    for (std::size_t bin = 0; bin < bins; ++bin) {
        std::vector<double> values(runs, 0.0);
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (bin < seen[i]->flow.size()) values[i] = seen[i]->flow[bin];
        flow[bin] = quantile(values, 0.5);
    }
    return flow;
}

// Groups that waited in at least half of the runs, by mean place in the runs' orders (absent = last).
std::vector<GroupId> usual_groups(const Seen& seen, std::size_t runs) {
    std::map<GroupId, std::pair<std::size_t, double>> votes;  // runs, sum of 1 / (1 + place)
    for (const Bottleneck* b : seen)
        for (std::size_t place = 0; place < b->groups.size(); ++place) {
            auto& [n, score] = votes[b->groups[place]];
            ++n;
            score += 1.0 / (1.0 + static_cast<double>(place));
        }
    std::vector<GroupId> groups;
    for (const auto& [group, vote] : votes)
        if (2 * vote.first >= runs) groups.push_back(group);
    std::stable_sort(groups.begin(), groups.end(),
                     [&](GroupId a, GroupId b) { return votes[a].second > votes[b].second; });
    return groups;
}

// Of the run that held most here: a median would hide people whom every third run leaves inside.
HeldHere most_held(const Seen& seen) {
    return (*std::max_element(seen.begin(), seen.end(),
                              [](const Bottleneck* a, const Bottleneck* b) {
                                  return std::pair(a->held.persons(), a->held.overcome) <
                                         std::pair(b->held.persons(), b->held.overcome);
                              }))
        ->held;
}

Bottleneck median_of(const Seen& seen, std::size_t runs) {
    const auto median = [&](auto member) { return quantile(values_of(seen, runs, member), 0.5); };
    Bottleneck b;
    b.kind = seen.front()->kind;
    b.opening = seen.front()->opening;
    b.space = seen.front()->space;
    b.clear_width_m = seen.front()->clear_width_m;
    b.persons = static_cast<int>(std::lround(median(&Bottleneck::persons)));
    b.delay_person_s = median(&Bottleneck::delay_person_s);
    b.peak_density = median(&Bottleneck::peak_density);
    b.peak_time_s = median_peak_time(seen);
    b.congestion_s = median(&Bottleneck::congestion_s);
    b.critical_s = median(&Bottleneck::critical_s);
    b.longest_queue = static_cast<int>(std::lround(median(&Bottleneck::longest_queue)));
    b.waiting_person_s = median(&Bottleneck::waiting_person_s);
    b.mean_flow = median(&Bottleneck::mean_flow);
    b.peak_flow = median(&Bottleneck::peak_flow);
    b.peak_pressure = median(&Bottleneck::peak_pressure);
    b.flow = median_flow(seen, runs);
    b.groups = usual_groups(seen, runs);
    b.held = most_held(seen);
    return b;
}

void combine_bottlenecks(Ensemble& all) {
    std::map<Place, Seen> places;
    for (const RunAnalysis& run : all.runs)
        for (const Bottleneck& b : run.bottlenecks) places[{b.opening, b.space}].push_back(&b);
    std::vector<std::pair<Bottleneck, Spread>> rows;
    for (const auto& [place, seen] : places)
        rows.emplace_back(median_of(seen, all.runs.size()),
                          spread_of(values_of(seen, all.runs.size(), &Bottleneck::delay_person_s)));
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return worse(a.first, b.first); });
    for (auto& [bottleneck, spread] : rows) {
        all.bottlenecks.push_back(std::move(bottleneck));
        all.delay_person_s.push_back(spread);
    }
}

}  // namespace

Ensemble combine(std::vector<RunAnalysis> runs) {
    Ensemble all;
    all.runs = std::move(runs);
    std::stable_sort(all.runs.begin(), all.runs.end(),
                     [](const RunAnalysis& a, const RunAnalysis& b) { return a.seed < b.seed; });
    all.clocks.alarm = clock_spread(all.runs, &Clocks::alarm);
    all.clocks.last_out_of_room = clock_spread(all.runs, &Clocks::last_out_of_room);
    all.clocks.last_out_of_building = clock_spread(all.runs, &Clocks::last_out_of_building);
    all.clocks.last_at_assembly = clock_spread(all.runs, &Clocks::last_at_assembly);
    all.clocks.roll_call_done = clock_spread(all.runs, &Clocks::roll_call_done);
    combine_bottlenecks(all);
    return all;
}

}  // namespace muster::analysis
