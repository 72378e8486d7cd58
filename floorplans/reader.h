// SPDX-License-Identifier: Apache-2.0
// Reads, heals and checks a floor-plan file (format: FORMAT.md, schema: plan.schema.json).
#pragma once

#include <cstdint>
#include <string>

#include "sim/base/finding.h"
#include "sim/model/building.h"

namespace muster::floorplans {

class JsonDocument;

[[nodiscard]] Checked<Building> read_floor_plan(const std::string& path);
[[nodiscard]] Checked<Building> read_floor_plan(const JsonDocument& document);

/// For an editor: what can be read of a plan even where it has errors, sealed. Parts that cannot be read are missing.
struct PlanInWork {
    Building building;
    Findings findings;
};
/// `none`: only what is needed for the building; the checks take most of the time of a furnished plan.
enum class PlanChecks : std::uint8_t { all, none };
[[nodiscard]] PlanInWork read_plan_in_work(const JsonDocument& document, PlanChecks checks = PlanChecks::all);

}  // namespace muster::floorplans
