// SPDX-License-Identifier: Apache-2.0
// Rows of a compliance check as cells: for the terminal, for CSV, and for the page.
#pragma once

#include <string>
#include <vector>

#include "render/document/csv_writer.h"
#include "render/text/compliance_words.h"

namespace muster::papers {

/// A plan held against building codes, for the report of a run.
struct CodeCheck {
    std::vector<planning::RulePack> packs;
    planning::ComplianceResult result;
};

/// Storey, item, clause, persons, per 100, reading, required, 80 % line, actual, ratio, verdict; heading first.
[[nodiscard]] std::vector<document::CsvRow> storey_rows(const text::ComplianceText& text);
/// Storey, item, persons, actual, what each foreign code requires with its ratio; heading first. Heading only when no
/// pack of comparison was given.
[[nodiscard]] std::vector<document::CsvRow> panel_rows(const text::ComplianceText& text);
/// Verdict, where, item, required, actual, clause, note; heading first.
[[nodiscard]] std::vector<document::CsvRow> line_rows(const text::ComplianceText& text,
                                                      const std::vector<const planning::ComplianceLine*>& lines);

/// Every line with all there is to say of it: for Excel and WPS (UTF-8 with BOM, CRLF).
[[nodiscard]] std::string compliance_csv(const text::ComplianceText& text);

/// One self-contained A4 page.
[[nodiscard]] std::string compliance_html(const text::ComplianceText& text);
/// Only the tables of storey widths, for a report that has a page already.
[[nodiscard]] std::string storey_widths_html(const text::ComplianceText& text);

}  // namespace muster::papers
