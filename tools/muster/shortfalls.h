// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/world.h"

namespace muster::commands {

/// Lines of the library's packs for schools (gb50099, gb50016, gb55037) that are not met with the scenario's people,
/// each thing by its stricter code only; -1 when the packs are not to be found.
[[nodiscard]] int count_shortfalls(const World& world);

}  // namespace muster::commands
