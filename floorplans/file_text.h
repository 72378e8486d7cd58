// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace muster::floorplans {

/// All bytes of a file; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> file_text(const std::string& path);

}  // namespace muster::floorplans
