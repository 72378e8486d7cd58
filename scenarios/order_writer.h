// SPDX-License-Identifier: Apache-2.0
// Routes and orders of release, as they stand with a group, in `release` and in incidents.
#pragma once

#include <string>

#include "floorplans/json_text.h"
#include "sim/model/building.h"
#include "sim/model/scenario.h"

namespace muster::scenarios {

[[nodiscard]] std::string route_text(const Route& route, const Building& building);
void add_release(floorplans::JsonRow& row, const Release& release, const Population& population);

}  // namespace muster::scenarios
