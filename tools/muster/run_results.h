// SPDX-License-Identifier: Apache-2.0
// From a finished batch to the files of a results folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "render/papers/run_report/report_input.h"
#include "render/text/language.h"
#include "tools/store/results_folder.h"

namespace muster::commands {

struct FinishedRun {
    std::vector<papers::InputFile> inputs;
    const Findings& findings;
    const analysis::Ensemble& ensemble;
    const Trace& trace;
    std::vector<papers::RunFacts> facts;
    std::optional<analysis::ConvergenceState> convergence;  // when runs were added until they converged
    std::string command_line;
    std::optional<papers::AssumptionBand> band{};
};

/// Refers to what `finished` refers to.
[[nodiscard]] papers::ReportInput report_input(FinishedRun finished);

/// "report.zh-CN.html", "report.en.html".
[[nodiscard]] std::string report_name(text::Lang lang);

/// The report in one language and its maps/.
void write_report(const papers::ReportInput& input, text::Lang lang, const std::filesystem::path& folder);

/// All but trajectory.sqlite and events.jsonl, which are written as the run goes.
void write_results(const papers::ReportInput& input, const std::vector<text::Lang>& languages,
                   const store::ResultsFolder& folder);

/// Of the machine's clock, YYYY-MM-DD.
[[nodiscard]] std::string today();
/// HH:MM:SS.
[[nodiscard]] std::string time_of_day();

/// The motion model's parameters as these settings make them, in words.
[[nodiscard]] std::vector<papers::ParameterRow> parameters_of(const RunSettings& run);

}  // namespace muster::commands
