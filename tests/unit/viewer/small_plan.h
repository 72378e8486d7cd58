// SPDX-License-Identifier: Apache-2.0
// Plans drawn with the editor's own operations: two rooms of 9 x 7 m with a corridor north of them, walls of 0.24 m.
#pragma once

#include <string>

#include "render/viewer/edit/edit_levels.h"
#include "render/viewer/edit/edit_openings.h"
#include "render/viewer/edit/edit_spaces.h"
#include "render/viewer/edit/plan_check.h"

namespace muster::viewer {

inline Building two_rooms_and_corridor() {
    Building b = new_plan({"新建", "New"});
    b = *add_space(b, LevelId{0}, rectangle({0, 0}, {9, 7}), {}).building;
    b = *add_space(b, LevelId{0}, rectangle({9.24, 0}, {18.24, 7}), {}).building;
    return *add_space(b, LevelId{0}, rectangle({0, 7.24}, {18.24, 9.64}), {SpaceUse::corridor}).building;
}

/// With a door to either room and an exit: nothing is wrong with it.
inline Building plan_with_door() {
    Building b = two_rooms_and_corridor();
    b = *add_opening(b, LevelId{0}, {4.0, 7.1}, {1.0}).building;
    b = *add_opening(b, LevelId{0}, {14.0, 7.1}, {1.0}).building;
    return *add_opening(b, LevelId{0}, {18.24, 8.4}, {1.5, OpeningKind::door, Leaf::double_leaf}).building;
}

/// A line a finding, to compare and to print.
inline std::string listing(const PlanCheck& check) {
    std::string out;
    for (const PlanFinding& f : check.findings) out += f.finding.code + " " + f.finding.pointer + "\n";
    return out;
}

}  // namespace muster::viewer
