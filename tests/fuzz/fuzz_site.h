// SPDX-License-Identifier: Apache-2.0
// The fixed small site that fuzzed scenarios and risk maps are about: two rooms, a corridor, a stair, a yard.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "floorplans/json_cursor.h"
#include "scenarios/reader.h"
#include "tests/support/building_builder.h"

namespace muster::testing {

inline Building fuzz_site() {
    static const Building site = BuildingBuilder("fuzz")
                                     .level("F1")
                                     .room("r1", {{0, 0}, {9, 7}})
                                     .corridor("c1", {{0, 7.24}, {9, 9.64}})
                                     .yard("yard", {{9.24, 0}, {40, 30}})
                                     .room("s1", {{-4, 7.24}, {-0.06, 9.64}}, SpaceUse::stair_flight)
                                     .level("F2", 3.6, 2)
                                     .corridor("c2", {{-12, 7.24}, {-4.06, 9.64}})
                                     .door("d1", "r1", "c1", {{7.5, 7.12}, {8.5, 7.12}})
                                     .door("e1", "c1", "yard", {{9.12, 7.7}, {9.12, 9.2}})
                                     .door("foot", "c1", "s1", {{-0.03, 7.3}, {-0.03, 9.1}}, OpeningKind::flight_end)
                                     .door("head", "s1", "c2", {{-4.03, 7.3}, {-4.03, 9.1}}, OpeningKind::flight_end)
                                     .flight("s1", {"ST1", "foot", "head", 24})
                                     .obstacle("cupboard", "r1", Box{{0.1, 5}, {0.5, 6}}, ObstacleKind::cabinet)
                                     .assembly("A", "yard", {{25, 5}, {38, 25}})
                                     .spot("A1", {30, 10})
                                     .build();
    return site;
}

inline RiskMap fuzz_risk_map() {
    RiskMap map;
    Risk risk;
    risk.key = "gas";
    risk.space = fuzz_site().find_space("r1");
    map.risks.push_back(risk);
    return map;
}

}  // namespace muster::testing
