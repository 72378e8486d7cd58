// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/storey_walk.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace muster::planning {

namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();

bool walked_through(const Space& space) { return is_circulation(space.use) && !is_stair_part(space.use); }

std::vector<double> distances_to(const Building& building, const routing::Navigation& navigation, OpeningId end) {
    std::vector<double> m(building.openings.size(), no_way);
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    open.emplace(m[end.index()] = 0.0, end.index());
    while (!open.empty()) {
        const auto [reached, at] = open.top();
        open.pop();
        if (reached > m[at]) continue;
        const Opening& here = building.openings[at];
        for (const SpaceId s : {here.from, here.to}) {
            if (!s.valid() || !walked_through(building.space(s))) continue;
            for (const OpeningId next : building.space(s).openings) {
                if (next.index() == at || building.opening(next).state == DoorState::locked) continue;
                const double there = reached + navigation.between_m(s, OpeningId{at}, next);
                if (there < m[next.index()]) open.emplace(m[next.index()] = there, next.index());
            }
        }
    }
    return m;
}

}  // namespace

StoreyWalk::StoreyWalk(const Building& building, const routing::Navigation& navigation, std::vector<OpeningId> ends)
    : ends_(std::move(ends)) {
    for (const OpeningId end : ends_) to_end_.push_back(distances_to(building, navigation, end));
}

std::optional<std::size_t> StoreyWalk::nearest(OpeningId from) const {
    std::optional<std::size_t> best;
    for (std::size_t e = 0; e < ends_.size(); ++e)
        if (m(from, e) < (best ? m(from, *best) : no_way)) best = e;
    return best;
}

// On the way between two ends the distances to both add up to theirs; along a dead end each counts its length.
double StoreyWalk::off_the_way_m(OpeningId from) const {
    const auto first = nearest(from);
    if (!first) return no_way;
    double least = m(from, *first);
    for (std::size_t a = 0; a < ends_.size(); ++a)
        for (std::size_t b = a + 1; b < ends_.size(); ++b)
            if (m(from, a) < no_way && m(from, b) < no_way)
                least = std::min(least, std::max(0.0, 0.5 * (m(from, a) + m(from, b) - m(ends_[a], b))));
    return least;
}

}  // namespace muster::planning
