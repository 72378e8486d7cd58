// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/moment.h"

#include <algorithm>

#include "sim/analysis/heading.h"

namespace muster::analysis {

namespace {

std::size_t last_at(const std::vector<SimTime>& times, double seconds) {
    const auto later = std::upper_bound(times.begin(), times.end(), SimTime::from_seconds(seconds));
    return later == times.begin() ? 0 : static_cast<std::size_t>(later - times.begin() - 1);
}

}  // namespace

SampleShare shown_at(const Trace& trace, double seconds) {
    const auto& times = trace.sample_times;
    const std::size_t now = last_at(times, seconds), next = std::min(now + 1, times.size() - 1);
    const double start = times[now].seconds(), step = times[next].seconds() - start;
    return {now, step > 0.0 ? std::clamp((seconds - start) / step, 0.0, 1.0) : 0.0};
}

Vec2 between(const TracePoint& now, const TracePoint& next, double share) {
    const Vec2 here{now.x, now.y};
    if (next.state == PersonState::gone || !next.space.valid()) return here;
    return here + share * (Vec2{next.x, next.y} - here);
}

std::span<const SpaceAir> air_at(const Trace& trace, double seconds) {
    if (trace.air_times.empty() || trace.air_times.front().seconds() > seconds) return {};
    const std::size_t spaces = trace.world->building.spaces.size();
    return std::span(trace.air).subspan(last_at(trace.air_times, seconds) * spaces, spaces);
}

Moments::Moments(const Trace& trace) : trace_(trace), headings_(headings_of(trace)) {}

Moment Moments::at(double seconds) const {
    Moment moment;
    moment.seconds = seconds;
    moment.air = air_at(trace_, seconds);
    if (trace_.sample_times.empty()) return moment;
    const auto [now, share] = shown_at(trace_, seconds);
    const std::size_t next = std::min(now + 1, trace_.sample_times.size() - 1);
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
        moment.people.push_back({PersonId{i}, between(p, q, share), headings_[now * trace_.people.size() + i], p.state,
                                 space.level, space.outdoor});
    }
    return moment;
}

}  // namespace muster::analysis
