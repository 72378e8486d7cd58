// SPDX-License-Identifier: Apache-2.0
// The words of the formats for kinds of rooms and fixtures and for stages of school, read in one place.
#pragma once

#include <optional>
#include <vector>

#include "floorplans/json_cursor.h"
#include "sim/model/building.h"

namespace muster::floorplans {

/// Nothing and a finding when the word is not known.
[[nodiscard]] std::optional<SpaceUse> read_use(const JsonCursor& word);
[[nodiscard]] std::optional<FixtureKind> read_fixture_kind(const JsonCursor& word);
[[nodiscard]] std::optional<SchoolStage> read_stage(const JsonCursor& word);

/// A list of uses; empty when it is missing.
[[nodiscard]] std::vector<SpaceUse> read_uses(const JsonCursor& list);

}  // namespace muster::floorplans
