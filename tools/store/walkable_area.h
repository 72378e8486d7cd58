// SPDX-License-Identifier: Apache-2.0
// The walking surface of one level as outside tools want it: the union of its spaces and of the slots through its
// walls.
#pragma once

#include <string>
#include <vector>

#include "sim/model/building.h"

namespace muster::store {

/// In the coordinates of the plan file (site_origin added), largest part first, to a tenth of a millimetre. More than
/// one part when rooms of the level meet only on other levels.
[[nodiscard]] std::vector<Polygon> walkable_area(const Building& building, LevelId level);

/// "POLYGON((x y, ...), (hole), ...)", or "MULTIPOLYGON(...)" when there are several parts; full precision.
[[nodiscard]] std::string to_wkt(const std::vector<Polygon>& parts);

}  // namespace muster::store
