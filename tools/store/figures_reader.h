// SPDX-License-Identifier: Apache-2.0
// Figures of every replication of a results folder, from its summary.json: what runs are compared by. Only the first
// replication is stored whole.
#pragma once

#include <string>
#include <vector>

#include "sim/analysis/run_figures.h"
#include "sim/base/finding.h"
#include "sim/model/world.h"

namespace muster::store {

/// `world`: of the folder. Findings: those of JSON, and stored.no_figures for a folder of an older version.
[[nodiscard]] Checked<std::vector<analysis::RunFigures>> read_figures(const std::string& folder, const World& world);

}  // namespace muster::store
