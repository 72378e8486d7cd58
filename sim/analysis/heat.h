// SPDX-License-Identifier: Apache-2.0
// Heat maps at a moment of a run, finished or still growing: per cell of a level, or one value per space for the air.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/analysis/density.h"
#include "sim/analysis/heat_scale.h"

namespace muster::analysis {

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

}  // namespace muster::analysis
