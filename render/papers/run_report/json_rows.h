// SPDX-License-Identifier: Apache-2.0
// Names, numbers and whole documents as JSON for programs.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "sim/model/name.h"

namespace muster::papers {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json name_json(const Name& name);
/// Rounded to `decimals`, so that files stay legible; not finite = null.
[[nodiscard]] Json number_json(double value, int decimals);
/// Indented text ending in a line feed; bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string json_text(const Json& json);

}  // namespace muster::papers
