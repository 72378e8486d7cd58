// SPDX-License-Identifier: Apache-2.0
// `earthquake` of a scenario, and records of ground motion: PEER `.AT2` and tables of time and acceleration.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "floorplans/json_cursor.h"
#include "sim/model/quake.h"

namespace muster::scenarios {

/// `folder`: that of the scenario file, to which a record's name is relative.
[[nodiscard]] std::optional<Earthquake> read_earthquake(const floorplans::JsonCursor& place, const std::string& folder);

/// A record as text, before its unit is known; the reason when it is none.
struct RawMotion {
    GroundMotion motion;  // in the file's unit
    std::string problem;  // code of a finding, "" = none
};
/// dt_s > 0 overrides what the file says. A file whose lines are `time,acceleration` tells its own step.
[[nodiscard]] RawMotion read_record(const std::string& text, double dt_s);

}  // namespace muster::scenarios
