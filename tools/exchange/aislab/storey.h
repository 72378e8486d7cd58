// SPDX-License-Identifier: Apache-2.0
// One storey in metres with sound, disjoint rooms, and its doors as pairs of rooms at a point.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/exchange/aislab/drawing.h"

namespace muster::aislab {

struct Room {
    std::string id, label;
    Polygon area;  // empty = dropped
    int line = 0;
};

struct DoorMark {
    std::size_t a = 0, b = 0;  // rooms
    Vec2 at;
    double width_m = 0.0;  // 0 = the drawing does not tell
    int line = 0;
};

struct Storey {
    std::string file, name;
    std::vector<Room> rooms;
    std::vector<DoorMark> doors;
    double median_classroom_m2 = 0.0;  // 0 = fewer than three classrooms
    int mended_rings = 0, cut_overlaps = 0, one_sided_doors = 0;
};

/// Scale, y upwards, sound rings, overlaps cut, door records of both sides paired.
[[nodiscard]] Storey heal(const Drawing& drawing, Findings& findings);

/// Every coordinate p becomes scale * p + shift.
void transform(Storey& storey, double scale, Vec2 shift);

[[nodiscard]] bool is_label(const Room& room, const char* label);

}  // namespace muster::aislab
