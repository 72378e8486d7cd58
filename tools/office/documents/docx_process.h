// SPDX-License-Identifier: Apache-2.0
// A .docx by way of the Python script beside this file, which knows the package python-docx.
#pragma once

#include <string>

#include "render/document/document.h"

namespace muster::documents {

enum class DocxEnd {
    written,
    no_python,   // no Python interpreter
    no_package,  // none of them has python-docx
    no_script,   // make_docx.py is not where the source was
    failed       // what it said is on the standard error
};

/// Writes `path`. The interpreter is MUSTER_PYTHON of the environment, else `python3`, else /usr/bin/python3, the first
/// that has the package.
[[nodiscard]] DocxEnd write_docx(const document::Document& document, const std::string& path);

}  // namespace muster::documents
