// SPDX-License-Identifier: Apache-2.0
// The report of muster plan as a document: the real day where somebody waits, what is proposed and whether it is
// better, the variants side by side, the storeys with the ways of the classes, F2 to F4, and how far the quick model
// was off.
#pragma once

#include <string>

#include "render/papers/forms/forms.h"
#include "sim/planning/drill_plan.h"

namespace muster::papers {

/// Refers to what the command holds.
struct PlanPapers {
    const planning::DrillPlan& plan;
    const World& proposal;  // with the routes and delays that are written down
    const World& today;
    const FormInput& forms;        // of its runs
    double network_today_s = 0.0;  // last out of what the proposal is held against, by the queue network
};

[[nodiscard]] document::Document plan_report(const PlanPapers& papers, text::Lang lang);
/// F2 to F4 as tables.
[[nodiscard]] std::vector<document::Table> plan_forms(const PlanPapers& papers, text::Lang lang);
/// Whether the proposal is better, in one or two sentences.
[[nodiscard]] std::string plan_verdict_text(const PlanPapers& papers, text::Lang lang);
/// plan.json, schema in tools' documentation: keys as in sim/planning/drill_plan.h, ids of the scenario and plan.
[[nodiscard]] std::string plan_json(const PlanPapers& papers);

}  // namespace muster::papers
