// SPDX-License-Identifier: Apache-2.0
// From the wished velocity to the velocity handed to the contacts: patience, stepping back to break arches, the
// shoulder turn, and the motor with its limited acceleration.
#pragma once

#include <cstdint>

#include "sim/physics/crowd_state.h"
#include "sim/physics/motion_parameters.h"

namespace muster::physics {

class Drive {
public:
    Drive(const MotionParameters& parameters, std::uint64_t seed) : parameters_(parameters), seed_(seed) {}

    /// Of the coming step, for everybody present.
    void move_on(double time_s, float dt_s, CrowdState& crowd) const;

private:
    void be_patient(std::size_t i, float dt_s, CrowdState& crowd) const;
    void insist(std::size_t i, double time_s, float& wish_x, float& wish_y, const CrowdState& crowd) const;
    void turn_shoulders(std::size_t i, float dt_s, CrowdState& crowd) const;
    [[nodiscard]] bool blocked(std::size_t i, const CrowdState& crowd) const;
    [[nodiscard]] bool steps_back(std::size_t i, double time_s) const;

    const MotionParameters& parameters_;
    std::uint64_t seed_;
};

}  // namespace muster::physics
