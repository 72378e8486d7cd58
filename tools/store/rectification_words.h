// SPDX-License-Identifier: Apache-2.0
// The words of items.json and compliance.json.
#pragma once

#include "sim/analysis/words.h"
#include "tools/store/rectification_file.h"

namespace muster {

template <>
inline constexpr auto words_of<store::ItemStanding> = word_table<store::ItemStanding>({
    {store::ItemStanding::simulated, "simulated"},
    {store::ItemStanding::estimated, "estimated"},
    {store::ItemStanding::not_simulated, "not_simulated"},
    {store::ItemStanding::no_change_found, "no_change_found"},
});

template <>
inline constexpr auto words_of<store::HazardLevel> = word_table<store::HazardLevel>({
    {store::HazardLevel::general, "general"},
    {store::HazardLevel::major, "major"},
});

template <>
inline constexpr auto words_of<store::HazardCategory> = word_table<store::HazardCategory>({
    {store::HazardCategory::fire, "fire"},
    {store::HazardCategory::building, "building"},
    {store::HazardCategory::equipment, "equipment"},
    {store::HazardCategory::management, "management"},
    {store::HazardCategory::people, "people"},
});

}  // namespace muster
