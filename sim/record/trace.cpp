// SPDX-License-Identifier: Apache-2.0
#include "sim/record/trace.h"

#include <cmath>

namespace muster {

void TraceRecorder::run_started(const RunHeader& header) {
    trace_ = {};
    trace_.world = header.world;
    trace_.seed = header.seed;
    trace_.people.assign(header.people.begin(), header.people.end());
}

void TraceRecorder::event_happened(SimTime time, const Event& event) {
    if (std::holds_alternative<MotionStep>(event) || std::holds_alternative<Sample>(event)) return;
    trace_.events.push_back({time, event});
}

void TraceRecorder::frame(const Frame& f) {
    trace_.sample_times.push_back(f.time);
    for (std::size_t i = 0; i < f.x.size(); ++i)
        trace_.points.push_back({f.x[i], f.y[i], std::hypot(f.vx[i], f.vy[i]), f.pressure[i], f.space[i], f.state[i]});
}

void TraceRecorder::run_ended(const Outcome& outcome) { trace_.outcome = outcome; }

}  // namespace muster
