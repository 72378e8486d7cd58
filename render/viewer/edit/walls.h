// SPDX-License-Identifier: Apache-2.0
// Pairs of edges that face each other across a wall. Private to the editor.
#pragma once

#include <vector>

#include "render/viewer/edit/edit_openings.h"

namespace muster::viewer {

/// Edges of the outline and of its holes, the floor on the left of each.
[[nodiscard]] std::vector<Segment> wall_faces(const Polygon& polygon);

/// All walls between the two spaces, at least as long as the narrowest opening.
[[nodiscard]] std::vector<WallPlace> walls_between(const Building& building, SpaceId from, SpaceId to);

/// The faces of a space as walls to the outside.
[[nodiscard]] std::vector<WallPlace> outer_walls(const Building& building, SpaceId space);

}  // namespace muster::viewer
