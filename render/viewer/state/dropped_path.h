// SPDX-License-Identifier: Apache-2.0
// What a file manager hands over when a file is dropped: a list of URIs (RFC 2483), percent-encoded (RFC 3986).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster::viewer {

/// The path of the first file on this computer; nothing when there is none.
[[nodiscard]] std::optional<std::string> dropped_path(std::string_view uri_list);

}  // namespace muster::viewer
