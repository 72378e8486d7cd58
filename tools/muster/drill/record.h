// SPDX-License-Identifier: Apache-2.0
// muster drill record: the times of a real drill beside simulated ones.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_drill_record();

}  // namespace muster::commands
