// SPDX-License-Identifier: Apache-2.0
#include "render/picture/risk_picture.h"

#include <algorithm>

#include "render/picture/level_layers.h"

namespace muster::picture {

std::string draw_risk_banner(int level, const std::string& words, int width_px) {
    constexpr double height = page_width / 8.0;
    Canvas canvas(PictureFormat::png, width_px, height);
    const Ring band{{0.0, 0.0}, {page_width, 0.0}, {page_width, height}, {0.0, height}};
    canvas.fill(band, risk_colour(level));
    // The words stand on white: they are read on any print, the hatch beside them tells the level without colours.
    const TextStyle style{.size = 34.0, .bold = true, .align = Align::middle};
    const double half = std::max(0.26 * page_width, 0.5 * canvas.measure(words, style).width + 16.0);
    const Ring plate{{0.5 * page_width - half, 10.0},
                     {0.5 * page_width + half, 10.0},
                     {0.5 * page_width + half, height - 10.0},
                     {0.5 * page_width - half, height - 10.0}};
    constexpr double gaps[] = {7.0, 9.0, 16.0, 16.0};
    const Stroke stroke{.width = 2.0, .colour = ink::black};
    const std::vector<Ring> rings{band};
    canvas.hatch(rings, gaps[level - 1], level == 4 ? -45.0 : 45.0, stroke);
    if (level == 1) canvas.hatch(rings, gaps[0], -45.0, stroke);
    canvas.fill(plate, ink::paper);
    canvas.outline(plate, {.width = 2.0, .colour = ink::black});
    canvas.text({0.5 * page_width, 0.5 * height}, words, style);
    canvas.outline(band, {.width = 4.0, .colour = ink::black});
    return canvas.finish();
}

}  // namespace muster::picture
