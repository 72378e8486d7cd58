// SPDX-License-Identifier: Apache-2.0
// A proposed change as files: the plan and the scenario in the form their authors gave them, with the one thing
// changed.
#pragma once

#include <optional>
#include <string>

#include "floorplans/json_cursor.h"
#include "sim/planning/rectification.h"

namespace muster::rectify {

/// The base as read from its files.
struct BaseFiles {
    std::string plan_path, plan_text;
    std::string scenario_path, scenario_text;
    const floorplans::JsonDocument* scenario = nullptr;  // not null
    const World* world = nullptr;                        // not null
};

/// The greatest width up to the change's, by whole streams, that its wall has room for; empty when none is wider than
/// the opening is.
[[nodiscard]] std::optional<planning::WidenOpening> fitted_to_wall(const Building& building,
                                                                   planning::WidenOpening change);

/// Text of the changed plan; "" when no building follows, with `refusal`, an id in render/text.
struct ChangedPlan {
    std::string text;
    std::string refusal;
};
/// Pre: changes_plan(change).
[[nodiscard]] ChangedPlan changed_plan(const BaseFiles& base, const planning::Change& change);

/// The scenario for a file at `path`, with a change of orders (or none), and naming `plan` (relative to `path`; "" =
/// the base's).
[[nodiscard]] std::string changed_scenario(const BaseFiles& base, const planning::Change& change,
                                           const std::string& path, const std::string& plan);

}  // namespace muster::rectify
