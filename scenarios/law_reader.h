// SPDX-License-Identifier: Apache-2.0
// Laws as FORMAT.md writes them: {"law": "normal", "mean_s": 20, "sd_s": 5, ...}.
#pragma once

#include <string>

#include "floorplans/json_cursor.h"
#include "sim/model/population.h"

namespace muster::scenarios {

struct LawFormat {
    std::string suffix;     // of parameters with a unit: "_s" for times, "" for speeds and radii
    double smallest = 0.0;  // of the quantity; also where a law is cut that does not say `low`
    double largest = 1e9;   // and `high`
};

inline const LawFormat time_law{"_s", 0.0, 86400.0};  // s
inline const LawFormat speed_law{"", 0.05, 5.0};      // m/s
inline const LawFormat radius_law{"", 0.05, 0.5};     // m

[[nodiscard]] Law read_law(const floorplans::JsonCursor& place, const LawFormat& format);

}  // namespace muster::scenarios
