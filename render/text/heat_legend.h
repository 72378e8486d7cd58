// SPDX-License-Identifier: Apache-2.0
// The words of a heat map's legend. Numbers are in sim/analysis/heat.h.
#pragma once

#include <string>

#include "render/text/language.h"
#include "sim/analysis/heat.h"

namespace muster::text {

struct HeatLegend {
    std::string name;
    std::string unit;       // may be empty
    std::string threshold;  // what the line is and where it comes from; or what else to know; may be empty
};
[[nodiscard]] HeatLegend heat_legend(analysis::HeatKind kind, Lang lang);

}  // namespace muster::text
