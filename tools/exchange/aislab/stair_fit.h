// SPDX-License-Identifier: Apache-2.0
// The drawings show a stair as an empty room. This puts assumed flights into it: two flights and a half landing where
// they fit (the doors of all storeys at the same end), else one straight flight (the doors at opposite ends).
#pragma once

#include <optional>
#include <vector>

#include "tools/exchange/aislab/door_fit.h"

namespace muster::aislab {

struct StairDoor {
    Vec2 near;
    double width_m = 0.9;
    const Polygon* other = nullptr;  // the room behind it
};

/// One storey of a stair room: its outline, the rooms round it (itself left out), its doors.
struct StairStorey {
    const Polygon* room = nullptr;
    std::vector<const Polygon*> rooms;
    std::vector<StairDoor> doors;
};

struct FittedFlight {
    Ring area;  // counter-clockwise
    Segment foot, head;
    bool upper_half = false;  // starts on the half landing
};

/// The same between any two storeys of the room.
struct StairLayout {
    std::vector<Polygon> floors;  // by storey: the part of the room that stays floor
    std::vector<FittedFlight> flights;
    std::optional<Ring> landing;  // half way up
    int risers = 0;               // per flight
    double riser_m = 0.0, tread_m = 0.0, width_m = 0.0;
};

[[nodiscard]] std::optional<StairLayout> fit_stair(const std::vector<StairStorey>& storeys, double storey_height_m);

}  // namespace muster::aislab
