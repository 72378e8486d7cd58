// SPDX-License-Identifier: Apache-2.0
// Documents against the JSON Schemas that editors use.
#pragma once

#include <string>

namespace muster::testing {

[[nodiscard]] std::string file_text(const std::string& path);
/// What the schema in `schema_file` has against a document; "" = nothing.
[[nodiscard]] std::string schema_objection(const std::string& schema_file, const std::string& document);

}  // namespace muster::testing
