// SPDX-License-Identifier: Apache-2.0
// A picture of the posted floor map under the plan, to be traced: two of its points and the distance between them tell
// its scale. Pixels count from the picture's upper left corner, to the right and down; the plan's y goes up.
#pragma once

#include <optional>
#include <string>

#include "sim/base/id.h"
#include "sim/base/vec2.h"

namespace muster::viewer {

/// Turned, scaled and moved; never sheared.
struct PictureTransform {
    double metres_per_pixel = 0.02;
    double turned_deg = 0.0;  // of the picture in the plan, counter-clockwise
    Vec2 origin;              // of pixel (0, 0) in the plan, m

    [[nodiscard]] Vec2 metres(Vec2 pixel) const;
    [[nodiscard]] Vec2 pixel(Vec2 metres) const;
};

struct Underlay {
    std::string picture;  // path; not part of the plan
    Vec2 size_px;
    double opacity = 0.5;
    LevelId level;
    PictureTransform transform;
};

/// What the line between the two points shall become.
enum class LineUp : std::uint8_t { as_it_is, level, upright };

/// Two pixels that are `real_m` apart; `first` stays where it lies in the plan now. None when they are one point, or
/// the distance is no length.
[[nodiscard]] std::optional<PictureTransform> scaled_by_two_points(const PictureTransform& now, Vec2 first, Vec2 second,
                                                                   double real_m, LineUp line_up = LineUp::as_it_is);
/// Two pixels that belong on two points of the plan (another storey, over the stairwell of the one below).
[[nodiscard]] std::optional<PictureTransform> fitted_to_two_points(Vec2 first_px, Vec2 second_px, Vec2 first_m,
                                                                   Vec2 second_m);

}  // namespace muster::viewer
