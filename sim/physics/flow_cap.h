// SPDX-License-Identifier: Apache-2.0
// Door mode "regulation": an opening lets people through no faster than the rule's flow, whatever the crowd would do.
#pragma once

#include <cstdint>
#include <vector>

namespace muster::physics {

class FlowCap {
public:
    /// `flow` in persons/(m s); 0 = no cap.
    FlowCap(double flow, std::size_t openings) : flow_(flow), next_s_(openings, -1e9) {}

    [[nodiscard]] bool on() const { return flow_ > 0.0; }
    /// Whether one more may pass at this instant; if so, counts them. A quarter of an interval may be caught up, so
    /// that a step's delay of the next in line does not lower the mean flow.
    bool pass(std::uint32_t opening, double clear_width_m, double at_s) {
        const double interval_s = 1.0 / (flow_ * clear_width_m);
        double& next = next_s_[opening];
        if (at_s < next) return false;
        next = (at_s - next < 0.25 * interval_s ? next : at_s) + interval_s;
        return true;
    }

private:
    double flow_;
    std::vector<double> next_s_;
};

}  // namespace muster::physics
