// SPDX-License-Identifier: Apache-2.0
// Flights, steps, rails, landings, and where a stair ends on the ground. Internal to sim/planning.
#pragma once

#include "sim/planning/rule_lines.h"

namespace muster::planning {

void check(const FlightWidth& rule, const RuleContext& in);
void check(const FlightModule& rule, const RuleContext& in);
void check(const FlightSteps& rule, const RuleContext& in);
void check(const TreadRiser& rule, const RuleContext& in);
void check(const Handrails& rule, const RuleContext& in);
void check(const LandingDepth& rule, const RuleContext& in);
void check(const StairDischarge& rule, const RuleContext& in);
void check(const StepsInWay& rule, const RuleContext& in);

}  // namespace muster::planning
