// SPDX-License-Identifier: Apache-2.0
// Rule packs by name or by path, and a world held against them.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "render/papers/compliance/compliance_tables.h"
#include "sim/base/finding.h"
#include "sim/model/world.h"
#include "sim/planning/rule_pack.h"

namespace muster::commands {

/// The library's packs, by name, in alphabetical order.
[[nodiscard]] std::vector<std::string> library_packs();

/// Each a name of the library's or the path of a file; "all" = every pack of the library. No value when one is unknown
/// or has errors. `with_comparison`: the foreign packs of the library besides.
[[nodiscard]] Checked<std::vector<planning::RulePack>> load_rule_packs(const std::vector<std::string>& names,
                                                                       bool with_comparison);

/// Those of the library; without what is not to be found or has errors.
[[nodiscard]] std::vector<planning::RulePack> readable_packs(std::initializer_list<const char*> names);

/// Only the rules on the total widths of storeys, of the packs a report shows; without those that are not to be found.
[[nodiscard]] std::vector<planning::RulePack> storey_width_packs();

/// With the people of its scenario.
[[nodiscard]] papers::CodeCheck check_codes(const World& world, std::vector<planning::RulePack> packs);

}  // namespace muster::commands
