// SPDX-License-Identifier: Apache-2.0
// What loose things do on a shaking floor: slide (Newmark) or rock and overturn (Housner). Rigid, one direction.
#pragma once

#include <span>

namespace muster::hazards {

struct Slip {
    double greatest_m = 0.0, final_m = 0.0;  // relative to the floor
};
/// Against friction `mu`. `accel` of the floor, m/s2, constant between samples.
[[nodiscard]] Slip slip_of(std::span<const double> accel, double dt_s, double mu);

struct RockingBlock {
    double width_m = 0.4, height_m = 1.8;          // in the direction of the shaking
    [[nodiscard]] double slenderness() const;      // alpha, rad
    [[nodiscard]] double half_diagonal_m() const;  // R
    [[nodiscard]] double frequency() const;        // p, 1/s
    /// g B / H, m/s2: less than this and it never lifts.
    [[nodiscard]] double uplift() const;
    /// Angular velocity after / before an impact: 1 - 1.5 sin^2 alpha.
    [[nodiscard]] double restitution() const;
};

struct Rocking {
    double greatest = 0.0;  // |theta| / alpha
    int overturned = 0;     // -1 or 1: towards which side; 0 = stands
    double at_s = 0.0;      // when it passed over its edge
};
/// Housner's equation by fourth-order Runge-Kutta; `accel` of the floor, m/s2, straight between samples.
[[nodiscard]] Rocking rock(const RockingBlock& block, std::span<const double> accel, double dt_s);
/// Seconds from `share` of the slenderness, at rest, to the first impact.
[[nodiscard]] double quarter_period_s(const RockingBlock& block, double share);

}  // namespace muster::hazards
