// SPDX-License-Identifier: Apache-2.0
// The words of plan.json, the drill plan for programs.
#pragma once

#include "sim/base/words.h"
#include "sim/planning/drill_plan.h"

namespace muster {

template <>
inline constexpr auto words_of<planning::PlanUse> = word_table<planning::PlanUse>({
    {planning::PlanUse::fire, "fire"},
    {planning::PlanUse::drill, "drill"},
    {planning::PlanUse::dismissal, "dismissal"},
});

template <>
inline constexpr auto words_of<planning::PostDuty> = word_table<planning::PostDuty>({
    {planning::PostDuty::storey_stair, "storey_stair"},
    {planning::PostDuty::landing, "landing"},
    {planning::PostDuty::corridor, "corridor"},
    {planning::PostDuty::exit, "exit"},
    {planning::PostDuty::assembly, "assembly"},
});

template <>
inline constexpr auto words_of<planning::TimelineKind> = word_table<planning::TimelineKind>({
    {planning::TimelineKind::shaking, "shaking"},
    {planning::TimelineKind::signal, "signal"},
    {planning::TimelineKind::order_to_leave, "order_to_leave"},
    {planning::TimelineKind::class_released, "class_released"},
    {planning::TimelineKind::hold_ends, "hold_ends"},
    {planning::TimelineKind::first_out_of_building, "first_out_of_building"},
    {planning::TimelineKind::last_out_of_room, "last_out_of_room"},
    {planning::TimelineKind::last_out_of_building, "last_out_of_building"},
    {planning::TimelineKind::last_at_spot, "last_at_spot"},
    {planning::TimelineKind::roll_call_done, "roll_call_done"},
});

template <>
inline constexpr auto words_of<planning::PlanVariantKind> = word_table<planning::PlanVariantKind>({
    {planning::PlanVariantKind::today, "today"},
    {planning::PlanVariantKind::all_at_once, "all_at_once"},
    {planning::PlanVariantKind::proposal, "proposal"},
    {planning::PlanVariantKind::real_day, "real_day"},
});

template <>
inline constexpr auto words_of<planning::PlanObjective> = word_table<planning::PlanObjective>({
    {planning::PlanObjective::crowding, "crowding"},
    {planning::PlanObjective::time, "time"},
    {planning::PlanObjective::balanced, "balanced"},
});

template <>
inline constexpr auto words_of<planning::PlanVerdict> = word_table<planning::PlanVerdict>({
    {planning::PlanVerdict::better, "better"},
    {planning::PlanVerdict::not_better, "not_better"},
});

}  // namespace muster
