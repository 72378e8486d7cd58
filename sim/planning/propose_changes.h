// SPDX-License-Identifier: Apache-2.0
// From bottlenecks and shortfalls to changes worth trying.
#pragma once

#include <vector>

#include "sim/planning/rectification.h"

namespace muster::planning {

/// In the order of the bottlenecks, then of the lines that are not met. The same change is proposed once; when a line
/// asks for it too, it carries both.
[[nodiscard]] std::vector<Proposal> propose(const World& world, const std::vector<analysis::Bottleneck>& bottlenecks,
                                            const std::vector<ComplianceLine>& lines,
                                            const ProposalLimits& limits = {});

}  // namespace muster::planning
