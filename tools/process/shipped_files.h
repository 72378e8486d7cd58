// SPDX-License-Identifier: Apache-2.0
// Where the files lie that come with the program. They are named as in the source tree, "floorplans/rules".
#pragma once

#include <string>

namespace muster::process {

/// Of an installed copy (../share/muster from the program), else where the program is run from the tree, else where it
/// was built from.
[[nodiscard]] std::string shipped_folder(const std::string& relative);

/// The same for a file that is to be run: not from wherever somebody happens to stand.
[[nodiscard]] std::string shipped_file(const std::string& relative);

}  // namespace muster::process
