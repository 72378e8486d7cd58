// SPDX-License-Identifier: Apache-2.0
// All figures of a finished run.
#pragma once

#include "sim/analysis/results.h"

namespace muster::analysis {

[[nodiscard]] RunAnalysis analyse(const Trace& trace);

}  // namespace muster::analysis
