// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/density_picture.h"

#include "render/picture/level_picture.h"

namespace muster::commands {

namespace {

// persons/m2 at the dark end of the scale
constexpr double densest_shown = 6.0;

}  // namespace

std::string density_picture(const World& base, const World& shown, const std::vector<analysis::DensityGrid>& density,
                            LevelId level, text::Lang lang) {
    picture::LevelPicture picture;
    picture.lang = lang;
    picture.width_px = 1400;
    picture.area = picture::used_indoor_bounds(base, 2.5);
    picture.density_max = densest_shown;
    for (const analysis::DensityGrid& grid : density)
        if (grid.level == level) picture.density = &grid;
    return picture::draw_level(shown, level, picture);
}

}  // namespace muster::commands
