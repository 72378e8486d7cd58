// SPDX-License-Identifier: Apache-2.0
// Rule packs by name or by path.
#pragma once

#include <string>
#include <vector>

#include "sim/base/finding.h"
#include "sim/planning/rule_pack.h"

namespace muster {

/// The library's packs, by name, in alphabetical order.
[[nodiscard]] std::vector<std::string> library_packs();

/// Each a name of the library's or the path of a file; "all" = every pack of the library. No value when one is unknown
/// or has errors. `with_comparison`: the foreign packs of the library besides.
[[nodiscard]] Checked<std::vector<RulePack>> load_rule_packs(const std::vector<std::string>& names,
                                                             bool with_comparison);

/// Only the rules on the total widths of storeys, of the packs a report shows; without those that are not to be found.
[[nodiscard]] std::vector<RulePack> storey_width_packs();

}  // namespace muster
