// SPDX-License-Identifier: Apache-2.0
// Who queued where, for how long, and what it cost.
//
// Queue zone of an opening: people under way in a space that the opening joins, whose next crossing (known afterwards
// from the trace) is this opening, and who are within 3 m of it, or further off but standing (slower than 0.3 m/s) and
// within 12 m: the tail of a long queue. Queue zone of a flight: everybody under way on it, and the queue zone of the
// opening by which they enter it from elsewhere than another flight.
//
// Lost time, the ranking key: for each person and each interval between samples begun in the zone, the interval minus
// the distance covered (along the incline on flights) over the person's own free speed (times the stair factor on
// flights). Walking freely loses 0; a person faster than that over an interval gives time back. What is lost at the
// foot or head of a flight is booked on the flight alone, so that sums count it once.
#pragma once

#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

class Crossings;

inline constexpr double queue_zone_m = 3.0;
inline constexpr double queue_tail_m = 12.0;
inline constexpr double queue_speed_m_s = 0.3;  // slower = waiting
inline constexpr double flow_bin_s = 10.0;

/// Every opening and flight with anybody through it, worst first.
[[nodiscard]] std::vector<Bottleneck> bottlenecks_of(const Trace& trace, const Crossings& crossings);

/// Worst first: who did not get out, then lost time, waiting, persons, place in the plan.
[[nodiscard]] bool worse(const Bottleneck& a, const Bottleneck& b);

/// Under this a place is no bottleneck, person-seconds lost; a convention of this program.
inline constexpr double min_loss_person_s = 30.0;
/// Held somebody, or cost as much as that.
[[nodiscard]] bool matters(const Bottleneck& bottleneck);

/// Where the danger line is crossed: over 5 persons/m2 on a stair (its flights, mouths and landings), or over
/// critical_density for 10 s anywhere. Not to be carried out like this without measures. 5 per m2 is where crowds were
/// seen to begin to lose control of their movement (Fruin 1993); the 10 s are a convention of this program.
inline constexpr double danger_density_on_stairs = 5.0;
inline constexpr double danger_critical_s = 10.0;
[[nodiscard]] bool dangerous(const Bottleneck& bottleneck);

/// Flow through one place from the times of crossing: persons, mean, peak and bins. `times` in s, any order.
void set_flow(Bottleneck& bottleneck, std::vector<double> times);

}  // namespace muster::analysis
