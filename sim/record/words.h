// SPDX-License-Identifier: Apache-2.0
// The words of what a run records, in trajectory.sqlite (tools/store/FORMAT.md).
#pragma once

#include "sim/base/words.h"
#include "sim/record/observer.h"

namespace muster {

template <>
inline constexpr auto words_of<PersonState> = word_table<PersonState>({
    {PersonState::waiting, "waiting"},
    {PersonState::sheltering, "sheltering"},
    {PersonState::walking, "walking"},
    {PersonState::fallen, "fallen"},
    {PersonState::assembled, "assembled"},
    {PersonState::arrived, "arrived"},
    {PersonState::gone, "gone"},
    {PersonState::stranded, "stranded"},
    {PersonState::incapacitated, "incapacitated"},
});

}  // namespace muster
