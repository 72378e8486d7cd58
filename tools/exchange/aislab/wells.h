// SPDX-License-Identifier: Apache-2.0
// Stair rooms that lie over one another, and the flights assumed in them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tools/exchange/aislab/registration.h"
#include "tools/exchange/aislab/stair_fit.h"

namespace muster::aislab {

/// Assumed: no drawing tells it. A usual storey of a school.
inline constexpr double storey_height_m = 3.6;
/// Assumed where the drawing does not tell: the doors by which it is scaled are 0.9 m.
inline constexpr double usual_door_m = 0.9;

/// A stair room through the storeys `lowest`, `lowest` + 1, ...
struct Well {
    std::size_t lowest = 0;
    std::vector<std::size_t> rooms;  // by storey
    std::optional<StairLayout> layout;
};

/// Storeys are in common coordinates; links[i] joins storeys i and i + 1.
[[nodiscard]] std::vector<Well> find_wells(const std::vector<Storey>& storeys, const std::vector<Registration>& links);

}  // namespace muster::aislab
