// SPDX-License-Identifier: Apache-2.0
// The true free area of one space (polygon without holes and obstacles, with the slots of its openings) on a grid:
// what the distance fields of the space march over, and the answer to "where is the nearest free point".
// Constant once made; safe to read from any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/building.h"
#include "sim/routing/distance_field.h"
#include "sim/routing/lattice.h"
#include "sim/routing/surroundings.h"

namespace muster::routing {

class FreeSpace {
public:
    FreeSpace(const Building& building, SpaceId space);
    FreeSpace(const Building& building, SpaceId space, const FieldSettings& settings,
              const Surroundings& surroundings = {});

    /// Exact, not on the grid: p is in the space or in one of its slots, and in no obstacle.
    [[nodiscard]] bool holds(Vec2 p) const;
    /// p itself when it is free, else the middle of the nearest free cell (exact to half a cell).
    /// Pre: the space has a free cell.
    [[nodiscard]] Vec2 nearest(Vec2 p) const;
    /// Walls and obstacles leave the straight way from p to q free, judged on the grid.
    [[nodiscard]] bool sees(Vec2 p, Vec2 q) const;

    // ---- the grid, turned along the walls of the space ----
    [[nodiscard]] const Turn& turn() const { return turn_; }
    /// Of a cell, in the plan.
    [[nodiscard]] Vec2 centre(int cell) const { return turn_.to_plan(lattice_.centre(cell)); }
    enum Side : std::uint8_t { left = 1, right = 2, down = 4, up = 8 };
    [[nodiscard]] const Lattice& lattice() const { return lattice_; }
    [[nodiscard]] const FieldSettings& settings() const { return settings_; }
    [[nodiscard]] bool free(int cell) const { return free_[static_cast<std::size_t>(cell)] != 0; }
    /// Sides (Side bits) on which a person can step into a free neighbour; no thin wall or shelf lies between.
    /// Cells on the rim of the lattice are never free, so neighbours of free cells need no bounds check.
    [[nodiscard]] const std::vector<std::uint8_t>& open_sides() const { return open_; }
    /// The largest number that a metre counts for, but in gaps hardly anybody passes.
    [[nodiscard]] double max_slowness() const { return max_slowness_; }
    /// What a metre counts for in each cell, >= 1: clearance as slowness.
    [[nodiscard]] const std::vector<float>& slowness() const { return slowness_; }
    [[nodiscard]] std::size_t bytes() const;

private:
    void draw();
    void open_neighbours();
    void part_by_edges(const Ring& ring, bool slots_pass);
    void slow_down_near_walls();
    void slow_down_by_facades(const Surroundings& surroundings);
    [[nodiscard]] bool opens_out(int cell) const;
    [[nodiscard]] bool step_is_open(int from, int to) const;
    void close(int cell, Side side);

    const Building* building_;
    const Space* space_;
    FieldSettings settings_;
    Turn turn_;
    Lattice lattice_;
    // On the grid: the space with its holes, the slots of its openings, what lies behind them, obstacles.
    std::vector<Ring> area_, slots_, mouths_, obstacles_;
    std::vector<std::uint8_t> free_;
    std::vector<std::uint8_t> open_;
    std::vector<float> slowness_;
    double max_slowness_ = 1.0;
};

}  // namespace muster::routing
