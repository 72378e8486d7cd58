// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/crowd_now.h"

#include <algorithm>

#include "sim/analysis/moment.h"

namespace muster::viewer {

namespace {

constexpr double min_step_m = 0.04;        // between samples; less is swaying
constexpr std::size_t farthest_back = 20;  // samples

Vec2 place(const TracePoint& p) { return {static_cast<double>(p.x), static_cast<double>(p.y)}; }

}  // namespace

Vec2 heading_at(const Trace& trace, std::size_t person, std::size_t sample) {
    const std::size_t n = trace.people.size();
    const auto at = [&](std::size_t s) { return place(trace.points[s * n + person]); };
    const std::size_t last = trace.sample_times.size() - 1;
    for (std::size_t back = 0; back < farthest_back; ++back) {
        if (back > sample) break;
        const std::size_t from = sample - back, to = std::min(from + 1, last);
        const Vec2 step = at(to) - at(from);
        if (length(step) > min_step_m) return normalised(step);
    }
    return {1.0, 0.0};
}

void CrowdNow::look(const Trace& trace, double time_s) {
    count_ = {};
    people_.clear();
    air_ = analysis::air_at(trace, time_s);
    if (trace.sample_times.empty()) return;
    const analysis::SampleShare shown = analysis::shown_at(trace, time_s);
    sample_ = shown.sample;
    for (std::size_t i = 0; i < trace.people.size(); ++i) look_at(trace, i, shown.share);
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
        now.at = analysis::between(p, q, share);
        if ((q.state == PersonState::gone || !q.space.valid()) && share > 0.5) now.state = q.state;
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

}  // namespace muster::viewer
