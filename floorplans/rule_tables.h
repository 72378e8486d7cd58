// SPDX-License-Identifier: Apache-2.0
// The tables of a rule's check: rows that are searched for the first one that fits.
#pragma once

#include <vector>

#include "floorplans/json_cursor.h"
#include "sim/planning/rule_pack.h"

namespace muster::floorplans {

/// What a pack may state at most; farther off is a slip of the pen.
inline constexpr double max_m = 1000.0, max_m2 = 1e6;
inline constexpr int max_persons = 1'000'000;

/// Elements of the array `key`; none is rules.empty_table: a table without any row says nothing.
[[nodiscard]] std::vector<JsonCursor> rows_of(const JsonCursor& json, const char* key);

[[nodiscard]] std::vector<planning::WidthBand> read_width_bands(const JsonCursor& json);        // "per_100"
[[nodiscard]] std::vector<planning::DistanceBand> read_distance_bands(const JsonCursor& json);  // "most"
[[nodiscard]] std::vector<planning::OneWayBand> read_one_way_bands(const JsonCursor& json);  // "one_way"; may be none
[[nodiscard]] std::vector<planning::OneDoor> read_one_door(const JsonCursor& json);          // "one_if"; may be none
[[nodiscard]] planning::WidthPer100::DeepBasement read_deep_basement(const JsonCursor& json);
/// Of the stages of a school; `second` "" = there is but one value.
[[nodiscard]] std::vector<planning::StageValue> read_stages(const JsonCursor& json, const char* key, const char* value,
                                                            const char* second);

}  // namespace muster::floorplans
