// SPDX-License-Identifier: Apache-2.0
// Kinds of heat maps, their scales, and what the air of a space says.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "sim/record/trace.h"

namespace muster::analysis {

enum class HeatKind : std::uint8_t {
    density,       // at this moment
    peak_density,  // the highest so far
    speed,         // mean of those under way in the window of the cell
    time_lost,     // person-seconds so far, against one's own free speed
    pressure,      // the highest in the window of the cell, at this moment
    layer_height,  // of the smoke above the floor
    visibility,    // of what reflects light, at head height
    temperature,   // at head height
    dose_rate,     // of gas and heat at head height
    dose,          // gathered so far by somebody who stays in the space
};
inline constexpr std::array<HeatKind, 10> all_heat_kinds{
    HeatKind::density,      HeatKind::peak_density, HeatKind::speed,       HeatKind::time_lost, HeatKind::pressure,
    HeatKind::layer_height, HeatKind::visibility,   HeatKind::temperature, HeatKind::dose_rate, HeatKind::dose};

/// One value per space, from the air; else one per cell.
[[nodiscard]] constexpr bool is_of_spaces(HeatKind kind) { return kind >= HeatKind::layer_height; }

/// The ends of a map's colours, the same in every run so that pictures can be compared.
struct HeatScale {
    double low = 0.0, high = 1.0;
    const char* unit = "";  // symbol
    bool high_is_bad = true;
    std::optional<double> threshold;  // where the legend draws a line; why, is in its text
};
[[nodiscard]] HeatScale heat_scale(HeatKind kind);

/// Value of a kind of spaces from the air of one space; `dose` is what has been gathered so far.
[[nodiscard]] double heat_of(const SpaceAir& air, HeatKind kind, double dose);

/// How many frames of the air are not later than `time`.
[[nodiscard]] std::size_t air_frames_until(const Trace& trace, SimTime time);

/// Gathered by somebody who stays in `space`, over the first `frames` frames of the air.
[[nodiscard]] double dose_of_staying(const Trace& trace, SpaceId space, std::size_t frames);

}  // namespace muster::analysis
