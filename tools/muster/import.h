// SPDX-License-Identifier: Apache-2.0
// muster import: plans of other programs -> a plan file of ours, with the list of what had to be assumed.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_import();

}  // namespace muster::commands
