// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/search.h"

#include <algorithm>

namespace muster::analysis {

namespace {

/// Where somebody was at the last sample before then.
SpaceId place_at(const Trace& trace, PersonId person, SimTime when) {
    const auto after = std::upper_bound(trace.sample_times.begin(), trace.sample_times.end(), when);
    if (after == trace.sample_times.begin()) return trace.people[person.index()].start;
    return trace.sample(static_cast<std::size_t>(after - trace.sample_times.begin()) - 1)[person.index()].space;
}

}  // namespace

std::optional<SearchOutcome> search_of(const Trace& trace) {
    SearchOutcome out;
    bool any = false;
    for (const TimedEvent& e : trace.events) {
        if (std::holds_alternative<RoomSearched>(e.event)) ++out.rooms_searched, any = true;
        const auto* found = std::get_if<PersonFound>(&e.event);
        if (found == nullptr) continue;
        any = true;
        const SpaceId in = place_at(trace, found->person, e.time);
        const double t = e.time.seconds();
        auto room =
            std::find_if(out.found.begin(), out.found.end(), [in](const FoundRoom& r) { return r.space == in; });
        if (room == out.found.end()) room = out.found.insert(out.found.end(), {in, 0, t, t});
        ++room->people;
        room->last_s = t;
    }
    if (!any) return {};
    return out;
}

}  // namespace muster::analysis
