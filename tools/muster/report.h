// SPDX-License-Identifier: Apache-2.0
// muster report: the pages of a stored run, written again or as a replay.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_report();

}  // namespace muster::commands
