// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/crowd_now.h"

#include <algorithm>

namespace muster {

namespace {

constexpr double least_step_m = 0.04;      // between samples; less is swaying
constexpr std::size_t farthest_back = 20;  // samples

Vec2 place(const TracePoint& p) { return {static_cast<double>(p.x), static_cast<double>(p.y)}; }

std::size_t last_before(const std::vector<SimTime>& times, double time_s) {
    const auto after = std::upper_bound(times.begin(), times.end(), SimTime::from_seconds(time_s));
    return after == times.begin() ? 0 : static_cast<std::size_t>(after - times.begin()) - 1;
}

}  // namespace

Vec2 heading_at(const Trace& trace, std::size_t person, std::size_t sample) {
    const std::size_t n = trace.people.size();
    const auto at = [&](std::size_t s) { return place(trace.points[s * n + person]); };
    const std::size_t last = trace.sample_times.size() - 1;
    for (std::size_t back = 0; back < farthest_back; ++back) {
        if (back > sample) break;
        const std::size_t from = sample - back, to = std::min(from + 1, last);
        const Vec2 step = at(to) - at(from);
        if (length(step) > least_step_m) return normalised(step);
    }
    return {1.0, 0.0};
}

void CrowdNow::look(const Trace& trace, double time_s) {
    count_ = {};
    people_.clear();
    air_ = {};
    if (trace.sample_times.empty()) return;
    sample_ = last_before(trace.sample_times, time_s);
    const double from = trace.sample_times[sample_].seconds();
    double share = 0.0;
    if (sample_ + 1 < trace.sample_times.size()) {
        const double to = trace.sample_times[sample_ + 1].seconds();
        share = std::clamp((time_s - from) / std::max(to - from, 1e-6), 0.0, 1.0);
    }
    for (std::size_t i = 0; i < trace.people.size(); ++i) look_at(trace, i, share);
    const std::size_t spaces = trace.world->building.spaces.size();
    if (!trace.air_times.empty() && trace.air_times.front().seconds() <= time_s)
        air_ = std::span(trace.air).subspan(last_before(trace.air_times, time_s) * spaces, spaces);
}

void CrowdNow::look_at(const Trace& trace, std::size_t person, double share) {
    const TracePoint& p = trace.sample(sample_)[person];
    PersonNow now;
    now.at = place(p);
    now.speed = p.speed;
    now.pressure = p.pressure;
    now.dose = p.dose;
    now.space = p.space;
    now.state = p.state;
    if (share > 0.0) {
        const TracePoint& q = trace.sample(sample_ + 1)[person];
        if (q.state != PersonState::gone && q.space.valid())
            now.at = place(p) + share * (place(q) - place(p));
        else if (share > 0.5)
            now.state = q.state;
    }
    now.heading = heading_at(trace, person, sample_);
    add(now, trace.world->building);
}

void CrowdNow::add(const PersonNow& person, const Building& building) {
    people_.push_back(person);
    PersonNow& p = people_.back();
    if (p.state == PersonState::gone || !p.space.valid()) {
        ++count_.outside;
        return;
    }
    const Space& space = building.space(p.space);
    p.level = space.level;
    if (p.state == PersonState::assembled)
        ++count_.assembled;
    else if (space.outdoor)
        ++count_.outside;
    else
        ++count_.inside;
    if (p.state == PersonState::incapacitated) ++count_.overcome;
    if (p.state == PersonState::stranded) ++count_.stranded;
}

}  // namespace muster
