// SPDX-License-Identifier: Apache-2.0
// Reads scenario and risk-map files (format: FORMAT.md) and puts a whole World together.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/base/finding.h"
#include "sim/model/world.h"

namespace muster::floorplans {
class JsonDocument;
}  // namespace muster::floorplans

namespace muster::scenarios {

[[nodiscard]] Checked<RiskMap> read_risk_map(const floorplans::JsonDocument& document, const Building& building);
[[nodiscard]] Checked<Scenario> read_scenario(const floorplans::JsonDocument& document, const Building& building,
                                              const RiskMap& risk_map);

struct LoadedWorld {
    std::shared_ptr<const World> world;
    std::vector<std::string> files;  // as opened: scenario, plan, then what else there is
};

/// Scenario file -> the plan and risk map it names (relative to it) -> readers -> validate. Findings of all files.
/// `other_plan`: this plan file instead of the one it names, such as the plan after a rebuilding; "" = its own.
[[nodiscard]] Checked<LoadedWorld> load_world(const std::string& scenario_path, const std::string& other_plan = {});

/// "plan", "risk_map", "scenario" or "" by the member `format` of the document's root.
[[nodiscard]] std::string format_of(const floorplans::JsonDocument& document);

/// The profiles that scenarios may name without defining them, with their sources.
[[nodiscard]] std::vector<Profile> standard_profiles();

}  // namespace muster::scenarios
