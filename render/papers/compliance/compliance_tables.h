// SPDX-License-Identifier: Apache-2.0
// Lines of a compliance check as tables: for the terminal, for CSV, for pages and forms.
#pragma once

#include <string>
#include <vector>

#include "render/document/document.h"
#include "render/text/compliance_words.h"

namespace muster::papers {

/// A plan held against building codes, for the report of a run.
struct CodeCheck {
    std::vector<planning::RulePack> packs;
    planning::ComplianceResult result;
};

/// Storey, item, clause, persons, per 100, reading, required, 80 % line, actual, ratio, verdict.
[[nodiscard]] document::Table storey_table(const text::ComplianceText& text);
/// Storey, item, persons, actual, what each foreign code requires with its ratio. No rows when no pack of comparison
/// was given.
[[nodiscard]] document::Table panel_table(const text::ComplianceText& text);
/// Verdict, where, item, required, actual, clause, note.
[[nodiscard]] document::Table line_table(const text::ComplianceText& text,
                                         const std::vector<const planning::ComplianceLine*>& lines);
/// Each rule used, with where its figures come from.
[[nodiscard]] document::Table rule_table(const text::ComplianceText& text);

/// Every line with all there is to say of it: for Excel and WPS (UTF-8 with BOM, CRLF).
[[nodiscard]] std::string compliance_csv(const text::ComplianceText& text);

}  // namespace muster::papers
