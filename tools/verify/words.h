// SPDX-License-Identifier: Apache-2.0
// The words of the catalogues of tests and of their results.
#pragma once

#include "sim/base/words.h"
#include "tools/verify/catalogue.h"

namespace muster {

template <>
inline constexpr auto words_of<verify::Tier> = word_table<verify::Tier>({
    {verify::Tier::quick, "quick"},
    {verify::Tier::normal, "normal"},
    {verify::Tier::full, "full"},
});

template <>
inline constexpr auto words_of<verify::Role> = word_table<verify::Role>({
    {verify::Role::verification, "verification"},
    {verify::Role::calibration, "calibration"},
    {verify::Role::validation, "validation"},
});

}  // namespace muster
