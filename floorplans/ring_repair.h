// SPDX-License-Identifier: Apache-2.0
// Makes one drawn outline sound: no repeated points, no spikes, no crossings, counter-clockwise, not closed.
#pragma once

#include <vector>

#include "sim/geometry/polygon.h"

namespace muster::floorplans {

struct RepairedRing {
    Polygon polygon;          // outer ring empty when nothing was left
    bool tidied = false;      // repeated points or spikes dropped
    bool crossed = false;     // crossed or touched itself
    double lost_share = 0.0;  // of the area of all loops of a crossed ring
};

/// Closed or open, either sense. Idempotent: a repaired outer ring comes back as it is.
[[nodiscard]] RepairedRing repair_ring(const Ring& drawn);

/// Nearer points than this are one point; narrower spikes are none.
inline constexpr double tidy_distance_m = 1e-3;

}  // namespace muster::floorplans
