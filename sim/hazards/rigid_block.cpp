// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/rigid_block.h"

#include <algorithm>
#include <cmath>

#include "sim/base/constants.h"
#include "sim/hazards/ground_motion.h"

namespace muster::hazards {

namespace {

constexpr double longest_step_s = 5e-4;

/// One step of theta'' = -p^2 [sin(alpha s - theta) + (a/g) cos(alpha s - theta)], s the side it stands on.
class RockingStep {
public:
    explicit RockingStep(const RockingBlock& b) : alpha_(b.slenderness()), p2_(b.frequency() * b.frequency()) {}
    [[nodiscard]] double alpha() const { return alpha_; }

    void step(double& theta, double& omega, double a0, double a1, double dt) const {
        const double side = theta != 0.0 ? std::copysign(1.0, theta) : std::copysign(1.0, omega);
        const auto f = [&](double t, double a) {
            const double x = alpha_ * side - t;
            return -p2_ * (std::sin(x) + a / standard_gravity_m_s2 * std::cos(x));
        };
        const double mid = 0.5 * (a0 + a1);
        const double k1v = f(theta, a0), k1x = omega;
        const double k2v = f(theta + 0.5 * dt * k1x, mid), k2x = omega + 0.5 * dt * k1v;
        const double k3v = f(theta + 0.5 * dt * k2x, mid), k3x = omega + 0.5 * dt * k2v;
        const double k4v = f(theta + dt * k3x, a1), k4x = omega + dt * k3v;
        theta += dt / 6.0 * (k1x + 2.0 * k2x + 2.0 * k3x + k4x);
        omega += dt / 6.0 * (k1v + 2.0 * k2v + 2.0 * k3v + k4v);
    }

private:
    double alpha_, p2_;
};

}  // namespace

double RockingBlock::slenderness() const { return std::atan2(width_m, height_m); }
double RockingBlock::half_diagonal_m() const { return 0.5 * std::hypot(width_m, height_m); }
double RockingBlock::frequency() const { return std::sqrt(0.75 * standard_gravity_m_s2 / half_diagonal_m()); }
double RockingBlock::uplift() const { return standard_gravity_m_s2 * width_m / height_m; }
double RockingBlock::restitution() const {
    const double s = std::sin(slenderness());
    return 1.0 - 1.5 * s * s;
}

Slip slip_of(std::span<const double> accel, double dt_s, double mu) {
    const double hold = mu * standard_gravity_m_s2;
    const int parts = std::max(1, static_cast<int>(std::ceil(dt_s / longest_step_s)));
    const double dt = dt_s / parts;
    Slip out;
    double v = 0.0, x = 0.0;  // of the block, relative to the floor
    for (const double a : accel)
        for (int k = 0; k < parts; ++k) {
            if (v == 0.0 && std::abs(a) <= hold) continue;
            const double side = v != 0.0 ? std::copysign(1.0, v) : -std::copysign(1.0, a);
            const double next = v - (a + side * hold) * dt;
            const bool stops = v != 0.0 && next * v <= 0.0;
            x += 0.5 * dt * (v + (stops ? 0.0 : next)) * (stops ? std::abs(v / (next - v)) : 1.0);
            v = stops ? 0.0 : next;
            out.greatest_m = std::max(out.greatest_m, std::abs(x));
        }
    // It slides on after the record.
    x += 0.5 * v * std::abs(v) / hold;
    out.greatest_m = std::max(out.greatest_m, std::abs(x));
    out.final_m = x;
    return out;
}

Rocking rock(const RockingBlock& block, std::span<const double> accel, double dt_s) {
    const RockingStep equation(block);
    const double lifts = block.uplift(), restitution = block.restitution();
    constexpr double fallen = 1.5707963;  // flat on the floor
    constexpr double min_speed = 1e-5;    // rad/s after an impact: it stands again
    constexpr double rings_out_s = 4.0;
    const int parts = std::max(1, static_cast<int>(std::ceil(dt_s / longest_step_s)));
    const double dt = dt_s / parts;
    Rocking out;
    double theta = 0.0, omega = 0.0, before = 0.0;
    bool rocking = false;
    const auto samples = accel.size() + static_cast<std::size_t>(rings_out_s / dt_s);
    for (std::size_t i = 0; i < samples; ++i) {
        const double now = i < accel.size() ? accel[i] : 0.0;
        for (int k = 0; k < parts; ++k) {
            const double a0 = before + (now - before) * k / parts, a1 = before + (now - before) * (k + 1) / parts;
            if (!rocking) {
                if (std::abs(a0) <= lifts) continue;
                rocking = true;
                omega = -std::copysign(1e-12, a0);
            }
            const double was = theta;
            equation.step(theta, omega, a0, a1, dt);
            if (was != 0.0 && was * theta <= 0.0) {
                omega *= restitution;
                theta = std::copysign(1e-12, omega);
                if (std::abs(omega) < min_speed) rocking = false, theta = omega = 0.0;
            }
            out.greatest = std::max(out.greatest, std::abs(theta) / equation.alpha());
            if (std::abs(theta) > fallen) {
                out.overturned = theta > 0.0 ? 1 : -1;
                out.at_s = (static_cast<double>(i) + static_cast<double>(k) / parts) * dt_s;
                return out;
            }
        }
        before = now;
    }
    return out;
}

double quarter_period_s(const RockingBlock& block, double share) {
    const RockingStep equation(block);
    double theta = share * block.slenderness(), omega = 0.0, t = 0.0;
    constexpr double dt = 1e-5;
    while (theta > 0.0 && t < 10.0) {
        equation.step(theta, omega, 0.0, 0.0, dt);
        t += dt;
    }
    return t;
}

}  // namespace muster::hazards
