// SPDX-License-Identifier: Apache-2.0
// What is mandatory and falls short in a check, as compliance.json has it, in the words of the rectification items: the
// same shortfall is the same hazard, whichever of the two a ledger reads.
#pragma once

#include <vector>

#include "sim/model/world.h"
#include "sim/planning/compliance.h"
#include "tools/store/compliance_file.h"

namespace muster::rectify {

/// `world` may hold an empty scenario: then a plan alone was checked.
[[nodiscard]] std::vector<store::Shortfall> shortfalls_of(const World& world,
                                                          const planning::ComplianceResult& compliance,
                                                          const std::vector<planning::RulePack>& packs);

}  // namespace muster::rectify
