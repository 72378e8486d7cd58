// SPDX-License-Identifier: Apache-2.0
// Where everybody went, small enough to send by phone: straight pieces instead of samples. inside render/replay, and
// read by replay.js.
//
// Per person three lists, all numbers as varints (7 bits a byte, lowest first, high bit = more):
//   places   count, then (samples since the last, dx, dy): units of track_unit_m, dx and dy zigzag; the first from 0, 0
//   states   count, then (samples since the last, PersonState)
//   levels   count, then (samples since the last, 0 = gone | 1 + 2 * level + (1 out of doors))
// Between two places a person walks straight; at every sample the place is within track_error_m of the recorded one.
#pragma once

#include <string>

#include "sim/record/trace.h"

namespace muster::replay {

inline constexpr double track_unit_m = 0.05;
inline constexpr double track_error_m = 0.15;

/// `corner`: subtracted from all places, so that they are not negative.
[[nodiscard]] std::string replay_tracks(const Trace& trace, Vec2 corner);

}  // namespace muster::replay
