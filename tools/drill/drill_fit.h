// SPDX-License-Identifier: Apache-2.0
// What a real drill says about this school: how much later its classes set off than the scenario says, and how much
// faster or slower everybody walks. Least squares over the measured clocks, with the simulation as it is (full physics,
// the same seeds at every point).
#pragma once

#include <functional>

#include "tools/drill/drill_times.h"

namespace muster {

struct FitBounds {
    double delay_low_s = 0.0;  // nobody sets off before being told: less the least pre-movement of the scenario
    /// Mean delays of small children in unannounced drills are 20 to 46 s (Prague kindergartens); more is no matter of
    /// setting off. Assumption.
    double delay_high_s = 60.0;
    /// Free speeds of children of one age spread by 20 to 50 % of their mean (Ono 2024, Fang 2019); the mean of a
    /// school beyond these is no matter of speed. Assumption.
    double speed_low = 0.6, speed_high = 1.5;
};

/// Of one stopwatch in one hand, with the last of a class to be told apart, s. Assumption; what remains after the fit
/// counts when it is more.
inline constexpr double stopwatch_s = 2.0;

/// Medians of the simulated clocks with everybody `delay_s` later and `speed` times as fast.
using SimulateDrill = std::function<DrillTimes(double delay_s, double speed)>;

struct DrillFit {
    double delay_s = 0.0, speed = 1.0;
    bool delay_at_bound = false, speed_at_bound = false;
    /// False: the measured clocks fit a slow school as well as a late one; speed is left at 1 and the delay fitted.
    bool separable = true;
    double speed_from = 1.0, speed_to = 1.0;  // speeds that the clocks do not rule out (two standard errors)
    double rms_before_s = 0.0, rms_after_s = 0.0;
    int clocks = 0;            // measured ones that were fitted: all but the roll call, which is no matter of walking
    int simulated = 0;         // points (delay, speed) that were run
    DrillTimes before, after;  // simulated clocks
};

[[nodiscard]] DrillFit fit_drill(const DrillTimes& measured, const SimulateDrill& simulate, const FitBounds& bounds);

/// From the groups of the scenario.
[[nodiscard]] FitBounds bounds_of(const Scenario& scenario);
/// The scenario with all pre-movement times shifted and all free speeds scaled; `source` (of both languages) is put
/// after the profiles' own.
[[nodiscard]] Scenario fitted_scenario(Scenario scenario, double delay_s, double speed, const std::string& source);

}  // namespace muster
