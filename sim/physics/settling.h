// SPDX-License-Identifier: Apache-2.0
// What is settled once everybody has moved: who crossed which opening, and who must go back because the way led through
// a wall.
#pragma once

#include <optional>
#include <span>

#include "sim/physics/crowd_physics.h"
#include "sim/physics/wall_index.h"

namespace muster::physics {

/// Nobody's middle comes nearer to a wall than this.
inline constexpr float wall_skin_m = 0.005F;

/// Whether the way from p to q, walked in s, meets a wall or ends closer to one than it began.
[[nodiscard]] bool meets_wall(const WallIndex& walls, SpaceId s, Vec2 p, Vec2 q);

/// The opening crossed on the way from p to q by somebody in s; person is left for the caller.
[[nodiscard]] std::optional<Crossing> crossing_of(const WallIndex& walls, SpaceId s, Vec2 p, Vec2 q);

}  // namespace muster::physics
