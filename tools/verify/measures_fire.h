// SPDX-License-Identifier: Apache-2.0
// The measures of the suite `fire`. Which limits each reads stands above it in its file.
#pragma once

#include <filesystem>
#include <string>

#include "tools/verify/measure.h"

namespace muster::verify {

// measures_fire_cfast.cpp
[[nodiscard]] Measurement measure_cfast(const TestBench& bench);
[[nodiscard]] Measurement measure_room_and_detectors(const TestBench& bench);
[[nodiscard]] Measurement measure_window_breaks(const TestBench& bench);
[[nodiscard]] Measurement measure_sprinkler(const TestBench& bench);
// measures_fire_rooms.cpp
[[nodiscard]] Measurement measure_steckler(const TestBench& bench);
[[nodiscard]] Measurement measure_nbs_rooms(const TestBench& bench);

[[nodiscard]] bool within(double value, double expected, double share);

}  // namespace muster::verify
