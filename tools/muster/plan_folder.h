// SPDX-License-Identifier: Apache-2.0
// What muster plan leaves behind: plan.json, the report in each language, tables F2 to F4 as CSV.
#pragma once

#include <vector>

#include "render/papers/drill_plan/plan_report.h"
#include "tools/muster/terminal/console.h"
#include "tools/store/results_folder.h"

namespace muster::commands {

/// Throws OutputError.
void write_plan_folder(const papers::PlanPapers& papers, const std::vector<text::Lang>& languages,
                       const store::ResultsFolder& folder);
/// The variants side by side, and whether the proposal is better.
void print_plan_summary(const papers::PlanPapers& papers, const Console& console);

}  // namespace muster::commands
