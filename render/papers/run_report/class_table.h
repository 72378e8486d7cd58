// SPDX-License-Identifier: Apache-2.0
// Every group of the first seed: place, route, times from the signal; for the report and for classes.csv.
#pragma once

#include "render/document/document.h"
#include "render/papers/run_report/report_input.h"

namespace muster::papers {

/// Cells of what is not known are empty. Headings only when there is no trace.
[[nodiscard]] document::Table class_table(const ReportInput& input, text::Lang lang);

}  // namespace muster::papers
