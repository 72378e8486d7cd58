// SPDX-License-Identifier: Apache-2.0
// How the floors of a building move on shaking ground: one mass per floor, storeys as bilinear springs, 5 % Rayleigh
// damping. No torsion, no soil, one direction.
#pragma once

#include <span>
#include <vector>

#include "sim/model/quake.h"

namespace muster::hazards {

/// Elastic limits of GB 50011 as commonly quoted [unchecked]; the stiffness left after yielding is an assumption.
struct ShearModel {
    std::vector<double> storey_m;      // heights, lowest first
    double period_s = 0.4;             // first period, elastic
    double yield_drift = 1.0 / 550.0;  // per storey height
    double hardening = 0.1;            // share of the stiffness left after yielding
    double damping = 0.05;             // of critical, at the first and third periods
};

/// First period: RC 0.25 + 0.00053 H2 / cbrt(B), masonry 0.03 + 0.03 H / cbrt(B); GB 50009 annex F [unchecked].
[[nodiscard]] double first_period_s(StructureType type, double height_m, double breadth_m);
[[nodiscard]] ShearModel shear_model(const Structure& structure, std::vector<double> storey_m, double breadth_m);

struct FloorMotion {
    double dt_s = 0.01;
    std::vector<std::vector<double>> accel;  // absolute, m/s2; [0] = ground, [i] = floor over storey i
    std::vector<double> drift;               // greatest, per storey height; [i] = storey i, lowest 0
    std::vector<double> peak_accel;          // per floor, m/s2
    std::vector<double> peak_velocity;       // per floor, m/s
};

/// Steps of at most 1 ms inside.
[[nodiscard]] FloorMotion shake(const ShearModel& model, const GroundMotion& ground);

}  // namespace muster::hazards
