// SPDX-License-Identifier: Apache-2.0
// What a real drill says about this school: how much later its classes set off than the scenario says, and how much
// faster or slower everybody walks. Huber's estimate over the measured clocks (tools/office/drill/robust.h), so that
// one slip of a stopwatch does not make the school late, with the simulation as it is (full physics, the same seeds at
// every point).
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

#include "tools/office/drill/drill_times.h"

namespace muster::drill {

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

/// A measured clock that is off the others' absolute-residual fit by more than so many robust standard deviations, and
/// by more than so many seconds, is left out and to be checked. Three deviations: Leys et al., J. Exp. Soc. Psychol. 49
/// (2013), from memory; 10 s: assumption, what a class may lose by no fault of a stopwatch.
inline constexpr double doubtful_deviations = 3.0, doubtful_min_s = 10.0;

/// A measured time that does not go with the others: somebody stopped the watch at the wrong person, or something
/// happened in that class.
struct DoubtfulClock {
    std::ptrdiff_t group = -1;  // -1 = the whole school's
    DrillClock clock = DrillClock::out_of_room;
    double measured_s = 0.0, fitted_s = 0.0;
};

/// Medians of the simulated clocks with everybody `delay_s` later and `speed` times as fast.
using SimulateDrill = std::function<DrillTimes(double delay_s, double speed)>;

struct DrillFit {
    double delay_s = 0.0, speed = 1.0;
    bool delay_at_bound = false, speed_at_bound = false;
    /// False: the measured clocks fit a slow school as well as a late one; speed is left at 1 and the delay fitted.
    bool separable = true;
    double speed_from = 1.0, speed_to = 1.0;  // speeds that the clocks do not rule out (two standard errors)
    double deviation_s = stopwatch_s;  // robust, of the clocks from the absolute-residual fit; at least a stopwatch's
    std::vector<DoubtfulClock> doubtful;           // farthest off first
    double rms_before_s = 0.0, rms_after_s = 0.0;  // of the clocks that are not doubtful
    int clocks = 0;            // measured ones that were fitted: all but the doubtful, and but the roll call, which is
                               // no matter of walking
    int simulated = 0;         // points (delay, speed) that were run
    DrillTimes before, after;  // simulated clocks
    [[nodiscard]] bool changes() const { return delay_s != 0.0 || speed != 1.0; }
    [[nodiscard]] double doubtful_s() const { return std::max(doubtful_min_s, doubtful_deviations * deviation_s); }
};

[[nodiscard]] DrillFit fit_drill(const DrillTimes& measured, const SimulateDrill& simulate, const FitBounds& bounds);

/// From the groups of the scenario.
[[nodiscard]] FitBounds bounds_of(const Scenario& scenario);
/// The scenario with all pre-movement times shifted and all free speeds scaled; `source` (of both languages) is put
/// after the profiles' own.
[[nodiscard]] Scenario fitted_scenario(Scenario scenario, double delay_s, double speed, const std::string& source);

}  // namespace muster::drill
