// SPDX-License-Identifier: Apache-2.0
// The red boxes of a first page: who does not get out, and where the danger line is crossed. A paper that has one is
// not offered for approval.
#pragma once

#include <optional>
#include <string>

#include "render/document/document.h"
#include "render/papers/run_report/report_input.h"
#include "render/text/catalogue.h"

namespace muster::papers {

/// "What held them: ...": the first places, of each the run that held most there, as in the list of places and in F16.
/// Pre: some run left somebody.
[[nodiscard]] std::string held_sentence(const ReportInput& input, const text::Catalogue& words);
/// Empty when everybody got out in every run.
[[nodiscard]] std::optional<document::Callout> held_box(const ReportInput& input, const text::Catalogue& words);
/// Places over the danger line (analysis/bottlenecks.h), densest first; empty when there is none.
[[nodiscard]] std::optional<document::Callout> danger_box(const ReportInput& input, const text::Catalogue& words);
/// Neither box.
[[nodiscard]] bool may_be_approved(const ReportInput& input);

}  // namespace muster::papers
