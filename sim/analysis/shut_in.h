// SPDX-License-Identifier: Apache-2.0
// Who was shut in at the end of a run, and which one way, had it been open, would have let them out.
#pragma once

#include <vector>

#include "sim/record/trace.h"

namespace muster::analysis {

/// Neither out nor where they were sent.
[[nodiscard]] bool waits_for_help(PersonState state);

/// People inside at the end without a way out whom this one way alone would have let out. Two jammed stair doors that
/// would each have done count the same people twice.
struct ShutIn {
    std::vector<int> by_opening;
    std::vector<int> by_flight;  // by space; only of flights that carry nobody any more
};
[[nodiscard]] ShutIn shut_in(const Trace& trace);

}  // namespace muster::analysis
