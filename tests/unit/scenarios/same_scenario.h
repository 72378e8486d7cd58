// SPDX-License-Identifier: Apache-2.0
// Two scenarios compared field by field.
#pragma once

#include "sim/model/scenario.h"

namespace muster::scenarios {

/// CHECKs every field, but where in a file a group stands.
void check_same(const Scenario& a, const Scenario& b);

}  // namespace muster::scenarios
