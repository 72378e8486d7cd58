// SPDX-License-Identifier: Apache-2.0
// Drawing from a Distribution. The distributions are our own, so that a seed gives the same people with every standard
// library.
#pragma once

#include "sim/base/random.h"
#include "sim/model/population.h"

namespace muster {

/// The smallest and the largest value a distribution can give.
struct DistributionRange {
    double low = 0.0, high = 0.0;
};

[[nodiscard]] DistributionRange range_of(const Distribution& distribution);

/// One value in range_of(law). Values outside the cut are drawn again, at most 200 times; then the last is clamped
/// (a cut that keeps less than about 1 in 40 of a distribution is a mistake in the input, and must not hang a run).
[[nodiscard]] double draw(const Distribution& distribution, RandomStream& stream);

/// Mean of what draw() gives, within about 0.1 %.
[[nodiscard]] double mean(const Distribution& distribution);

}  // namespace muster
