// SPDX-License-Identifier: Apache-2.0
// A building for traces written by hand: rooms r1 and r2 on a corridor c1, with the way out "north" to the yard.
#pragma once

#include "tests/support/building_builder.h"

namespace muster::analysis {

inline testing::BuildingBuilder rooms_on_a_corridor() {
    testing::BuildingBuilder b;
    b.level("F1")
        .room("r1", {{0, 0}, {8, 6}})
        .room("r2", {{0, 6.2}, {8, 12}})
        .corridor("c1", {{8.2, 0}, {11.2, 20}})
        .yard("yard", {{-20, 20.2}, {40, 50}})
        .door("d1", "r1", "c1", {{8.1, 2.5}, {8.1, 3.5}})
        .door("d2", "r2", "c1", {{8.1, 8.5}, {8.1, 9.5}})
        .door("north", "c1", "yard", {{9.0, 20.1}, {10.5, 20.1}});
    return b;
}

}  // namespace muster::analysis
