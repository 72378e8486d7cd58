// SPDX-License-Identifier: Apache-2.0
// What the terminal says at the end of a run: the four clocks, the worst bottlenecks, who is not out and why.
#pragma once

#include <string>

#include "render/papers/run_report/report_input.h"
#include "tools/muster/terminal/console.h"

namespace muster::commands {

[[nodiscard]] std::string summary_text(const papers::ReportInput& input, const Console& console);

/// Why the run does not count as good: somebody not accounted for or not out, in any replication. "" = all are.
[[nodiscard]] std::string shortfall_text(const papers::ReportInput& input, const Console& console);

}  // namespace muster::commands
