// SPDX-License-Identifier: Apache-2.0
// Peak and mean density over a finished run, cell by cell.
#pragma once

#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

[[nodiscard]] std::vector<DensityGrid> density_grids(const Trace& trace);

}  // namespace muster::analysis
