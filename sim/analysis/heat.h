// SPDX-License-Identifier: Apache-2.0
// Heat maps at a moment of a run, finished or still growing: per cell of a level, or one value per space for the air.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/analysis/density.h"

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

struct HeatField {
    HeatKind kind = HeatKind::density;
    LevelId level;
    // Kinds of cells. NaN where there is no floor, and of speed where nobody is under way.
    Vec2 origin;
    double cell_m = density_cell_m;
    int columns = 0, rows = 0;
    std::vector<float> cells;  // row-major from the lower left
    // Kinds of spaces. Index = SpaceId; NaN outdoors, on other levels, and when the run has no air.
    std::vector<float> spaces;
};

/// Keeps what a map needs of all samples before the moment, so that going on costs one sample and going back at most
/// `keyframe_every`. After a run was rewound and went another way, make a new one.
class HeatMaps {
public:
    explicit HeatMaps(const Building& building);

    /// Pre: the trace is the one of the last call, or longer, and has that sample (none at all gives an empty map).
    [[nodiscard]] HeatField at(const Trace& trace, HeatKind kind, std::size_t sample, LevelId level);
    [[nodiscard]] const LocalDensity& cells() const { return local_; }

private:
    static constexpr std::size_t keyframe_every = 24;  // of 2,000 people, some 4 ms on an old PC
    struct Sums {
        std::size_t samples = 0;                     // how many are in it
        std::vector<std::vector<float>> lost, peak;  // by level, by cell
    };
    const Sums& sums_at(const Trace& trace, std::size_t sample);
    void add_sample(const Trace& trace);
    void fill_moment(const Trace& trace, std::size_t sample, HeatField& field);

    const Building& building_;
    LocalDensity local_;
    std::vector<Sums> keyframes_;  // [k] holds k * keyframe_every samples
    Sums now_;
};

/// One map of a finished trace; somebody who draws many keeps a HeatMaps.
[[nodiscard]] HeatField heat_at(const Trace& trace, HeatKind kind, std::size_t sample, LevelId level);

/// Value of a kind of spaces from the air of one space; `dose` is what has been gathered so far.
[[nodiscard]] double heat_of(const SpaceAir& air, HeatKind kind, double dose);
/// How many frames of the air are not later than `time`.
[[nodiscard]] std::size_t air_frames_until(const Trace& trace, SimTime time);
/// Gathered by somebody who stays in `space`, over the first `frames` frames of the air.
[[nodiscard]] double dose_of_staying(const Trace& trace, SpaceId space, std::size_t frames);

}  // namespace muster::analysis
