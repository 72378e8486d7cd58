// SPDX-License-Identifier: Apache-2.0
// Routes and orders of release, which stand in a scenario and in its incidents.
#pragma once

#include "scenarios/references.h"
#include "sim/model/scenario.h"

namespace muster::scenarios {

[[nodiscard]] Route read_route(const floorplans::JsonCursor& place, const References& refs);

/// policy, interval_s, gap_m, longest_wait_s and order of the object at `place`, which may hold other members besides.
[[nodiscard]] Release read_release(const floorplans::JsonCursor& place, const References& refs);

}  // namespace muster::scenarios
