// SPDX-License-Identifier: Apache-2.0
// Rows of `profiles` and `people`, and laws.
#pragma once

#include <string>
#include <vector>

#include "scenarios/distribution_reader.h"
#include "sim/model/building.h"
#include "sim/model/population.h"

namespace muster::scenarios {

[[nodiscard]] std::string distribution_text(const Distribution& distribution, const DistributionFormat& format);
/// Those that are not as the standard ones: the others are named only.
[[nodiscard]] std::vector<std::string> own_profile_rows(const Population& population);
[[nodiscard]] std::vector<std::string> group_rows(const Population& population, const Building& building);

}  // namespace muster::scenarios
