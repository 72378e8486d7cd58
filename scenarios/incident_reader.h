// SPDX-License-Identifier: Apache-2.0
// `incidents` of a scenario.
#pragma once

#include <optional>
#include <vector>

#include "scenarios/references.h"
#include "sim/model/scenario.h"

namespace muster::scenarios {

/// In file order.
[[nodiscard]] std::vector<TimedIncident> read_incidents(const floorplans::JsonCursor& places, const References& refs,
                                                        const RiskMap& risk_map);

}  // namespace muster::scenarios
