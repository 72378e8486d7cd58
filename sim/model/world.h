// SPDX-License-Identifier: Apache-2.0
// Everything that stays constant during a run. Sealed by validate(); shared by all replications, on any thread.
#pragma once

#include <memory>

#include "sim/base/finding.h"
#include "sim/model/building.h"
#include "sim/model/risk_map.h"
#include "sim/model/scenario.h"

namespace muster {

struct World {
    Building building;
    RiskMap risk_map;  // may hold no risk
    Scenario scenario;
};

/// Checks what only the three together can tell (people who do not fit in their room, groups without a way out, classes
/// that share a spot, a route whose door is not a door of the room, ...). Pointers of findings are into the scenario
/// file.
[[nodiscard]] Checked<std::shared_ptr<const World>> validate(Building building, RiskMap risk_map, Scenario scenario);

/// The same world, run on another assumption.
[[nodiscard]] std::shared_ptr<const World> under(const std::shared_ptr<const World>& world, Assumption assumption);

/// What validate() says of one incident, without pointers. Pre: its ids are in range.
[[nodiscard]] Findings check_incident(const World& world, const Incident& incident);

}  // namespace muster
