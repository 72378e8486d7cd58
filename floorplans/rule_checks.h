// SPDX-License-Identifier: Apache-2.0
// `check` of a rule: a kind and its numbers. Internal to floorplans.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "floorplans/json_cursor.h"
#include "sim/planning/rule_pack.h"

namespace muster::floorplans {

/// Nothing (and a finding) when the kind is not known.
[[nodiscard]] std::optional<planning::RuleCheck> read_rule_check(const JsonCursor& json);
/// The kinds of checks, as rules name them.
[[nodiscard]] std::vector<std::string> rule_check_words();

}  // namespace muster::floorplans
