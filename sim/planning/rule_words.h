// SPDX-License-Identifier: Apache-2.0
// The words of rule packs (floorplans/rules/*.json).
#pragma once

#include "sim/model/words.h"
#include "sim/planning/rule_pack.h"

namespace muster {

template <>
inline constexpr auto words_of<planning::StoreyReading> = word_table<planning::StoreyReading>({
    {planning::StoreyReading::of_the_storey, "of_the_storey"},
    {planning::StoreyReading::of_the_building, "of_the_building"},
});

template <>
inline constexpr auto words_of<planning::WidthOf> = word_table<planning::WidthOf>({
    {planning::WidthOf::stairs, "stairs"},
    {planning::WidthOf::exits, "exits"},
    {planning::WidthOf::corridors, "corridors"},
    {planning::WidthOf::room_doors, "room_doors"},
});

template <>
inline constexpr auto words_of<planning::DoorPlace> = word_table<planning::DoorPlace>({
    {planning::DoorPlace::room, "room"},
    {planning::DoorPlace::stair, "stair"},
    {planning::DoorPlace::exit, "exit"},
});

template <>
inline constexpr auto words_of<planning::RoomPlace> = word_table<planning::RoomPlace>({
    {planning::RoomPlace::anywhere, "anywhere"},
    {planning::RoomPlace::beside_corridor, "beside_corridor"},
    {planning::RoomPlace::corridor_end, "corridor_end"},
});

template <>
inline constexpr auto words_of<planning::RuleSource> = word_table<planning::RuleSource>({
    {planning::RuleSource::opened, "opened"},
    {planning::RuleSource::quoted, "quoted"},
    {planning::RuleSource::unseen, "unseen"},
    {planning::RuleSource::computed, "computed"},
});

namespace planning {

/// `level` of a rule: whether it is mandatory.
inline constexpr auto rule_levels = std::to_array<Word<bool>>({{true, "mandatory"}, {false, "recommended"}});

}  // namespace planning

}  // namespace muster
