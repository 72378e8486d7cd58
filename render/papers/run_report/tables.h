// SPDX-License-Identifier: Apache-2.0
// The tables of a results folder as CSV files (document/csv_writer.h).
#pragma once

#include <string>
#include <vector>

#include "render/papers/run_report/report_input.h"
#include "render/text/language.h"

namespace muster::papers {

/// Form F16, all bottlenecks, worst first. Columns that only a rule check or a comparison can fill stay empty.
[[nodiscard]] std::string bottlenecks_csv(const ReportInput& input, text::Lang lang);
/// Every group of the first seed: place, route, times from the signal. Header only when there is no trace.
[[nodiscard]] std::string classes_csv(const ReportInput& input, text::Lang lang);

}  // namespace muster::papers
