// SPDX-License-Identifier: Apache-2.0
// Form F17 (comparison of plans): rows, recommendation, and the document around them. Plain values in.
#pragma once

#include <string>
#include <vector>

#include "render/document/document.h"
#include "tools/store/rectification_file.h"

namespace muster::rectify {

enum class ComparisonVerdict : std::uint8_t { base, none, better, traded, worse, few };

/// One plan against the base; of the base itself, `gain` compares it with itself.
struct ComparedPlan {
    std::string name;                   // of the folder
    std::vector<std::string> changes;   // sentences, in the language of the document; empty: the same inputs
    std::vector<store::ItemGain> gain;  // of all_figures, base before, this one after
    std::string rules;                  // what became of the shortfalls; "" = not checked
    bool is_base = false;
    std::string picture_png{};  // of the storey of the base's worst bottleneck; "" = none
    std::string picture_level{};
    std::uint64_t picture_seed = 0;
};

struct PlanComparison {
    std::string school;
    double target_s = 120.0;  // everybody out, from the signal
    std::vector<std::uint64_t> seeds;
    bool dropped = false;  // some runs had no partner
    std::vector<ComparedPlan> plans;
};

[[nodiscard]] ComparisonVerdict verdict_of(const ComparedPlan& plan);
/// Index of the plan to recommend: one that is significantly better than the base and no trade, the safest first
/// (nobody left inside, target met, crowding, time); empty when none is.
[[nodiscard]] std::optional<std::size_t> recommended(const PlanComparison& comparison);

/// Form F17.
[[nodiscard]] document::Table comparison_table(const PlanComparison& comparison, text::Lang lang);
[[nodiscard]] document::Document comparison_document(const PlanComparison& comparison, text::Lang lang);

}  // namespace muster::rectify
