// SPDX-License-Identifier: Apache-2.0
// Distribution functions of the laws people are drawn from, for tests of what came out.
#pragma once

#include "sim/model/population.h"

namespace muster::verify {

/// P(X <= x) of a value drawn from `law`, cut and shift included. 0 or 1 for a constant.
[[nodiscard]] double cumulative(const Distribution& distribution, double x);

}  // namespace muster::verify
