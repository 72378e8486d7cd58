// SPDX-License-Identifier: Apache-2.0
// A proposed change as files: the plan and the scenario in the form their authors gave them, with the one thing
// changed.
#pragma once

#include <string>

#include "floorplans/json_cursor.h"
#include "sim/planning/rectification.h"

namespace muster {

/// The base as read from its files.
struct BaseFiles {
    std::string plan_path, plan_text;
    std::string scenario_path, scenario_text;
    const JsonDocument* scenario = nullptr;  // not null
    const World* world = nullptr;            // not null
};

/// Text of the changed plan; "" when no building follows, with `refusal`, an id in render/text.
struct ChangedPlan {
    std::string text;
    std::string refusal;
};
/// Pre: changes_plan(change).
[[nodiscard]] ChangedPlan changed_plan(const BaseFiles& base, const Change& change);

/// The scenario for a file at `path`, with a change of orders (or none), and naming `plan` (relative to `path`; "" =
/// the base's).
[[nodiscard]] std::string changed_scenario(const BaseFiles& base, const Change& change, const std::string& path,
                                           const std::string& plan);

}  // namespace muster
