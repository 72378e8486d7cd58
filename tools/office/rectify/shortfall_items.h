// SPDX-License-Identifier: Apache-2.0
// What is mandatory and falls short in a check, as compliance.json has it, in the words of the rectification items: the
// same shortfall is the same hazard, whichever of the two a ledger reads.
#pragma once

#include <vector>

#include "sim/model/world.h"
#include "sim/planning/compliance.h"
#include "tools/store/compliance_file.h"

namespace muster {

/// `world` may hold an empty scenario: then a plan alone was checked.
[[nodiscard]] std::vector<Shortfall> shortfalls_of(const World& world, const ComplianceResult& compliance,
                                                   const std::vector<RulePack>& packs);

}  // namespace muster
