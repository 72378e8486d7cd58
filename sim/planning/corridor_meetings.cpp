// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/corridor_meetings.h"

#include <algorithm>

namespace muster::planning {

namespace {

// The mouth of a stair has a guide of its own.
bool leads_onto_flight(const Building& b, SpaceId id) {
    const Space& s = b.space(id);
    return std::any_of(s.openings.begin(), s.openings.end(), [&](OpeningId o) {
        const SpaceId other = b.opening(o).other(id);
        return other.valid() && b.space(other).flight.has_value();
    });
}

std::vector<CorridorMeeting> streams_of(const PlanProblem& problem, const DrillCandidate& candidate) {
    std::vector<CorridorMeeting> streams;
    for (std::size_t u = 0; u < problem.units().size(); ++u) {
        for (const WayStep& step : problem.units()[u].options[candidate.option[u]].steps) {
            if (leads_onto_flight(problem.world().building, step.space)) continue;
            const auto same = std::find_if(streams.begin(), streams.end(), [&](const WayStep& s) { return s == step; });
            if (same == streams.end())
                streams.push_back({step, {u}});
            else
                same->units.push_back(u);
        }
    }
    return streams;
}

// Merging, or head-on.
bool meet(const routing::Navigation& navigation, const WayStep& a, const WayStep& b) {
    if (a.space != b.space || a.in == b.in) return false;
    return a.out == b.out || head_on(navigation, a, b);
}

}  // namespace

std::vector<CorridorMeeting> corridor_meetings(const PlanProblem& problem, const DrillCandidate& candidate) {
    std::vector<CorridorMeeting> streams = streams_of(problem, candidate);
    std::vector<CorridorMeeting> out;
    for (const CorridorMeeting& s : streams)
        if (std::any_of(streams.begin(), streams.end(),
                        [&](const CorridorMeeting& other) { return meet(problem.navigation(), s, other); }))
            out.push_back(s);
    return out;
}

}  // namespace muster::planning
