// SPDX-License-Identifier: Apache-2.0
// From proposals and what their runs showed to the rows of items.json: words, figures, significance, ranks.
#pragma once

#include <string>
#include <vector>

#include "sim/planning/rectification.h"
#include "tools/store/rectification_file.h"

namespace muster::rectify {

struct ItemInputs {
    const World* world = nullptr;                                    // not null; the base
    const std::vector<analysis::Bottleneck>* bottlenecks = nullptr;  // not null; of the base, ranked
    const planning::ComplianceResult* compliance = nullptr;          // not null; may hold no lines
    const std::vector<planning::RulePack>* packs = nullptr;          // not null; those of the lines
    std::size_t runs = 0;
};

/// Without gain, rank and files.
[[nodiscard]] store::RectificationItem item_of(const planning::Proposal& proposal, const ItemInputs& inputs);

/// "ST_W_1a_foot.clear_way": for names of files. Anything but letters, digits, - and _ becomes _.
[[nodiscard]] std::string file_stem(const store::RectificationItem& item);

/// Fills significance over all simulated items, then sorts: significant ones first, by crowding taken away, then by the
/// 95th percentile of the way out; then estimated ones, the rest of the simulated, and what was not run.
void judge_and_rank(std::vector<store::RectificationItem>& items);

}  // namespace muster::rectify
