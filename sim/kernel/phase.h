// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace muster {

// The order of effects at one instant. Incidents and commands come first, the scenario's before those given meanwhile,
// so that a command has the same effect as the same incident of a scenario. The air is advanced before alarms trip,
// alarms before people decide, decisions before they move, and everything before it is measured: nobody walks into air
// that is already gone.
enum class Phase : std::uint8_t { incident, hazard, alarm, decision, motion, measurement };

}  // namespace muster
