// SPDX-License-Identifier: Apache-2.0
// How many people a rule reckons with, room by room.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/building.h"
#include "sim/model/population.h"

namespace muster::planning {

enum class PeopleBasis : std::uint8_t { none, scenario, capacity, assumed };  // assumed: by area per pupil

/// Persons per space (index = SpaceId) and where the number comes from.
struct PeopleInBuilding {
    std::vector<int> persons;
    std::vector<int> pupils;  // of them; without teachers where the number is the scenario's
    std::vector<PeopleBasis> basis;
    [[nodiscard]] bool any(PeopleBasis b) const;
};
/// From the population where there is one; else the plan's capacities, and by area per pupil (GB 50099-2011 7.1.1, not
/// checked against the official text) in pupils' rooms without. Outdoor people are not counted.
[[nodiscard]] PeopleInBuilding people_in(const Building& building, const Population* population = nullptr);

}  // namespace muster::planning
