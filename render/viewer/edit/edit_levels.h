// SPDX-License-Identifier: Apache-2.0
// Storeys, and a plan to begin with.
#pragma once

#include "render/viewer/edit/edit_types.h"

namespace muster::viewer {

/// An empty plan with the ground floor.
[[nodiscard]] Building new_plan(const Name& name);

/// Above the highest level (or below the lowest), empty.
[[nodiscard]] Edited add_level(Building building, double height_m, bool below = false);

struct LevelChange {
    std::optional<Name> name{};
    std::optional<double> elevation_m{};
    std::optional<int> storey{};
};
[[nodiscard]] Edited change_level(Building building, LevelId level, const LevelChange& change);

/// The highest storey once more on top of itself: rooms, doors between them, furniture, fixtures, windows, and the
/// stairs that lead up to it as stairs that lead on. Ids and room numbers follow the storey's number. Grounds, assembly
/// areas and ways outdoors are not copied.
[[nodiscard]] Edited duplicate_storey(Building building, LevelId level, double height_m);

}  // namespace muster::viewer
