// SPDX-License-Identifier: Apache-2.0
// What the plan reader says of a building that is being edited.
#pragma once

#include <optional>
#include <vector>

#include "render/viewer/edit/edit_types.h"
#include "sim/base/finding.h"

namespace muster::viewer {

/// A finding and the thing of the edited building it is about, so that a click goes to the place.
struct PlanFinding {
    Finding finding;
    ObjectRef object;
    LevelId level;  // not valid for what concerns the whole plan
    Vec2 at;
};

struct PlanCheck {
    std::optional<Building> healed;  // as a run would have it; none when there are errors
    std::vector<PlanFinding> findings;
};

}  // namespace muster::viewer
