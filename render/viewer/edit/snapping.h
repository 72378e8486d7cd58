// SPDX-License-Identifier: Apache-2.0
// Where the pointer means to be: on a corner, on a wall, in line with a corner, on the grid; in this order.
#pragma once

#include "render/viewer/edit/edit_types.h"

namespace muster::viewer {

struct SnapSettings {
    double grid_m = 0.1;   // 0 = none
    double reach_m = 0.2;  // of corners, walls and lines; what so many pixels are
    bool corners = true, walls = true, lines = true;
};

enum class SnapKind : std::uint8_t { none, corner, wall, line, grid };

struct Snapped {
    Vec2 p;
    SnapKind kind = SnapKind::none;
    std::vector<Segment> guides;  // from the corner it is in line with, to p
};

/// What does not attract, and what does besides the building: the thing that is moved, the outline that is being drawn.
struct SnapScene {
    std::vector<ObjectRef> leave_out{};
    std::vector<Vec2> more_corners{};
};

[[nodiscard]] Snapped snap(const Building& building, LevelId level, Vec2 p, const SnapSettings& settings,
                           const SnapScene& scene = {});

/// `p` moved so that `from` to it is a multiple of `step_deg`, for drawing with the shift key.
[[nodiscard]] Vec2 straightened(Vec2 from, Vec2 p, double step_deg = 45.0);

}  // namespace muster::viewer
