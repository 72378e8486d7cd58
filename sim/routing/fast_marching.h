// SPDX-License-Identifier: Apache-2.0
// Second-order fast marching (Sethian 1999, chapter 8; the switch to first order as in Baerentzen 2001) over the open
// cells of a FreeSpace.
#pragma once

#include <vector>

#include "sim/routing/free_space.h"

namespace muster::routing {

/// `cost` holds the exact values of the `seeds` and infinity elsewhere; leaves the travel cost of every reachable cell.
/// The result does not depend on the order of the seeds.
void march(const FreeSpace& over, const std::vector<int>& seeds, std::vector<float>& cost);

}  // namespace muster::routing
