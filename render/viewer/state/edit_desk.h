// SPDX-License-Identifier: Apache-2.0
// The plan on the drawing board: the edit, the tools, what the plan reader says of it (checked beside, on another
// thread), and the posted map under it.
#pragma once

#include <functional>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "render/viewer/edit/edit_tools.h"
#include "render/viewer/edit/plan_check.h"
#include "render/viewer/edit/underlay.h"

namespace muster::viewer {

/// What was kept of a plan when the program ended.
struct Autosaved {
    Building building;
    std::string file;
};

class EditDesk {
public:
    using Check = std::function<PlanCheck(const Building&)>;

    EditDesk(Building building, std::string path, Check check);

    PlanEdit edit;
    EditTools tools;
    std::string path;         // of the plan's file; "" = never saved
    bool begun_here = false;  // the plan is ours from its first line: it is saved to its own path
    std::optional<Underlay> underlay;
    std::optional<TwoPoints> underlay_points;  // waiting for their real distance

    std::optional<Autosaved> found;  // when the program ended the last time; not taken over yet

    /// Once a frame.
    void follow();
    [[nodiscard]] const std::vector<PlanFinding>& findings() const { return findings_; }
    /// The findings are those of the building as it is now.
    [[nodiscard]] bool checked() const { return checked_ == edit.revision(); }
    /// What a run would use; nullptr while there are errors.
    [[nodiscard]] const Building* healed() const { return healed_ ? &*healed_ : nullptr; }

    /// Edited since the last autosave, and time to do it; once.
    [[nodiscard]] bool autosave_due(double passed_s);

private:
    Check check_;
    std::future<PlanCheck> under_way_;
    std::uint64_t checking_ = 0, checked_ = 0, kept_ = 0;
    double since_change_s_ = 0.0;
    std::vector<PlanFinding> findings_;
    std::optional<Building> healed_;
};

/// Beside the plan: what is kept without being asked, in case the power fails.
[[nodiscard]] std::string autosave_path(const std::string& plan_path);

}  // namespace muster::viewer
