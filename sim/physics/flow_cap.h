// SPDX-License-Identifier: Apache-2.0
// An opening lets people through no faster than it may, whatever the crowd would do: than the rule's flow in door mode
// "regulation", than the assumption's in real buildings; and who comes to a door that has shut opens it first.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/model/assumption.h"

namespace muster::physics {

class FlowCap {
public:
    /// `flow` in persons/(m s); 0 = no cap. `passages` by opening; empty = no laws.
    FlowCap(double flow, std::vector<TwoWayLaw> passages, std::size_t openings)
        : flow_(flow),
          passages_(std::move(passages)),
          next_s_(openings, -1e9),
          last_s_(openings, -1e9),
          opened_s_(openings, -1e9) {}

    [[nodiscard]] bool on() const { return flow_ > 0.0 || !passages_.empty(); }
    /// Whether one more may pass at this instant; if so, counts them.
    bool pass(std::uint32_t opening, bool into_to, double clear_width_m, double at_s) {
        double persons_s = flow_ > 0.0 ? flow_ * clear_width_m : 1e9;
        if (!passages_.empty()) {
            const PassageLaw& law = passages_[opening][way_through(into_to)];
            if (!is_open(opening, law, at_s)) return false;
            persons_s = std::min(persons_s, law.persons_s(clear_width_m));
        }
        const double interval_s = 1.0 / persons_s;
        double& next = next_s_[opening];
        if (at_s < next) return false;
        // A quarter of an interval may be caught up, so that a step's delay of the next in line does not lower the
        // mean flow.
        next = (at_s - next < 0.25 * interval_s ? next : at_s) + interval_s;
        last_s_[opening] = at_s;
        return true;
    }

private:
    // A door that shuts by itself stands open so long after somebody went through; as the fire has it.
    static constexpr double shuts_after_s = 5.0;

    // Whoever comes first to a door that has shut begins to open it.
    bool is_open(std::uint32_t opening, const PassageLaw& law, double at_s) {
        if (law.opens_s <= 0.0 || at_s <= last_s_[opening] + shuts_after_s) return true;
        double& opened = opened_s_[opening];
        if (at_s > opened + shuts_after_s) opened = at_s + law.opens_s;
        return at_s >= opened;
    }

    double flow_;
    std::vector<TwoWayLaw> passages_;
    std::vector<double> next_s_, last_s_, opened_s_;
};

}  // namespace muster::physics
