// SPDX-License-Identifier: Apache-2.0
// The crowd physics with every parameter open: for calibration, tests and benchmarks.
#pragma once

#include <memory>

#include "sim/physics/crowd_physics.h"
#include "sim/physics/motion_parameters.h"
#include "sim/physics/steering.h"

namespace muster::physics {

/// Friction and push are taken from `parameters`, not from `settings`.
[[nodiscard]] std::unique_ptr<CrowdPhysics> make_tuned_physics(const Building& building,
                                                               const PhysicsSettings& settings,
                                                               const MotionParameters& parameters, InstructionSet set);

}  // namespace muster::physics
