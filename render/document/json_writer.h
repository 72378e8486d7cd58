// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "render/document/document.h"

namespace muster::document {

/// The document for tools/office/documents/make_docx.py: one JSON object, pictures in base64. Its keys are those of
/// document.h.
[[nodiscard]] std::string document_json(const Document& document);

}  // namespace muster::document
