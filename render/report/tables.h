// SPDX-License-Identifier: Apache-2.0
// The tables of a results folder as files: CSV for Excel and WPS (UTF-8 with BOM, CRLF, every cell quoted), JSON.
#pragma once

#include <string>
#include <vector>

#include "render/report/report_input.h"
#include "render/text/language.h"

namespace muster {

/// Form F16, all bottlenecks, worst first. Columns that only a rule check or a comparison can fill stay empty.
[[nodiscard]] std::string bottlenecks_csv(const ReportInput& input, Lang lang);
[[nodiscard]] std::string bottlenecks_json(const ReportInput& input);
/// Every group of the first seed: place, route, times from the signal. Header only when there is no trace.
[[nodiscard]] std::string classes_csv(const ReportInput& input, Lang lang);

using CsvRow = std::vector<std::string>;
/// Text that a spreadsheet would take for a formula (= + - @ tab at its beginning) gets an apostrophe before it;
/// numbers stay as they are.
[[nodiscard]] std::string csv_text(const std::vector<CsvRow>& rows);

}  // namespace muster
