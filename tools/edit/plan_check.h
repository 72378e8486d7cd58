// SPDX-License-Identifier: Apache-2.0
// What the plan reader says of a building that is being edited: written as a file would be, and read again.
#pragma once

#include "render/viewer/edit/plan_check.h"

namespace muster::edit {

[[nodiscard]] viewer::PlanCheck recheck(const Building& building);

}  // namespace muster::edit
