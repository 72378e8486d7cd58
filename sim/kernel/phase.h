// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace muster {

// The order of effects at one instant. The air is advanced before alarms trip, alarms before people decide, decisions
// before they move, and everything before it is measured: nobody walks into air that is already gone.
enum class Phase : std::uint8_t { hazard, alarm, decision, motion, measurement };

}  // namespace muster
