// SPDX-License-Identifier: Apache-2.0
// Today's plan, everyone at once and the proposal side by side.
#pragma once

#include "render/document/document.h"
#include "render/text/catalogue.h"
#include "sim/planning/drill_plan.h"

namespace muster::papers {

/// Every clock, person-seconds over the density limit and people left inside, median (P5-P95), and the worst place.
[[nodiscard]] document::Table plan_variant_table(const planning::DrillPlan& plan, const World& world,
                                                 const text::Catalogue& words);

/// "231 (228–240)": median and P5 to P95.
[[nodiscard]] std::string spread_text(const std::optional<analysis::Spread>& spread, int decimals);

}  // namespace muster::papers
