// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/motion_clock.h"

#include <algorithm>
#include <cmath>

namespace muster::engine {

MotionClock::MotionClock(const RunSettings& run)
    : step_(Duration::from_seconds(run.step_s)),
      sample_(Duration::from_seconds(run.sample_s)),
      decide_every_(std::max(1L, std::lround(StepSettings{}.decide_s / run.step_s))) {}

// Steps fall on whole multiples of the step, so that who wakes the motion does not shift it.
void MotionClock::wake(Calendar<Scheduled>& calendar, SimTime first) {
    idle_sample_ = false;
    if (awake_ || stopped_) return;
    awake_ = true;
    calendar.schedule(first, Phase::motion, MotionStep{});
}

void MotionClock::sample_again(Calendar<Scheduled>& calendar, bool anybody_moves) {
    idle_sample_ = !anybody_moves;
    calendar.schedule(calendar.now() + sample_, Phase::measurement, Sample{});
}

}  // namespace muster::engine
