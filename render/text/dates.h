// SPDX-License-Identifier: Apache-2.0
// Dates as a language writes them.
#pragma once

#include <string>

#include "render/text/language.h"

namespace muster::text {

/// "2025-12-01" -> "2025年12月1日"; what is no such date stays as it is.
[[nodiscard]] std::string date_text(const std::string& iso, Lang lang);

}  // namespace muster::text
