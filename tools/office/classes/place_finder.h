// SPDX-License-Identifier: Apache-2.0
// What people write in a list for a place of the plan: its id, its name in either language, or the part of the name
// that tells it ("101" for 101教室, "东" for 东楼梯).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/model/building.h"

namespace muster::classes {

template <class IdType>
struct PlaceFound {
    IdType id;            // not valid when nothing fits, or several do
    std::string nearest;  // then: the nearest name, or those that fit
};

/// "", "-", "无", "none": left open on purpose.
[[nodiscard]] bool names_nothing(std::string_view text);

[[nodiscard]] PlaceFound<SpaceId> find_room(const Building& building, std::string_view text);
[[nodiscard]] PlaceFound<StairId> find_stair(const Building& building, std::string_view text);
[[nodiscard]] PlaceFound<OpeningId> find_exit(const Building& building, std::string_view text);
[[nodiscard]] PlaceFound<AssemblySpotId> find_spot(const Building& building, std::string_view text);
/// Index of the assembly area; -1 when none fits.
[[nodiscard]] int find_assembly_area(const Building& building, std::string_view text);
/// A door of the room: 前门, 后门, "front", "rear", its id or name.
[[nodiscard]] PlaceFound<OpeningId> find_door(const Building& building, SpaceId room, std::string_view text);
/// "前后门", "both", "任意": any door of the room.
[[nodiscard]] bool names_any_door(std::string_view text);

}  // namespace muster::classes
