// SPDX-License-Identifier: Apache-2.0
// Everybody present, sorted by storey and cell, so that whoever is near somebody lies in a few contiguous runs.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/physics/crowd_state.h"
#include "sim/physics/wall_index.h"

namespace muster::physics {

/// Copies in cell order; each array is padded by `lanes` harmless entries so that whole vectors can be read.
struct SortedCrowd {
    static constexpr std::size_t lanes = 8;
    std::vector<float> x, y, vx, vy, ex, ey, radius, remaining;
    std::vector<std::uint32_t> space, stream;
    std::vector<std::uint32_t> standing;  // 1 = wants to stay: nobody's priority holds against it
    std::vector<std::uint32_t> id;
};

/// Of positions in SortedCrowd.
struct Run {
    std::uint32_t first = 0, last = 0;
};

/// At most three storeys of three rows.
struct Runs {
    std::array<Run, 9> run;
    std::size_t count = 0;
};

class NeighbourGrid {
public:
    NeighbourGrid(const Building& building, float reach_m);
    void build(const CrowdState& crowd);
    /// Runs that hold everybody within reach of (x, y) on the storey of `space` and of the spaces behind `passages`.
    [[nodiscard]] Runs near(SpaceId space, float x, float y, std::span<const std::uint32_t> passages,
                            const WallIndex& walls) const;
    [[nodiscard]] const SortedCrowd& sorted() const { return sorted_; }
    [[nodiscard]] std::uint32_t count() const { return count_; }

private:
    struct Storey {
        float x0 = 0.0F, y0 = 0.0F;
        int columns = 1, rows = 1;
        std::uint32_t first = 0;
    };
    void add_runs(const Storey& storey, float x, float y, Runs& runs) const;
    [[nodiscard]] std::uint32_t cell(std::uint32_t storey, float x, float y) const;
    void resize(std::size_t n);
    void copy(const CrowdState& crowd, std::uint32_t from, std::uint32_t to);

    float reach_m_;
    std::vector<Storey> storeys_;          // per level
    std::vector<std::uint32_t> level_of_;  // per space
    std::vector<std::uint32_t> start_;     // per cell, first position; one more at the end
    std::vector<std::uint32_t> cell_of_;   // per person
    SortedCrowd sorted_;
    std::uint32_t count_ = 0;
};

}  // namespace muster::physics
