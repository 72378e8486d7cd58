// SPDX-License-Identifier: Apache-2.0
// Writing documents as several commands do it.
#pragma once

#include "tools/muster/terminal/console.h"
#include "tools/office/documents/write_documents.h"

namespace muster::commands {

/// Of results that have a page already: .docx and .xlsx in their folder `documents`.
[[nodiscard]] documents::PapersOrder for_office(const std::string& results);

/// write_documents, with a bar, the names of the files as the result, and messages for what went wrong. Throws only
/// OutputError.
[[nodiscard]] Exit papers(const std::vector<documents::NamedDocument>& documents, documents::PapersOrder order,
                          const Console& console);

}  // namespace muster::commands
