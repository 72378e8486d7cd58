// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/shut_in.h"

#include "sim/analysis/enclosure.h"

namespace muster::analysis {

namespace {

std::vector<int> people_by_part(const Trace& trace, const Parts& parts) {
    std::vector<int> people(parts.count(), 0);
    const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
    for (std::size_t p = 0; p < trace.people.size(); ++p)
        if (waits_for_help(end[p].state) && end[p].space.valid() && parts.of(end[p].space) > Parts::outside)
            ++people[static_cast<std::size_t>(parts.of(end[p].space))];
    return people;
}

/// Whom a way between these parts lets out: all of the others, when one of them is out of doors.
int freed(const std::vector<int>& people, const std::vector<int>& joined) {
    bool out = false;
    int sum = 0;
    for (std::size_t i = 0; i < joined.size(); ++i) {
        const int part = joined[i];
        if (part == Parts::outside) out = true;
        if (part <= Parts::outside) continue;
        bool counted = false;
        for (std::size_t k = 0; k < i; ++k) counted = counted || joined[k] == part;
        if (!counted) sum += people[static_cast<std::size_t>(part)];
    }
    return out ? sum : 0;
}

}  // namespace

bool waits_for_help(PersonState state) {
    return state != PersonState::gone && state != PersonState::assembled && state != PersonState::arrived;
}

ShutIn shut_in(const Trace& trace) {
    const Building& building = trace.world->building;
    ShutIn out{std::vector<int>(building.openings.size(), 0), std::vector<int>(building.spaces.size(), 0)};
    if (trace.sample_times.empty()) return out;
    const Barriers barriers = barriers_at_end(trace);
    const Parts parts(building, barriers);
    const std::vector<int> people = people_by_part(trace, parts);
    for (std::size_t o = 0; o < barriers.openings.size(); ++o)
        if (barriers.openings[o]) out.by_opening[o] = freed(people, parts.joined_by(OpeningId{o}));
    for (std::size_t s = 0; s < barriers.flights.size(); ++s)
        if (barriers.flights[s]) out.by_flight[s] = freed(people, parts.joined_by_flight(SpaceId{s}));
    return out;
}

}  // namespace muster::analysis
