// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/world.h"

namespace muster::engine {

/// Whether everything that an incident names is there.
[[nodiscard]] bool all_named_is_there(const World& world, const Incident& incident);

}  // namespace muster::engine
