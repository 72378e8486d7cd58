// SPDX-License-Identifier: Apache-2.0
// How far it is to a polygon along a ray.
#pragma once

#include "sim/geometry/polygon.h"

namespace muster {

/// Way from `from` along the unit vector `along` to the first point of the polygon, m; 0 inside, infinity when the ray
/// meets none.
[[nodiscard]] double reach(const Polygon& polygon, Vec2 from, Vec2 along);

}  // namespace muster
