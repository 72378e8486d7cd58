// SPDX-License-Identifier: Apache-2.0
// Everybody at one instant, for those who look: positions, speeds, pressure, dose.
#pragma once

#include <span>
#include <vector>

#include "sim/engine/run_state.h"

namespace muster::engine {

class Samples {
public:
    explicit Samples(RunState& run) : run_(run), pressure_sum_(run.crowd.size(), 0.0) {}

    /// Every motion step.
    void collect_pressure();
    /// Fills the arrays; valid until the next call.
    [[nodiscard]] Frame frame(std::span<const float> doses);
    /// The same for the observers, and into the fingerprint.
    void take(std::span<const float> doses);
    [[nodiscard]] bool taken_now() const { return taken_at_ == run_.now(); }
    /// In = inside + out, and nobody was lost.
    [[nodiscard]] static bool everybody_is_somewhere(const Frame& frame);

private:
    RunState& run_;
    // N/m summed over the steps since the last sample.
    std::vector<double> pressure_sum_;
    int steps_ = 0;
    SimTime taken_at_{-1};
    // The frame's arrays.
    std::vector<float> x_, y_, vx_, vy_, pressure_;
    std::vector<SpaceId> space_;
};

}  // namespace muster::engine
