// SPDX-License-Identifier: Apache-2.0
// What one person lost between two samples against walking freely; defined in analysis/bottlenecks.h.
#pragma once

#include <cstddef>

#include "sim/record/trace.h"

namespace muster::analysis {

struct Stay {
    bool slow = false;  // waiting: slower than queue_speed_m_s
    double dt_s = 0.0, lost_s = 0.0;
};

/// From sample `i` to the next; nothing is lost after the last. `upstairs` matters on flights only.
/// Pre: the person has a place at sample i.
[[nodiscard]] Stay stay_of(const Trace& trace, std::size_t i, std::size_t person, bool upstairs);

/// Moves up the flight he or she is on, judged by where the next sample is: for traces whose crossings are not yet
/// known.
[[nodiscard]] bool moves_up(const Trace& trace, std::size_t i, std::size_t person);

/// The seconds lost between two samples by somebody under way, and 0 by anybody else.
[[nodiscard]] double lost_under_way_s(const Trace& trace, std::size_t i, std::size_t person);

}  // namespace muster::analysis
