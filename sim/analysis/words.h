// SPDX-License-Identifier: Apache-2.0
// The words of results in the files of a run (tools/store/FORMAT.md) and of what is compared.
#pragma once

#include "sim/analysis/paired.h"
#include "sim/analysis/results.h"
#include "sim/base/words.h"

namespace muster {

template <>
inline constexpr auto words_of<analysis::BottleneckKind> = word_table<analysis::BottleneckKind>({
    {analysis::BottleneckKind::room_door, "room_door"},
    {analysis::BottleneckKind::corridor_door, "corridor_door"},
    {analysis::BottleneckKind::flight, "flight"},
    {analysis::BottleneckKind::stair_mouth, "stair_mouth"},
    {analysis::BottleneckKind::landing, "landing"},
    {analysis::BottleneckKind::building_exit, "building_exit"},
    {analysis::BottleneckKind::gate, "gate"},
    {analysis::BottleneckKind::space, "space"},
});

template <>
inline constexpr auto words_of<analysis::Hold> = word_table<analysis::Hold>({
    {analysis::Hold::shut, "shut"},
    {analysis::Hold::damage, "damage"},
    {analysis::Hold::smoke, "smoke"},
    {analysis::Hold::closed, "closed"},
    {analysis::Hold::fallen, "fallen"},
    {analysis::Hold::queue, "queue"},
    {analysis::Hold::no_signal, "no_signal"},
    {analysis::Hold::no_way, "no_way"},
});

template <>
inline constexpr auto words_of<analysis::SpaceLoss> = word_table<analysis::SpaceLoss>({
    {analysis::SpaceLoss::sight, "sight"},
    {analysis::SpaceLoss::heat, "heat"},
    {analysis::SpaceLoss::gas, "gas"},
    {analysis::SpaceLoss::flashover, "flashover"},
    {analysis::SpaceLoss::leak, "leak"},
});

template <>
inline constexpr auto words_of<analysis::QuakeHarmKind> = word_table<analysis::QuakeHarmKind>({
    {analysis::QuakeHarmKind::door_jammed, "door_jammed"},
    {analysis::QuakeHarmKind::way_narrowed, "way_narrowed"},
    {analysis::QuakeHarmKind::item_fallen, "item_fallen"},
    {analysis::QuakeHarmKind::flight_damaged, "flight_damaged"},
    {analysis::QuakeHarmKind::debris, "debris"},
    {analysis::QuakeHarmKind::facade, "facade"},
});

template <>
inline constexpr auto words_of<analysis::Evidence> = word_table<analysis::Evidence>({
    {analysis::Evidence::too_few, "too_few"},
    {analysis::Evidence::none, "none"},
    {analysis::Evidence::lower, "lower"},
    {analysis::Evidence::higher, "higher"},
});

}  // namespace muster
