// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/moment.h"

#include <algorithm>

#include "sim/analysis/heading.h"

namespace muster {

Moments::Moments(const Trace& trace) : trace_(trace), headings_(headings_of(trace)) {}

std::size_t Moments::sample_at(double seconds) const {
    const auto& times = trace_.sample_times;
    const auto later = std::upper_bound(times.begin(), times.end(), SimTime::from_seconds(seconds));
    return later == times.begin() ? 0 : static_cast<std::size_t>(later - times.begin() - 1);
}

Moment Moments::at(double seconds) const {
    Moment moment;
    if (trace_.sample_times.empty()) return moment;
    const std::size_t now = sample_at(seconds), next = std::min(now + 1, trace_.sample_times.size() - 1);
    const double start = trace_.sample_times[now].seconds(), step = trace_.sample_times[next].seconds() - start;
    const double share = step > 0.0 ? std::clamp((seconds - start) / step, 0.0, 1.0) : 0.0;
    const TracePoint *points = trace_.sample(now), *ahead = trace_.sample(next);
    const Building& building = trace_.world->building;
    for (std::size_t i = 0; i < trace_.people.size(); ++i) {
        const TracePoint &p = points[i], &q = ahead[i];
        if (p.state == PersonState::gone || !p.space.valid()) {
            ++moment.out;
            continue;
        }
        const Space& space = building.space(p.space);
        ++(space.outdoor ? moment.out : moment.inside);
        if (p.state == PersonState::assembled) ++moment.assembled;
        const Vec2 here{p.x, p.y};
        const Vec2 there = q.state == PersonState::gone ? here : Vec2{q.x, q.y};
        moment.people.push_back({PersonId{i}, here + share * (there - here), headings_[now * trace_.people.size() + i],
                                 p.state, space.level, space.outdoor});
    }
    return moment;
}

}  // namespace muster
