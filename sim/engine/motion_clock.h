// SPDX-License-Identifier: Apache-2.0
// When bodies move and are measured. While anybody walks, a motion step follows the other; when nobody does, motion
// rests until somebody is woken. Samples go on all the while: whoever stands is somewhere too.
#pragma once

#include <cstdint>

#include "sim/kernel/calendar.h"
#include "sim/kernel/event.h"

namespace muster::engine {

struct StepSettings {
    // Between two decisions of one person, s.
    double decide_s = 1.0;
};

class MotionClock {
public:
    explicit MotionClock(const RunSettings& run);

    [[nodiscard]] Duration step() const { return step_; }
    /// The next whole multiple of the step.
    [[nodiscard]] SimTime next_step(SimTime now) const { return {(now.us / step_.us + 1) * step_.us}; }
    /// Once per decision interval: what is looked at once for everybody.
    [[nodiscard]] bool turn_of_all() const { return steps_ % decide_every_ == 0; }
    /// People decide in turn, by their number, so that no step has all the work.
    [[nodiscard]] bool turn_of(std::size_t person) const {
        return steps_ % decide_every_ == static_cast<std::int64_t>(person) % decide_every_;
    }

    void step_begins() {
        awake_ = false;
        ++steps_;
    }
    /// Schedules the next step, unless it is to come already.
    void wake(Calendar<Scheduled>& calendar) { wake(calendar, next_step(calendar.now())); }
    /// The same, in a phase before the motion: at this very instant where that is a whole step. Who is driven out by
    /// the air sets off with the same step then, whatever the phase of the air's own steps.
    void wake_from_hazard(Calendar<Scheduled>& calendar) {
        const SimTime now = calendar.now();
        wake(calendar, now.us % step_.us == 0 ? now : next_step(now));
    }
    /// After a sample: the next one.
    void sample_again(Calendar<Scheduled>& calendar, bool anybody_moves);
    /// Of the calendar's events, samples that were scheduled at rest: a run does not go on for their sake.
    [[nodiscard]] std::size_t idle_samples() const { return idle_sample_ ? 1 : 0; }
    void stop() { stopped_ = true; }

private:
    void wake(Calendar<Scheduled>& calendar, SimTime first);

    Duration step_, sample_;
    std::int64_t decide_every_;
    std::int64_t steps_ = 0;
    bool awake_ = false, stopped_ = false, idle_sample_ = false;
};

}  // namespace muster::engine
