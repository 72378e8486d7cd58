// SPDX-License-Identifier: Apache-2.0
// A Plot as SVG: axes with round ticks, a legend, series that differ by mark and dash as well as by shade.
#pragma once

#include <string>

#include "render/text/language.h"
#include "tools/verify/measure.h"

namespace muster::verify {

[[nodiscard]] std::string plot_svg(const Plot& plot, text::Lang lang);

}  // namespace muster::verify
