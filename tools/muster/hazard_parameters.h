// SPDX-License-Identifier: Apache-2.0
// What a fire or an earthquake run assumes, with where each figure is from, for the report.
#pragma once

#include <vector>

#include "render/papers/run_report/report_input.h"
#include "sim/model/world.h"

namespace muster::commands {

/// Nothing for runs without either.
[[nodiscard]] std::vector<papers::ParameterRow> hazard_parameters(const World& world);

}  // namespace muster::commands
