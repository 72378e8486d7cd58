// SPDX-License-Identifier: Apache-2.0
// `incidents` of a scenario.
#pragma once

#include <string_view>
#include <vector>

#include "scenarios/references.h"
#include "sim/model/scenario.h"

namespace muster::scenarios {

/// In file order.
[[nodiscard]] std::vector<TimedIncident> read_incidents(const floorplans::JsonCursor& places, const References& refs,
                                                        const RiskMap& risk_map);

/// How a kind of incident is written: its word and the keys it knows.
struct IncidentForm {
    std::string_view word;
    std::vector<std::string_view> keys;
};
[[nodiscard]] std::vector<IncidentForm> incident_forms();

}  // namespace muster::scenarios
