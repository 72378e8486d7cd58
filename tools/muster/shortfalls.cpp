// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/shortfalls.h"

#include <algorithm>

#include "sim/planning/compliance.h"
#include "tools/muster/rule_files.h"

namespace muster::commands {

int count_shortfalls(const World& world) {
    const auto packs = load_rule_packs({"gb50099", "gb50016", "gb55037"}, false);
    if (!packs) return -1;
    const planning::ComplianceResult result = planning::check_compliance(
        world.building, planning::people_in(world.building, &world.scenario.population), *packs.value);
    return static_cast<int>(std::count_if(result.lines.begin(), result.lines.end(),
                                          [](const planning::ComplianceLine& l) { return l.bad() && l.proposed; }));
}

}  // namespace muster::commands
