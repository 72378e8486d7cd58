// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace muster {

/// The q-quantile with linear interpolation between order statistics (Hyndman and Fan 1996, type 7). Pre: not empty.
[[nodiscard]] double quantile(std::vector<double> values, double q);

}  // namespace muster
