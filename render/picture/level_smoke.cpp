// SPDX-License-Identifier: Apache-2.0
// Smoke on a storey's plan: how far one sees at head height as grey, the hot layer overhead as a hatch, and in figures
// the height under the smoke. Reads in black and white.
#include <algorithm>
#include <array>
#include <cmath>

#include "render/picture/level_layers.h"
#include "render/text/names.h"
#include "sim/base/constants.h"

namespace muster::picture {

namespace {

struct Shade {
    double from_per_m;  // extinction coefficient at the head
    double alpha;
};
// Visibility of a wall under 30, 10, 5 and 3 m.
constexpr std::array<Shade, 4> shades{{{0.1, 0.14}, {0.3, 0.32}, {0.6, 0.52}, {1.0, 0.72}}};

double alpha_of(const SpaceAir& air) {
    double alpha = 0.0;
    for (const Shade& s : shades)
        if (static_cast<double>(air.extinction_head) >= s.from_per_m) alpha = s.alpha;
    return alpha;
}

}  // namespace

void draw_smoke(const LevelSheet& s) {
    const Building& building = s.world.building;
    for (std::size_t i = 0; i < building.spaces.size() && i < s.picture.air.size(); ++i) {
        const Space& space = building.spaces[i];
        if (space.level != s.level || space.outdoor) continue;
        const SpaceAir& air = s.picture.air[i];
        std::vector<Ring> rings{s.view.page(space.area.outer)};
        for (const Ring& hole : space.area.holes) rings.push_back(s.view.page(hole));
        Colour smoke = ink::black;
        smoke.a = alpha_of(air);
        if (smoke.a > 0.0) s.canvas.fill(rings, smoke);
        const bool layer = air.upper_k > 303.0F || air.extinction_head > 0.05F;
        if (!layer) continue;
        s.canvas.hatch(rings, 7.0, 45.0, {.width = 0.5, .colour = {0.82, 0.25, 0.0, 1.0}});
        const std::string degrees = text::number_text(air.upper_k - zero_celsius_k, 0) + " °C";
        const bool one_layer = air.layer_m < 0.05F;  // a stair
        const std::string text =
            one_layer ? degrees : text::number_text(static_cast<double>(air.layer_m), 1) + " m · " + degrees;
        const Vec2 at = s.view.page(inner_point(space.area)) + Vec2{0.0, 12.0};
        if (area(space.area) > 8.0)
            s.canvas.text(at, text,
                          {.size = 7.0, .bold = true, .colour = ink::black, .align = Align::middle, .halo = 2.5});
    }
}

}  // namespace muster::picture
