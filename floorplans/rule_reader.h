// SPDX-License-Identifier: Apache-2.0
// Reads a rule pack (format: FORMAT.md, "Rule packs"; schema: rules.schema.json; those of the library: rules/*.json).
#pragma once

#include <string>

#include "sim/base/finding.h"
#include "sim/planning/rule_pack.h"

namespace muster::floorplans {

class JsonDocument;

[[nodiscard]] Checked<planning::RulePack> read_rule_pack(const std::string& path);
[[nodiscard]] Checked<planning::RulePack> read_rule_pack(const JsonDocument& document);

}  // namespace muster::floorplans
