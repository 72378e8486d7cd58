// SPDX-License-Identifier: Apache-2.0
// muster drill form: the blank form for the stopwatches of a real drill.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_drill_form();

}  // namespace muster::commands
