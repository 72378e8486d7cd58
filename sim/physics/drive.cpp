// SPDX-License-Identifier: Apache-2.0
#include "sim/physics/drive.h"

#include <algorithm>
#include <cmath>

#include "sim/base/random.h"

namespace muster::physics {

void Drive::move_on(double time_s, float dt_s, CrowdState& c) const {
    // The exact solution of dv/dt = (wish - v) / relaxation makes results independent of the step.
    const float gain = 1.0F - std::exp(-dt_s / parameters_.relaxation_s);
    const float most = parameters_.acceleration_ms2 * dt_s;
    for (std::size_t i = 0; i < c.size(); ++i) {
        if (c.present[i] == 0) continue;
        float wish_x = 0.0F, wish_y = 0.0F;
        if (c.desired_speed[i] > 0.0F) {
            wish_x = c.wish_x[i], wish_y = c.wish_y[i];
            be_patient(i, dt_s, c);
            insist(i, time_s, wish_x, wish_y, c);
        } else {
            c.impatience[i] = std::max(0.0F, c.impatience[i] - 2.0F * dt_s / parameters_.patience_s);
        }
        turn_shoulders(i, dt_s, c);
        float ax = gain * (wish_x - c.vx[i]), ay = gain * (wish_y - c.vy[i]);
        const float size = std::sqrt(ax * ax + ay * ay);
        const float scale = size > most ? most / size : 1.0F;
        c.vx[i] += scale * ax;
        c.vy[i] += scale * ay;
        if (c.immovable[i] != 0) c.vx[i] = c.vy[i] = 0.0F;
    }
}

bool Drive::blocked(std::size_t i, const CrowdState& c) const {
    return c.vx[i] * c.ex[i] + c.vy[i] * c.ey[i] < parameters_.blocked_share * c.desired_speed[i];
}

void Drive::be_patient(std::size_t i, float dt_s, CrowdState& c) const {
    const float change = blocked(i, c) ? dt_s : -2.0F * dt_s;
    c.impatience[i] = std::clamp(c.impatience[i] + change / parameters_.patience_s, 0.0F, 1.0F);
}

bool Drive::steps_back(std::size_t i, double time_s) const {
    // Each person's windows are shifted, so that a crowd does not step back in time.
    const double phase = 0.618034 * static_cast<double>(i);
    const auto window = static_cast<std::uint64_t>(time_s / double{parameters_.window_s} + phase);
    RandomStream random(seed_, Purpose::patience, (std::uint64_t{i} << 32U) | (window & 0xffffffffU));
    return random.uniform() < double{parameters_.step_back_chance};
}

void Drive::insist(std::size_t i, double time_s, float& wish_x, float& wish_y, const CrowdState& c) const {
    const float impatience = c.impatience[i];
    const float ahead = wish_x * c.ex[i] + wish_y * c.ey[i];
    float least = parameters_.push_share * c.desired_speed[i];
    // Only who sees no way ahead steps back; who is merely slow in a queue would tear it apart.
    const bool no_way = ahead < parameters_.blocked_share * c.desired_speed[i];
    if (impatience > parameters_.step_back_from && no_way) {
        if (steps_back(i, time_s)) {
            wish_x = -parameters_.step_back_ms * impatience * c.ex[i];
            wish_y = -parameters_.step_back_ms * impatience * c.ey[i];
            return;
        }
        least = std::max(least, parameters_.impatient_share * impatience * c.desired_speed[i]);
    }
    if (ahead < least) {
        wish_x = least * c.ex[i];
        wish_y = least * c.ey[i];
    }
}

void Drive::turn_shoulders(std::size_t i, float dt_s, CrowdState& c) const {
    const float narrow = (1.0F - parameters_.turn_shrink) * c.radius[i];
    const float range = c.radius[i] - narrow;
    const bool slips = parameters_.push_share <= 0.0F && c.impatience[i] >= parameters_.turn_from;
    if (c.turning[i] != 0 || slips) {
        c.radius_now[i] = std::max(narrow, c.radius_now[i] - range * dt_s / parameters_.turn_in_s);
    } else {
        c.radius_now[i] = std::min(c.radius[i], c.radius_now[i] + range * dt_s / parameters_.turn_out_s);
    }
}

}  // namespace muster::physics
