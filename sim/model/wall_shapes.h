// SPDX-License-Identifier: Apache-2.0
// Plan geometry of walls: what is left of a ring when the slots of its openings are cut out, and what the slots add.
#pragma once

#include <vector>

#include "sim/model/building.h"

namespace muster {

/// The space's rings minus the slots of its openings.
[[nodiscard]] std::vector<Segment> ring_walls(const Building& building, SpaceId space);
/// The sides of the slot where they lie inside the wall, i.e. outside both spaces.
[[nodiscard]] std::vector<Segment> jambs(const Building& building, OpeningId opening);
[[nodiscard]] double distance_between(const Segment& p, const Segment& q);
/// Inside the space (not in its obstacles) or in the slot of one of its openings.
[[nodiscard]] bool is_free(const Building& building, SpaceId space, Vec2 p);

}  // namespace muster
