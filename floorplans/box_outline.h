// SPDX-License-Identifier: Apache-2.0
// Furniture drawn as a box: the outline of what `size_m`, `angle_deg` and `at` say, and back.
#pragma once

#include <optional>

#include "sim/geometry/polygon.h"

namespace muster::floorplans {

struct TurnedBox {
    Vec2 middle, size_m;
    double angle_deg = 0.0;  // counter-clockwise
};

/// Counter-clockwise from the corner that is least in the box's own axes.
[[nodiscard]] Ring outline_of(const TurnedBox& box);

/// The box whose outline, about `origin` and as finely as the reader keeps it, is exactly this ring; if there is one
/// that can be written with few decimals.
[[nodiscard]] std::optional<TurnedBox> box_of(const Ring& ring, Vec2 origin);

}  // namespace muster::floorplans
