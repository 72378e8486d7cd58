// SPDX-License-Identifier: Apache-2.0
#include "sim/record/trace.h"

#include <cmath>

namespace muster {

const Incident& Trace::incident(const IncidentHappens& event) const {
    const auto& own = world->scenario.incidents;
    return event.incident < own.size() ? own[event.incident].what : commands[event.incident - own.size()].what;
}

void TraceRecorder::run_started(const RunHeader& header) {
    trace_ = {};
    trace_.world = header.world;
    trace_.seed = header.seed;
    trace_.people.assign(header.people.begin(), header.people.end());
}

void TraceRecorder::event_happened(SimTime time, const Event& event) { trace_.events.push_back({time, event}); }

void TraceRecorder::frame(const Frame& f) {
    trace_.sample_times.push_back(f.time);
    for (std::size_t i = 0; i < f.x.size(); ++i)
        trace_.points.push_back(
            {f.x[i], f.y[i], std::hypot(f.vx[i], f.vy[i]), f.pressure[i], f.space[i], f.state[i], f.dose[i]});
}

void TraceRecorder::air(const AirFrame& f) {
    trace_.air_times.push_back(f.time);
    trace_.heat_w.push_back(f.heat_w);
    trace_.air.insert(trace_.air.end(), f.spaces.begin(), f.spaces.end());
}

void TraceRecorder::run_ended(const Outcome& outcome) { trace_.outcome = outcome; }

}  // namespace muster
