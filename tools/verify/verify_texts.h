// SPDX-License-Identifier: Apache-2.0
// Results of the catalogue as text: for a terminal, as Markdown, as JSON, as a page.
#pragma once

#include <string>
#include <vector>

#include "render/document/document.h"
#include "render/papers/run_report/report_input.h"
#include "render/text/catalogue.h"
#include "tools/verify/suite_run.h"

namespace muster::verify {

/// How and where a suite was run.
struct SuiteFacts {
    std::string version;  // of the program
    std::string machine;  // processor and number of cores
    std::string date;     // ISO 8601
    Tier tier = Tier::normal;
    double wall_s = 0.0;
    std::vector<papers::ParameterRow> parameters;  // of the motion model
};

/// "expected_failure": stable, for JSON.
[[nodiscard]] std::string_view verdict_id(TestVerdict verdict);
[[nodiscard]] std::string verdict_word(TestVerdict verdict, const text::Catalogue& words);
/// A sign that reads without colour: "✓", "✗", ...
[[nodiscard]] std::string_view verdict_sign(TestVerdict verdict);
/// Ours, or what went wrong, or why it was not run.
[[nodiscard]] std::string figure_text(const TestResult& result, const text::Catalogue& words);
/// "41 passed, 3 failed, ..."; verdicts without a row are left out.
[[nodiscard]] std::string totals_text(const std::vector<TestResult>& results, const text::Catalogue& words);

/// One line per test, columns aligned, `columns` wide.
[[nodiscard]] std::string results_table(const std::vector<TestResult>& results, const text::Catalogue& words,
                                        std::size_t columns);
/// Everything about each test that is not a plain pass.
[[nodiscard]] std::string results_remarks(const std::vector<TestResult>& results, const text::Catalogue& words);
[[nodiscard]] std::string results_markdown(const std::vector<TestResult>& results, const SuiteFacts& facts);
[[nodiscard]] std::string results_json(const std::vector<TestResult>& results, const SuiteFacts& facts);
[[nodiscard]] document::Document results_page(const std::vector<TestResult>& results, const SuiteFacts& facts,
                                              text::Lang lang);

}  // namespace muster::verify
