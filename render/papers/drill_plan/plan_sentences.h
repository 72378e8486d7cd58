// SPDX-License-Identifier: Apache-2.0
// What every paper of a plan says of it: what the real day comes to where somebody waits in it, and whether there are
// people enough for its posts.
#pragma once

#include <optional>

#include "render/document/document.h"
#include "render/text/catalogue.h"
#include "sim/planning/drill_plan.h"

namespace muster::papers {

/// For a plan in which somebody waits: that a real alarm has nobody wait, and what everybody at once comes to (or that
/// it was not run). First on the first page. Nothing: nobody waits, the plan is the real day.
[[nodiscard]] std::optional<document::Callout> real_day_box(const planning::DrillPlan& plan, const World& world,
                                                            const text::Catalogue& words);
/// Posts, adults there are, how many are lacking.
[[nodiscard]] std::string staffing_text(const planning::DrillPlan& plan, const text::Catalogue& words);

}  // namespace muster::papers
