// SPDX-License-Identifier: Apache-2.0
// What velocity each person wishes: eight directions around the desired one, in each the speed that keeps the headway
// to others and to walls, and the best of the eight. Reads the positions of the step before only.
//
// Who is nearer the goal never yields to who is farther in the same stream: a total order, so that nobody in one flow
// can wait for one another in a circle.
#pragma once

#include <cstdint>
#include <span>

#include "sim/physics/crowd_state.h"
#include "sim/physics/motion_parameters.h"
#include "sim/physics/neighbour_grid.h"
#include "sim/physics/wall_index.h"

namespace muster::physics {

struct SteeringFrame {
    const NeighbourGrid& grid;
    const WallIndex& walls;
    const MotionParameters& parameters;
    std::uint64_t seed = 0;
    std::uint32_t step = 0;
    std::uint32_t decide_every = 1;  // steps between the decisions of one person
    float dt_s = 0.0F;
    double time_s = 0.0;
};

/// The same arithmetic compiled for two instruction sets; results are equal bit by bit (no contraction of products).
enum class InstructionSet { baseline, avx2 };
[[nodiscard]] InstructionSet best_instruction_set();

/// Decides for the persons at these positions of grid.sorted(): wish, turning, and who needs a contact body.
void decide(const SteeringFrame& frame, std::span<const std::uint32_t> positions, CrowdState& crowd,
            InstructionSet set);

}  // namespace muster::physics
