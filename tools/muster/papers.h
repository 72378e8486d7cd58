// SPDX-License-Identifier: Apache-2.0
// muster documents, and writing documents as other commands do it.
#pragma once

#include "tools/office/documents/write_documents.h"
#include "tools/muster/console.h"

namespace muster {

struct DocumentsOptions {
    std::string run;
    std::string out;                 // "" = RUN_DIR/documents
    std::vector<std::string> forms;  // "F1", ...; empty = all
    std::vector<std::string> formats{"docx", "xlsx", "html"};
    std::vector<Lang> languages;
    bool force = false;
};

[[nodiscard]] Exit documents(const DocumentsOptions& options, const Console& console);

/// Of results that have a page already: .docx and .xlsx in their folder `documents`.
[[nodiscard]] PapersOrder for_office(const std::string& results);

/// write_documents, with a bar, the names of the files as the result, and messages for what went wrong. Throws only
/// OutputError.
[[nodiscard]] Exit papers(const std::vector<NamedDocument>& documents, PapersOrder order, const Console& console);

}  // namespace muster
