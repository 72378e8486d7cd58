// SPDX-License-Identifier: Apache-2.0
// Doors: width, swing, leaf, number, locks, steps beside them. Internal to sim/planning.
#pragma once

#include "sim/planning/rule_lines.h"

namespace muster::planning {

void check(const DoorWidth& rule, const RuleContext& in);
void check(const DoorSwing& rule, const RuleContext& in);
void check(const DoorLeaf& rule, const RuleContext& in);
void check(const RoomDoors& rule, const RuleContext& in);
void check(const LockedExits& rule, const RuleContext& in);
void check(const StepsAtExit& rule, const RuleContext& in);

}  // namespace muster::planning
