// SPDX-License-Identifier: Apache-2.0
// Rows of `incidents`.
#pragma once

#include <string>

#include "sim/model/building.h"
#include "sim/model/risk_map.h"
#include "sim/model/scenario.h"

namespace muster::scenarios {

[[nodiscard]] std::string incident_row(const TimedIncident& incident, const Population& population,
                                       const Building& building, const RiskMap& risk_map);

}  // namespace muster::scenarios
