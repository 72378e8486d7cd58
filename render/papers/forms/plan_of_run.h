// SPDX-License-Identifier: Apache-2.0
// The drill plan that a run was: what each class was told, what it did where it was free to choose, and where guides
// are needed. For documents of a run nobody proposed a plan for.
#pragma once

#include "render/papers/run_report/report_input.h"
#include "sim/planning/drill_plan.h"

namespace muster::papers {

/// Pre: input.trace is not null. Predicted times of classes are those of the trace; posts have the ensemble's figures.
[[nodiscard]] planning::DrillPlan plan_of_run(const ReportInput& input);

}  // namespace muster::papers
