// SPDX-License-Identifier: Apache-2.0
// Finding the place of a door of known width near a point of a drawing: the slot through the wall must meet both rooms
// over its whole width, no third room and no other slot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/geometry/polygon.h"

namespace muster::aislab {

inline constexpr double slot_overlap_m = 0.03;  // of a slot into either room

struct FittedDoor {
    Segment at;
    double width_m = 0.0;
    double depth_a_m = 0.0, depth_b_m = 0.0;  // of the slot on either side of the centre line, overlap included
    double slid_m = 0.0;                      // from the marked place
};

struct DoorWish {
    const Polygon* a = nullptr;
    const Polygon* b = nullptr;  // nullptr = out of doors
    Vec2 near;
    double width_m = 0.9;
    bool may_narrow = true;
    double reach_m = 1.0;  // how far it may slide
};

/// What is in the way: rooms of the storey (a and b may be among them) and slots already cut.
struct DoorSurroundings {
    std::vector<const Polygon*> rooms;
    std::vector<Ring> slots;
};

/// Empty with the code of the reason in `why`.
[[nodiscard]] std::optional<FittedDoor> fit_door(const DoorWish& wish, const DoorSurroundings& around,
                                                 std::string& why);

[[nodiscard]] Ring slot_ring(const FittedDoor& door);

/// The middle of the longest straight piece of the room's outline with open ground behind it, and its length.
struct OutlinePiece {
    Vec2 middle;
    double length_m = 0.0;
};
[[nodiscard]] OutlinePiece longest_outer_wall(const Polygon& room, const std::vector<const Polygon*>& rooms);

}  // namespace muster::aislab
