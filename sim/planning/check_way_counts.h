// SPDX-License-Identifier: Apache-2.0
// How many exits and stairs there are, and where one will do. Internal to sim/planning.
#pragma once

#include "sim/planning/rule_lines.h"

namespace muster::planning {

void check(const WayCount& rule, const RuleContext& in);

}  // namespace muster::planning
