// SPDX-License-Identifier: Apache-2.0
// How long it would take to bring out those who are inside at the end of a run: teams from the nearest exit, nearest
// room first. Reckoned on straight ways from opening to opening; nobody in the run is moved by it.
#pragma once

#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

/// All assumptions; the range of carrying is 0.5-0.7 m/s.
struct RescueSpeeds {
    double walk_m_s = 1.0, in_smoke_share = 0.5;
    double carry_m_s = 0.6;
    double search_room_s = 30.0, lift_s = 20.0;
    double force_door_s = 60.0;  // a jammed or blocked one
    double smoky_per_m = 0.15;   // extinction at the head at the end of the run
};

/// By room, first reached first. Empty when nobody is left inside who was to leave.
[[nodiscard]] std::vector<RescuedRoom> rescue_of(const Trace& trace, const RescueSpeeds& speeds = {});

}  // namespace muster::analysis
