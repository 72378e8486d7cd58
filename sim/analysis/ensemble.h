// SPDX-License-Identifier: Apache-2.0
// Statistics over replications.
#pragma once

#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

/// The q-quantile with linear interpolation between order statistics (Hyndman and Fan 1996, type 7). Pre: not empty.
[[nodiscard]] double quantile(std::vector<double> values, double q);
[[nodiscard]] Spread spread_of(const std::vector<double>& values);

}  // namespace muster::analysis
