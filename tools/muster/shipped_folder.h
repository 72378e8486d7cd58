// SPDX-License-Identifier: Apache-2.0
// Where the files lie that come with the program.
#pragma once

#include <string>

namespace muster::commands {

/// A folder of the source tree, such as "floorplans/rules": where the program is run from the tree, else where it was
/// built from.
[[nodiscard]] std::string shipped_folder(const std::string& relative);

}  // namespace muster::commands
