// SPDX-License-Identifier: Apache-2.0
// muster verify: runs the catalogue, prints its table, writes reports.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_verify();

}  // namespace muster::commands
