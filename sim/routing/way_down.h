// SPDX-License-Identifier: Apache-2.0
// A way walked down a distance field, as a line.
#pragma once

#include <vector>

#include "sim/routing/distance_field.h"

namespace muster::routing {

/// From `from` to within `near_m` of the field's target, or as far as the field leads; points 0.1 m apart.
[[nodiscard]] std::vector<Vec2> way_down(const DistanceField& field, Vec2 from, double near_m);
/// Without the wiggles of the grid (up to 0.15 m).
[[nodiscard]] std::vector<Vec2> straightened(const std::vector<Vec2>& line);
[[nodiscard]] double length_of(const std::vector<Vec2>& line);

}  // namespace muster::routing
