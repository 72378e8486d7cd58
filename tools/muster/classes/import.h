// SPDX-License-Identifier: Apache-2.0
// muster classes import: a class list from Excel or WPS -> a scenario, with what is wrong in the list.
#pragma once

#include <memory>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

[[nodiscard]] std::unique_ptr<Command> make_classes_import();

}  // namespace muster::commands
