// SPDX-License-Identifier: Apache-2.0
// muster documents: the forms of a finished run, to print and to sign.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_documents();

}  // namespace muster::commands
