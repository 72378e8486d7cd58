// SPDX-License-Identifier: Apache-2.0
// CSV for Excel and WPS: UTF-8 with BOM, CRLF, every cell quoted.
#pragma once

#include <string>
#include <vector>

#include "render/document/document.h"

namespace muster::document {

using CsvRow = std::vector<std::string>;
/// Text that a spreadsheet would take for a formula (= + - @ tab at its beginning) gets an apostrophe before it;
/// numbers stay as they are.
[[nodiscard]] std::string csv_text(const std::vector<CsvRow>& rows);
[[nodiscard]] std::string table_csv(const Table& table);

}  // namespace muster::document
