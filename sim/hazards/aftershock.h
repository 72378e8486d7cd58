// SPDX-License-Identifier: Apache-2.0
// Aftershocks by Reasenberg and Jones (1989), constants for California; newer ones are lower [unchecked for China].
#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/quake.h"

namespace muster::hazards {

/// Expected number of aftershocks not more than `magnitudes` smaller than the main shock within `seconds` after it.
[[nodiscard]] double expected_aftershocks(double magnitudes, double seconds);
/// Those within two magnitudes until then, drawn; at_s from the main shock on.
[[nodiscard]] std::vector<Aftershock> draw_aftershocks(std::uint64_t seed, double until_s);
/// Factor on the main shock's acceleration: 10^(-0.4 dM); range 0.3-0.5; assumption.
[[nodiscard]] double aftershock_scale(double magnitudes);

}  // namespace muster::hazards
