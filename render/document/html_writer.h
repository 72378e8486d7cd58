// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "render/document/document.h"

namespace muster::document {

/// One self-contained page with the CSS to print it: A4 and the like, legible in black and white; Word and WPS open it
/// with its tables whole.
[[nodiscard]] std::string document_html(const Document& document);

}  // namespace muster::document
