// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/bottlenecks.h"

#include <algorithm>
#include <tuple>

#include "sim/analysis/crossings.h"
#include "sim/analysis/passing_density.h"
#include "sim/analysis/queue_books.h"

namespace muster::analysis {

namespace {

// First crossing of each person through each place; a flight is crossed when it is left.
std::vector<std::vector<double>> crossing_times(const Trace& trace, const Crossings& crossings, const Sites& sites) {
    std::vector<std::vector<double>> times(sites.size());
    std::vector<std::size_t> last_by(sites.size(), trace.people.size());  // person last written at a site
    const auto note = [&](std::size_t site, std::size_t person, double t) {
        if (std::exchange(last_by[site], person) != person) times[site].push_back(t);
    };
    for (std::size_t p = 0; p < trace.people.size(); ++p) {
        for (const Passing& c : crossings.of(p)) {
            note(Sites::of(c.opening), p, c.time.seconds());
            const SpaceId left = trace.world->building.opening(c.opening).other(c.into);
            if (const auto flight = sites.flight(left)) note(*flight, p, c.time.seconds());
        }
    }
    return times;
}

int most_within(const std::vector<double>& sorted_times, double window_s) {
    std::size_t most = 0;
    for (std::size_t first = 0, last = 0; last < sorted_times.size(); ++last) {
        while (sorted_times[last] - sorted_times[first] >= window_s) ++first;
        most = std::max(most, last - first + 1);
    }
    return static_cast<int>(most);
}

}  // namespace

bool worse(const Bottleneck& a, const Bottleneck& b) {
    const auto key = [](const Bottleneck& x) {
        return std::tuple(-x.held.persons(), -x.held.overcome, -x.delay_person_s, -x.waiting_person_s, -x.persons,
                          x.opening, x.space);
    };
    return key(a) < key(b);
}

bool matters(const Bottleneck& b) { return b.held.persons() > 0 || b.delay_person_s >= min_loss_person_s; }

bool dangerous(const Bottleneck& b) {
    const bool stair =
        b.kind == BottleneckKind::flight || b.kind == BottleneckKind::stair_mouth || b.kind == BottleneckKind::landing;
    return (stair && b.peak_density > danger_density_on_stairs) || b.critical_s >= danger_critical_s;
}

void set_flow(Bottleneck& b, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    b.persons = static_cast<int>(times.size());
    if (times.empty()) return;
    const double span = times.back() - times.front();
    b.mean_flow = span > 0.0 ? static_cast<double>(times.size() - 1) / span : 0.0;
    b.peak_flow = most_within(times, flow_bin_s) / flow_bin_s;
    b.flow.assign(static_cast<std::size_t>(std::max(0.0, times.back()) / flow_bin_s) + 1, 0.0);
    for (const double t : times) b.flow[static_cast<std::size_t>(std::max(0.0, t) / flow_bin_s)] += 1.0 / flow_bin_s;
}

std::vector<Bottleneck> bottlenecks_of(const Trace& trace, const Crossings& crossings) {
    const Building& building = trace.world->building;
    const Sites sites(building);
    PassingDensity density(building, sites);
    QueueBooks queues(trace, sites);
    NextCrossing next_crossing(crossings, trace.people.size());
    for (std::size_t i = 0; i < trace.sample_times.size(); ++i) {
        const SimTime now = trace.sample_times[i];
        for (std::size_t p = 0; p < trace.people.size(); ++p) {
            const Passing* next = next_crossing.after(p, now);
            density.count(trace.sample(i)[p], next != nullptr ? next->opening : OpeningId{});
            queues.count(i, p, next);
        }
        const bool last = i + 1 == trace.sample_times.size();
        density.close_sample(now.seconds(), last ? 0.0 : (trace.sample_times[i + 1] - now).seconds());
        queues.close_sample();
    }
    std::vector<std::vector<double>> times = crossing_times(trace, crossings, sites);
    std::vector<Bottleneck> out;
    for (std::size_t site = 0; site < sites.size(); ++site) {
        if (times[site].empty()) continue;
        Bottleneck& b = out.emplace_back(sites.blank(site));
        set_flow(b, std::move(times[site]));
        density.write(site, b);
        queues.write(site, b);
    }
    std::sort(out.begin(), out.end(), worse);
    return out;
}

}  // namespace muster::analysis
