// SPDX-License-Identifier: Apache-2.0
// Taking things out of a building with all that cannot be without them: a space with its openings and furniture, a
// level with its spaces, a flight's opening with the flight.
#pragma once

#include <vector>

#include "render/viewer/edit/edit_types.h"

namespace muster::viewer {

[[nodiscard]] Edited remove_objects(Building building, const std::vector<ObjectRef>& objects);

}  // namespace muster::viewer
