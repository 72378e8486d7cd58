// SPDX-License-Identifier: Apache-2.0
// What the codes ask of one place where people queue.
#pragma once

#include <optional>

#include "sim/planning/compliance.h"

namespace muster::planning {

/// Of a flight: what all stairs off the storey above must have together (off this one, in a basement); of a way out of
/// the building: all exits of its block; both are totals. Of a door: its own line, or the one under which it
/// passed with its kind, with its own width. By the code that asks more; nothing where none speaks of it, or none could
/// judge. Exactly one of `opening` and `flight` is valid.
[[nodiscard]] std::optional<ComplianceLine> required_width(const Building& building, const ComplianceResult& compliance,
                                                           OpeningId opening, SpaceId flight);

/// Total of a storey, of which the place is one.
[[nodiscard]] inline bool is_total(const ComplianceLine& line) {
    return line.measure == Measure::stair_width || line.measure == Measure::exit_width;
}

}  // namespace muster::planning
