// SPDX-License-Identifier: Apache-2.0
// Laying one drawn storey over the one below: scale and shift (never a turn, never a mirror image) under which stairs
// and lifts meet and walls stand on walls.
#pragma once

#include <cstddef>
#include <vector>

#include "tools/exchange/aislab/storey.h"

namespace muster::aislab {

struct StairMatch {
    std::size_t lower = 0, upper = 0;  // rooms
    double residual_m = 0.0;           // between the centroids
    double overlap = 0.0;              // area of both over area of either
};

struct Registration {
    double scale = 1.0;  // lower coordinates = scale * upper + shift
    Vec2 shift;
    double wall_match = 0.0;         // share of upper walls within 0.35 m of a lower one
    double contained = 0.0;          // share of the upper floor over the lower
    std::vector<StairMatch> stairs;  // best partner of each upper stair and lift, within reach
    enum class Verdict { accept, ask, refuse } verdict = Verdict::refuse;
};

[[nodiscard]] Registration lay_over(const Storey& lower, const Storey& upper);

/// A stair joins storeys when its two outlines overlap by this share.
inline constexpr double min_stair_overlap = 0.3;

}  // namespace muster::aislab
