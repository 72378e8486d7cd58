// SPDX-License-Identifier: Apache-2.0
// A storey with its densities, to be laid beside the same storey of another plan.
#pragma once

#include <string>
#include <vector>

#include "render/text/language.h"
#include "sim/analysis/results.h"
#include "sim/model/world.h"

namespace muster::commands {

/// As PNG. Framed and coloured alike for all plans of one `base`.
[[nodiscard]] std::string density_picture(const World& base, const World& shown,
                                          const std::vector<analysis::DensityGrid>& density, LevelId level,
                                          text::Lang lang);

}  // namespace muster::commands
