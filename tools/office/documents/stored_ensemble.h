// SPDX-License-Identifier: Apache-2.0
// The replications of a results folder, as far as they were kept: clocks, head counts and falls of every run, medians
// of the bottlenecks; of the first run everything.
#pragma once

#include <string>

#include "sim/analysis/results.h"
#include "tools/store/run_reader.h"

namespace muster::documents {

/// `folder` as `run` was read from. A folder of one run is analysed again.
[[nodiscard]] Checked<analysis::Ensemble> read_ensemble(const std::string& folder, const store::StoredRun& run);

}  // namespace muster::documents
