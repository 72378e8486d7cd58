// SPDX-License-Identifier: Apache-2.0
// Pictures of the risks by themselves: the four-colour map of a storey, and the band on a notice card.
#pragma once

#include <span>
#include <string>

#include "render/picture/level_picture.h"

namespace muster::picture {

/// draw_level with whole spaces in the colour of their risk, and a number beside each risk's sign. `numbers`: by
/// RiskId.
[[nodiscard]] std::string draw_risk_level(const World& world, LevelId level, const LevelPicture& picture,
                                          std::span<const int> numbers);

/// A band in the colour and hatch of a risk level with words on it: PNG bytes, `width_px` wide, an eighth of it high.
[[nodiscard]] std::string draw_risk_banner(int level, const std::string& words, int width_px);

}  // namespace muster::picture
