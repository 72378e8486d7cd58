// SPDX-License-Identifier: Apache-2.0
// Saving an edited plan into the form its file has.
#pragma once

#include <string>

#include "sim/model/building.h"

namespace muster::floorplans {

struct RewrittenPlan {
    std::string text;
    bool kept_form = true;  // false: written anew, without the members this program does not know
};

/// `after` in the form of `original`: rows that did not change keep their bytes, members this program does not know
/// stay. Written anew when `original` is no plan, or when the merged text would not read as `after` does.
[[nodiscard]] RewrittenPlan rewrite_floor_plan(const std::string& original, const Building& after);

}  // namespace muster::floorplans
