// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "render/document/document.h"

namespace muster::document {

/// Writes a workbook with one sheet per table: frozen header row, numbers as numbers, set up to print one page wide.
/// Words and pictures between the tables are left out. The same tables give the same bytes. "" = written; else why not,
/// in the words of the library (pre: there is a table).
[[nodiscard]] std::string write_xlsx(const Document& document, const std::string& path);

}  // namespace muster::document
