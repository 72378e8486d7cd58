// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4), to say which inputs a result came from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster::store {

/// 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// Of a file's content; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> sha256_of_file(const std::string& path);

}  // namespace muster::store
