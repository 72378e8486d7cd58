// SPDX-License-Identifier: Apache-2.0
// The building of the floor-plan format's page, a scenario for it, and reading both from text.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "floorplans/json_cursor.h"
#include "scenarios/reader.h"
#include "tests/support/building_builder.h"

namespace muster::scenarios {

/// Two storeys: room r1, corridor c1 and a yard below, room r2 and corridor c2 above, stair ST1 between the corridors.
Building small_site();

/// A scenario for small_site(); `people` and `more` (members, each with its comma before it) go in.
std::string scenario_text(const std::string& people, const std::string& more = "");
/// One class in r1.
std::string one_class(const std::string& more = "");

Checked<Scenario> read_scenario_text(const std::string& text, const Building& site, const RiskMap& map = {});
Checked<RiskMap> read_risk_text(const std::string& text, const Building& site);

/// How many findings have this code.
long count(const Findings& findings, const std::string& code);
std::string codes(const Findings& findings);
const Finding& first(const Findings& findings, const std::string& code);

}  // namespace muster::scenarios
