// SPDX-License-Identifier: Apache-2.0
// The columns of form F16 (bottleneck analysis), defined once for the report, the CSV file and the form to sign.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/document/named_columns.h"
#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_input.h"

namespace muster::papers {

/// What only a check against the codes can say of a bottleneck; empty cells otherwise.
struct CodeCells {
    document::Cell needed, ratio, judgement;
};

/// What a row is about.
struct BottleneckRow {
    const ReportInput& input;
    std::size_t index = 0;  // in the ensemble's bottlenecks
    const text::Catalogue& words;
    std::size_t max_groups = 0;  // named; then how many there are
    CodeCells code{};

    [[nodiscard]] const analysis::Bottleneck& place() const { return input.ensemble->bottlenecks[index]; }
};
using BottleneckColumn = document::NamedColumn<BottleneckRow>;

/// All there are. What a check or a comparison is to say later is FilledBy::later; a form gives it to a person.
[[nodiscard]] std::span<const BottleneckColumn> bottleneck_columns();
/// Those of F16 in the order of the form; `place`: which of the columns that say where.
[[nodiscard]] std::vector<BottleneckColumn> f16_in_order(std::string_view place);
/// What a page shows: without the columns about who was kept inside where nobody was.
void leave_out_held(std::vector<BottleneckColumn>& columns, const analysis::Ensemble& ensemble);

/// Names of the groups, at most `most` of them, then how many there are.
[[nodiscard]] std::string group_names(const World& world, const std::vector<GroupId>& groups, std::size_t most,
                                      text::Lang lang);
/// "1200–1350"; "" for one run.
[[nodiscard]] std::string loss_range(const ReportInput& input, std::size_t index);

}  // namespace muster::papers
