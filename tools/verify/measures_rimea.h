// SPDX-License-Identifier: Apache-2.0
// The measures of RiMEA tests. Which limits each reads stands above it in its file.
#pragma once

#include "tools/verify/measure.h"

namespace muster::verify {

// measures_rimea.cpp
[[nodiscard]] Measurement measure_falls_with_speed(const TestBench& bench);
[[nodiscard]] Measurement measure_far_exit_share(const TestBench& bench);
[[nodiscard]] Measurement measure_jam_at_first(const TestBench& bench);
[[nodiscard]] Measurement measure_flow_rises(const TestBench& bench);
[[nodiscard]] Measurement measure_way_by_crowd(const TestBench& bench);
[[nodiscard]] Measurement measure_not_slower(const TestBench& bench);
[[nodiscard]] Measurement measure_times_rise(const TestBench& bench);
// measures_rimea_diagrams.cpp
[[nodiscard]] Measurement measure_stair_band(const TestBench& bench);
[[nodiscard]] Measurement measure_single_file(const TestBench& bench);

}  // namespace muster::verify
