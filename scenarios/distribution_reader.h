// SPDX-License-Identifier: Apache-2.0
// Distributions as FORMAT.md writes them: {"law": "normal", "mean_s": 20, "sd_s": 5, ...}.
#pragma once

#include <string>

#include "floorplans/json_cursor.h"
#include "sim/model/population.h"

namespace muster::scenarios {

struct DistributionFormat {
    std::string suffix;     // of parameters with a unit: "_s" for times, "" for speeds and radii
    double smallest = 0.0;  // of the quantity; also where a distribution is cut that does not say `low`
    double largest = 1e9;   // and `high`
};

inline const DistributionFormat time_distribution{"_s", 0.0, 86400.0};  // s
inline const DistributionFormat speed_distribution{"", 0.05, 5.0};      // m/s
inline const DistributionFormat radius_distribution{"", 0.05, 0.5};     // m

[[nodiscard]] Distribution read_distribution(const floorplans::JsonCursor& place, const DistributionFormat& format);

}  // namespace muster::scenarios
