// SPDX-License-Identifier: Apache-2.0
// What the building codes ask of a school and no outline tells. Nothing of it changes a run.
#pragma once

#include <cstdint>

namespace muster {

enum class SchoolStage : std::uint8_t { not_stated, kindergarten, primary, secondary };

/// `design` of a plan. A check that needs what is not stated says so; only the fire grade has a usual value, which is
/// printed as an assumption.
struct Design {
    SchoolStage stage = SchoolStage::not_stated;
    int fire_grade = 0;        // 1 to 4 (耐火等级); 0 = not stated
    bool sprinklered = false;  // throughout
    bool operator==(const Design&) const = default;
};

}  // namespace muster
