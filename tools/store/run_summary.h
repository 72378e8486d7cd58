// SPDX-License-Identifier: Apache-2.0
// summary.json and bottlenecks.json of a results folder, written and read (FORMAT.md; what is read back is described in
// run_rows.h). Members of a summary that programs rely on: people, clocks_s, clocks_s_p5, clocks_s_p95, runs,
// bottlenecks, inputs and version; the rest may grow.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/finding.h"
#include "tools/store/run_rows.h"

namespace muster::store {

inline constexpr const char* summary_file = "summary.json";
inline constexpr const char* bottlenecks_file = "bottlenecks.json";

/// Clocks are seconds from the start of the run, null where a clock never stopped in some run; medians over the runs,
/// with clocks_s_p5 and clocks_s_p95 beside them when there are several. People are those of the run that left most
/// inside, so that the head count never looks better than the worst run.
[[nodiscard]] std::string summary_json(const papers::ReportInput& input);
/// All bottlenecks, with their flow over time.
[[nodiscard]] std::string bottlenecks_json(const papers::ReportInput& input);

struct RunSummary {
    SummaryHead head;
    RunMode mode = RunMode::drill;
    Assumption assumption = Assumption::quick;
    std::vector<RunRow> runs;
    std::vector<papers::InputFile> inputs;
};

/// What was read, nothing where the file is no JSON; and what is wrong with it: an older program's file lacks members,
/// a stranger's nearly all. Whoever reads asks for what he needs.
template <class Content>
struct ReadBack {
    std::optional<Content> content;
    Findings findings;
};
/// Those of the findings that are about one of `members`, wherever it stands: "falls", "plan/name".
[[nodiscard]] Findings about(const Findings& findings, std::initializer_list<std::string_view> members);

[[nodiscard]] ReadBack<RunSummary> read_summary(const std::string& folder);
[[nodiscard]] ReadBack<std::vector<BottleneckRow>> read_bottlenecks(const std::string& folder);

}  // namespace muster::store
