// SPDX-License-Identifier: Apache-2.0
// What fire and smoke did in one run: when each space filled and was lost, who was still in it, who breathed how much.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

/// When a place is lost: what ASET is measured against. Widely used limits [unchecked against any code].
struct TenabilityLimits {
    double visibility_m = 10.0;       // of a wall at 1.5 m, in corridors, stairs and rooms over small_room_m2
    double small_visibility_m = 5.0;  // in smaller rooms
    double small_room_m2 = 100.0;
    double temperature_k = 333.15;  // 60 C at 1.5 m, or
    double ceiling_k = 453.15;      // 180 C in the layer overhead: about 2.5 kW/m2
    double dose = 0.3;              // gathered by somebody who stays: the design limit where there are children
};

inline constexpr double head_m = 1.5;
inline constexpr double visibility_times_extinction = 3.0;  // a wall or a sign that reflects light (Jin)

/// Where people breathe: of the upper layer once it is down to head height.
[[nodiscard]] inline double temperature_at_head_k(const SpaceAir& air) {
    return static_cast<double>(air.layer_m) < head_m ? air.upper_k : air.lower_k;
}

[[nodiscard]] SmokeOutcome smoke_of(const Trace& trace, const TenabilityLimits& limits = {});

}  // namespace muster::analysis
