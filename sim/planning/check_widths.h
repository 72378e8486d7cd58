// SPDX-License-Identifier: Apache-2.0
// Total clear width of a storey: per 100 persons, and per person for the foreign codes beside. Internal to
// sim/planning.
#pragma once

#include "sim/planning/rule_lines.h"

namespace muster::planning {

void check(const WidthPer100& rule, const RuleContext& in);
void check(const WidthPerPerson& rule, const RuleContext& in);

/// Metres per 100 persons on this storey of a block; none = the code has no such row.
[[nodiscard]] std::optional<double> per_100(const WidthPer100& rule, const RuleContext& in, std::size_t block,
                                            int storey);

}  // namespace muster::planning
