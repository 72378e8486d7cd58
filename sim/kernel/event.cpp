// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/event.h"

namespace muster {

bool is_tick(const Event& event) {
    return std::holds_alternative<MotionStep>(event) || std::holds_alternative<Sample>(event) ||
           std::holds_alternative<AirStep>(event) || std::holds_alternative<QuakeStep>(event) ||
           std::holds_alternative<StrongestShaking>(event);
}

}  // namespace muster
