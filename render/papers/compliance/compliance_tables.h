// SPDX-License-Identifier: Apache-2.0
// Rows of a compliance check as cells: for the terminal, for CSV, and for the page.
#pragma once

#include <string>
#include <vector>

#include "render/document/csv_writer.h"
#include "render/text/compliance_words.h"

namespace muster {

/// A plan held against building codes, for the report of a run.
struct CodeCheck {
    std::vector<RulePack> packs;
    ComplianceResult result;
};

/// Storey, item, clause, persons, per 100, reading, required, 80 % line, actual, ratio, verdict; heading first.
[[nodiscard]] std::vector<CsvRow> storey_rows(const ComplianceText& text);
/// Storey, item, persons, actual, what each foreign code requires with its ratio; heading first. Heading only when no
/// pack of comparison was given.
[[nodiscard]] std::vector<CsvRow> panel_rows(const ComplianceText& text);
/// Verdict, where, item, required, actual, clause, note; heading first.
[[nodiscard]] std::vector<CsvRow> line_rows(const ComplianceText& text,
                                            const std::vector<const ComplianceLine*>& lines);

/// Every line with all there is to say of it: for Excel and WPS (UTF-8 with BOM, CRLF).
[[nodiscard]] std::string compliance_csv(const ComplianceText& text);

/// One self-contained A4 page.
[[nodiscard]] std::string compliance_html(const ComplianceText& text);
/// Only the tables of storey widths, for a report that has a page already.
[[nodiscard]] std::string storey_widths_html(const ComplianceText& text);

}  // namespace muster
