// SPDX-License-Identifier: Apache-2.0
// Writes a building as a floor-plan file that people can read and edit: one space, opening or obstacle a line, keys in
// the order of FORMAT.md. Reading it gives back the same building when that came from the reader.
#pragma once

#include <cstdint>
#include <string>

#include "sim/model/building.h"

namespace muster::floorplans {

/// short_rows: furniture that is a box is written as one, and a row of equal boxes as one record. A row per obstacle
/// makes the place of every object in the file its place in the building.
enum class PlanStyle : std::uint8_t { short_rows, row_per_obstacle };

/// Also of a building in work that a reader would refuse: ids must be in range, flights may lack their ends.
[[nodiscard]] std::string write_floor_plan(const Building& building, PlanStyle style = PlanStyle::short_rows);

}  // namespace muster::floorplans
