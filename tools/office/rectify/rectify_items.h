// SPDX-License-Identifier: Apache-2.0
// From proposals and what their runs showed to the rows of items.json: words, figures, significance, ranks.
#pragma once

#include <string>
#include <vector>

#include "sim/planning/rectification.h"
#include "tools/store/rectification_file.h"

namespace muster {

struct ItemInputs {
    const World* world = nullptr;                          // not null; the base
    const std::vector<Bottleneck>* bottlenecks = nullptr;  // not null; of the base, ranked
    const ComplianceResult* compliance = nullptr;          // not null; may hold no lines
    const std::vector<RulePack>* packs = nullptr;          // not null; those of the lines
    std::size_t runs = 0;
};

/// Without gain, rank and files.
[[nodiscard]] RectificationItem item_of(const Proposal& proposal, const ItemInputs& inputs);

/// "ST_W_1a_foot.clear_way": for names of files. Anything but letters, digits, - and _ becomes _.
[[nodiscard]] std::string file_stem(const RectificationItem& item);

/// Fills significance over all simulated items, then sorts: significant ones first, by crowding taken away, then by the
/// 95th percentile of the way out; then estimated ones, the rest of the simulated, and what was not run.
void judge_and_rank(std::vector<RectificationItem>& items);

}  // namespace muster
