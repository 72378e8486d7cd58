// SPDX-License-Identifier: Apache-2.0
// What a scenario says of groups by number, after groups came, went or changed places.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/base/finding.h"
#include "sim/model/scenario.h"

namespace muster::classes {

/// `origin`: of each group now, its number in `before`; -1 = new. Orders skip groups that are gone; an incident about
/// one is left out with a warning.
void renumber_groups(Scenario& scenario, const std::vector<std::ptrdiff_t>& origin, const Population& before,
                     Findings& findings);

}  // namespace muster::classes
