// SPDX-License-Identifier: Apache-2.0
// All subcommands. commands.cpp is made by CMake of the lists in tools/CMakeLists.txt and CMakeLists.txt beside this
// file.
#pragma once

#include <memory>
#include <vector>

#include "tools/exchange/importer.h"
#include "tools/muster/terminal/command_group.h"

namespace muster::commands {

/// In the order of the help.
[[nodiscard]] std::unique_ptr<CommandGroup> all_commands();
/// The formats of plans that `muster import` reads.
[[nodiscard]] std::vector<std::unique_ptr<exchange::Importer>> all_importers();

}  // namespace muster::commands
