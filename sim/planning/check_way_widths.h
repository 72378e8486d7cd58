// SPDX-License-Identifier: Apache-2.0
// Clear width per 100 persons of a room's doors together, and of each corridor. Internal to sim/planning.
#pragma once

#include "sim/planning/rule_lines.h"

namespace muster::planning {

void check_room_widths(const WidthPer100& rule, const RuleContext& in);
void check_corridor_widths(const WidthPer100& rule, const RuleContext& in);

}  // namespace muster::planning
