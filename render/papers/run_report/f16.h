// SPDX-License-Identifier: Apache-2.0
// Rows of form F16 (bottleneck analysis) and of the class table as cells of text; inside render/papers only.
#pragma once

#include <string>
#include <vector>

#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_input.h"
#include "render/text/language.h"

namespace muster::papers {

/// The seventeen columns of F16 in their order, then loss, waiting and pressure, which F16 lacks.
[[nodiscard]] std::vector<std::string> f16_header(text::Lang lang);
[[nodiscard]] std::vector<std::string> f16_row(const ReportInput& input, std::size_t index, text::Lang lang);

/// Number, level, name, room, persons, door, stair, exit, spot, and the four times from the signal.
[[nodiscard]] std::vector<std::string> class_row(const ReportInput& input, const ClassTimes& times, text::Lang lang);

/// Names of the groups, at most `most` of them, then how many there are.
[[nodiscard]] std::string group_names(const World& world, const std::vector<GroupId>& groups, std::size_t most,
                                      text::Lang lang);
/// "1200–1350", or "1200" for one run.
[[nodiscard]] std::string loss_range(const ReportInput& input, std::size_t index);

}  // namespace muster::papers
