// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "render/document/document.h"

namespace muster {

/// UTF-8 with BOM, CRLF, every cell quoted. Text that a spreadsheet would take for a formula (it begins with = + - @,
/// tab or carriage return) gets an apostrophe before it; numbers do not.
[[nodiscard]] std::string table_csv(const Table& table);

}  // namespace muster
