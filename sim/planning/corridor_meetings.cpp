// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/corridor_meetings.h"

#include <algorithm>

namespace muster {

namespace {

// Level floor indoors that is not the mouth of a stair.
bool is_corridor(const Building& b, SpaceId id) {
    const Space& s = b.space(id);
    if (s.outdoor || is_stair_part(s.use)) return false;
    return std::none_of(s.openings.begin(), s.openings.end(), [&](OpeningId o) {
        const SpaceId other = b.opening(o).other(id);
        return other.valid() && b.space(other).flight.has_value();
    });
}

std::vector<CorridorMeeting> streams_of(const PlanProblem& problem, const DrillCandidate& candidate) {
    const Building& b = problem.world().building;
    std::vector<CorridorMeeting> streams;
    for (std::size_t u = 0; u < problem.units().size(); ++u) {
        const PlanUnit& unit = problem.units()[u];
        const auto& openings = unit.options[candidate.option[u]].openings;
        SpaceId in = problem.world().scenario.population.groups[unit.group.index()].space;
        for (std::size_t i = 0; i + 1 < openings.size(); ++i) {
            in = b.opening(openings[i]).other(in);
            if (!is_corridor(b, in)) continue;
            const auto same = std::find_if(streams.begin(), streams.end(), [&](const CorridorMeeting& s) {
                return s.corridor == in && s.in == openings[i] && s.out == openings[i + 1];
            });
            if (same == streams.end())
                streams.push_back({in, openings[i], openings[i + 1], {u}});
            else
                same->units.push_back(u);
        }
    }
    return streams;
}

// Merging, or each passing where the other comes in.
bool meet(const Navigation& navigation, const CorridorMeeting& a, const CorridorMeeting& b) {
    if (a.corridor != b.corridor || a.in == b.in) return false;
    if (a.out == b.out) return true;
    const auto metres = [&](OpeningId from, OpeningId to) { return navigation.between_m(a.corridor, from, to); };
    return metres(a.in, a.out) > metres(b.in, a.out) && metres(b.in, b.out) > metres(a.in, b.out);
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

}  // namespace muster
