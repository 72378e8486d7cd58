// SPDX-License-Identifier: Apache-2.0
// People from above, in one white picture that is tinted when drawn. The shape says the state as well as the colour
// does: hollow = waiting, square = sheltering, long = fallen, ring round = found no way, cross = overcome.
#pragma once

#include "render/picture/canvas.h"
#include "sim/record/observer.h"

namespace muster::viewer {

struct SpriteBox {
    float u0, v0, u1, v1;  // in the picture, 0 to 1
};

/// All shapes side by side.
[[nodiscard]] picture::Pixels draw_sprites();
[[nodiscard]] SpriteBox sprite_of(PersonState state);

}  // namespace muster::viewer
