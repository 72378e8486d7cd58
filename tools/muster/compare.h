// SPDX-License-Identifier: Apache-2.0
// muster compare: finished runs of several plans, seed by seed against the first.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_compare();

}  // namespace muster::commands
