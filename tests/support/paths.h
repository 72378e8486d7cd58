// SPDX-License-Identifier: Apache-2.0
// Where the source tree lies: compiled once, so that a compiler cache serves the tests of any checkout.
#pragma once

#include <string>

namespace muster::testing {

/// "floorplans/library" -> its path in the source tree; without an argument, the tree's own.
[[nodiscard]] std::string source_file(const std::string& relative = {});
/// The same of reference data that is not part of the project: beside the tree, and often not there.
[[nodiscard]] std::string reference_data(const std::string& relative = {});

}  // namespace muster::testing
