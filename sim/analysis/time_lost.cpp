// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/time_lost.h"

#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/crossings.h"

namespace muster::analysis {

Stay stay_of(const Trace& trace, std::size_t i, std::size_t person, bool upstairs) {
    const TracePoint& now = trace.sample(i)[person];
    Stay stay{static_cast<double>(now.speed) < queue_speed_m_s, 0.0, 0.0};
    if (i + 1 >= trace.sample_times.size()) return stay;
    stay.dt_s = (trace.sample_times[i + 1] - trace.sample_times[i]).seconds();
    const TracePoint& then = trace.sample(i + 1)[person];
    const bool stays = then.state != PersonState::gone && then.space.valid();
    double walked_m = stays ? distance({now.x, now.y}, {then.x, then.y}) : static_cast<double>(now.speed) * stay.dt_s;
    double free_speed = static_cast<double>(trace.people[person].free_speed);
    if (const auto& flight = trace.world->building.space(now.space).flight) {
        const Profile& profile = trace.world->scenario.population.profiles[trace.people[person].profile.index()];
        walked_m /= flight->plan_per_incline();
        free_speed *= stair_speed_share(profile, *flight, !upstairs, trace.world->scenario.run.assumption);
    }
    stay.lost_s = free_speed > 0.0 ? stay.dt_s - walked_m / free_speed : 0.0;
    return stay;
}

bool moves_up(const Trace& trace, std::size_t i, std::size_t person) {
    const TracePoint& now = trace.sample(i)[person];
    if (i + 1 >= trace.sample_times.size()) return false;
    const auto& flight = trace.world->building.space(now.space).flight;
    const TracePoint& then = trace.sample(i + 1)[person];
    return flight && then.space.valid() && dot(Vec2{then.x, then.y} - Vec2{now.x, now.y}, flight->up) > 0.0;
}

double lost_under_way_s(const Trace& trace, std::size_t i, std::size_t person) {
    const TracePoint& now = trace.sample(i)[person];
    if (!under_way(now.state) || !now.space.valid()) return 0.0;
    return stay_of(trace, i, person, moves_up(trace, i, person)).lost_s;
}

}  // namespace muster::analysis
