// SPDX-License-Identifier: Apache-2.0
// A class list put into a scenario. The list is the truth about classes: those it names are made or changed, those it
// does not name leave the scenario. Everybody else (staff, visitors) and all the rest of the scenario stay.
#pragma once

#include <string>
#include <vector>

#include "sim/model/world.h"
#include "tools/office/classes/class_list.h"

namespace muster::classes {

struct ClassImport {
    Scenario scenario;
    int added = 0, changed = 0, unchanged = 0;
    std::vector<Name> removed;  // classes of the scenario that the list does not name
    int groups_kept = 0;        // groups that are no classes
};

/// What a class keeps when the list leaves it open: room, stair, exit, door and spot it has in the scenario, as long as
/// its room stays; its profile, teachers and time to set off always. A new class takes these from its grade and from
/// the classes there are; what was assumed is a note. Classes without a room are errors, without a stair though they
/// sit upstairs, or without a spot, warnings.
[[nodiscard]] Checked<ClassImport> import_classes(const ClassList& list, const World& into);

}  // namespace muster::classes
