// SPDX-License-Identifier: Apache-2.0
// summary.json: what programs read about a run. Its members people, clocks_s, clocks_s_p5, clocks_s_p95, runs,
// bottlenecks, inputs and version are a contract; the rest may grow.
#pragma once

#include <string>

#include "render/papers/run_report/report_input.h"

namespace muster::papers {

/// Clocks are seconds from the start of the run, null where a clock never stopped in some run; medians over the runs,
/// with clocks_s_p5 and clocks_s_p95 beside them when there are several. People are those of the run that left most
/// inside, so that the head count never looks better than the worst run.
[[nodiscard]] std::string summary_json(const ReportInput& input);

}  // namespace muster::papers
