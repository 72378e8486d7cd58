// SPDX-License-Identifier: Apache-2.0
// Rooms, assembly areas, fixtures, and what no plan tells. Internal to sim/planning.
#pragma once

#include "sim/planning/rule_lines.h"

namespace muster::planning {

void check(const UseStoreys& rule, const RuleContext& in);
void check(const AreaPerPerson& rule, const RuleContext& in);
void check(const AssemblySpace& rule, const RuleContext& in);
void check(const DistanceFrom& rule, const RuleContext& in);
void check(const FixtureOnStorey& rule, const RuleContext& in);
void check(const NotInPlan& rule, const RuleContext& in);

}  // namespace muster::planning
