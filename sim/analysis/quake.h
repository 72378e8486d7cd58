// SPDX-License-Identifier: Apache-2.0
// What an earthquake did in one run, and whether the assembly spots lie clear of the building.
#pragma once

#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

[[nodiscard]] QuakeOutcome quake_of(const Trace& trace);

/// An assembly spot against what may fall. Reach of a collapse 2/3 of the height up to 24 m, then falling to 1/2 at
/// 54 m; band of falling things max(3 m, H/5). Quoted from papers, not from a code [unchecked].
struct SpotDistance {
    AssemblySpotId spot;
    double nearest_m = 0.0;  // to an indoor space in plan
    double reach_m = 0.0, band_m = 0.0;
    [[nodiscard]] bool clear() const { return nearest_m >= reach_m; }
};
[[nodiscard]] std::vector<SpotDistance> spot_distances(const Building& building);

}  // namespace muster::analysis
