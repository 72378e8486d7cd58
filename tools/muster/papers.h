// SPDX-License-Identifier: Apache-2.0
// muster documents, and writing documents as other commands do it.
#pragma once

#include "tools/muster/console.h"
#include "tools/office/documents/write_documents.h"

namespace muster::commands {

struct DocumentsOptions {
    std::string run;
    std::string out;                 // "" = RUN_DIR/documents
    std::vector<std::string> forms;  // "F1", ...; empty = all
    std::vector<std::string> formats{"docx", "xlsx", "html"};
    std::vector<text::Lang> languages;
    bool force = false;
};

[[nodiscard]] Exit documents(const DocumentsOptions& options, const Console& console);

/// Of results that have a page already: .docx and .xlsx in their folder `documents`.
[[nodiscard]] documents::PapersOrder for_office(const std::string& results);

/// write_documents, with a bar, the names of the files as the result, and messages for what went wrong. Throws only
/// OutputError.
[[nodiscard]] Exit papers(const std::vector<documents::NamedDocument>& documents, documents::PapersOrder order,
                          const Console& console);

}  // namespace muster::commands
