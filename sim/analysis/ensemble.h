// SPDX-License-Identifier: Apache-2.0
// Statistics over replications.
#pragma once

#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

[[nodiscard]] Spread spread_of(const std::vector<double>& values);

}  // namespace muster::analysis
