// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace muster::store {

/// All bytes of a file; "" when it cannot be read (a reader that needs it says so).
[[nodiscard]] std::string file_text(const std::string& path);

}  // namespace muster::store
