// SPDX-License-Identifier: Apache-2.0
// The tables of a drill plan: F2 routes and order by class, F3 posts, F4 timeline, and the variants side by side. What
// only a person may fill (names of guides) stays blank and marked.
#pragma once

#include "render/document/document.h"
#include "render/text/catalogue.h"
#include "sim/planning/drill_plan.h"

namespace muster {

/// `world` is that of the proposal: groups and places are named by it.
[[nodiscard]] Table plan_class_table(const DrillPlan& plan, const World& world, const Catalogue& words);
[[nodiscard]] Table plan_post_table(const DrillPlan& plan, const World& world, const Catalogue& words);
[[nodiscard]] Table plan_timeline_table(const DrillPlan& plan, const World& world, const Catalogue& words);
/// Every clock, person-seconds over the density limit and people left inside, median (P5-P95), and the worst place.
[[nodiscard]] Table plan_variant_table(const DrillPlan& plan, const World& world, const Catalogue& words);

/// "Stair W, first landing": where a guide stands.
[[nodiscard]] std::string place_of_post(const GuidePost& post, const World& world, Lang lang);
[[nodiscard]] std::string spread_text(const std::optional<Spread>& spread, int decimals);

}  // namespace muster
