// SPDX-License-Identifier: Apache-2.0
// What guides who searched rooms found in one run.
#pragma once

#include <optional>

#include "sim/analysis/results.h"

namespace muster::analysis {

[[nodiscard]] std::optional<SearchOutcome> search_of(const Trace& trace);

}  // namespace muster::analysis
