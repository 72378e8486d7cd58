// SPDX-License-Identifier: Apache-2.0
// The people of a scenario: `people` (groups one by one) and `people_by_use` (one group per room of a use).
#pragma once

#include "scenarios/profile_reader.h"
#include "scenarios/references.h"
#include "sim/model/building.h"
#include "sim/model/population.h"

namespace muster::scenarios {

/// Groups in file order, those of people_by_use after the others, in the plan's order of spaces. Adds every group's key
/// to refs.groups.
[[nodiscard]] Population read_people(const floorplans::JsonCursor& root, const Building& building, References& refs);

}  // namespace muster::scenarios
