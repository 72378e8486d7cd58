// SPDX-License-Identifier: Apache-2.0
// Reads, heals and checks a floor-plan file (format: FORMAT.md, schema: plan.schema.json).
#pragma once

#include <string>

#include "sim/base/finding.h"
#include "sim/model/building.h"

namespace muster {

class JsonDocument;

[[nodiscard]] Checked<Building> read_floor_plan(const std::string& path);
[[nodiscard]] Checked<Building> read_floor_plan(const JsonDocument& document);

}  // namespace muster
