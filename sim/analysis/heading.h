// SPDX-License-Identifier: Apache-2.0
// Which way everybody faces: a trace holds places, and pictures draw shoulders across the way of walking.
#pragma once

#include <vector>

#include "sim/record/trace.h"

namespace muster::analysis {

/// Radians from the x axis, sample-major as Trace::points: the way last walked; who has not walked yet faces the way
/// they will set out.
[[nodiscard]] std::vector<float> headings_of(const Trace& trace);

}  // namespace muster::analysis
