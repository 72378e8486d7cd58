// SPDX-License-Identifier: Apache-2.0
// What a person may change while it runs: whatever may stand in a scenario's incidents.
#pragma once

#include "sim/model/scenario.h"

namespace muster::engine {

using Command = Incident;

}  // namespace muster::engine
