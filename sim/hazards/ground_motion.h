// SPDX-License-Identifier: Apache-2.0
// Ground motions: the design spectrum of GB 50011, motions drawn to fit it, and their measures. One horizontal
// direction; SI units, spectra in g where the name says so.
#pragma once

#include <cstdint>
#include <span>

#include "sim/model/quake.h"

namespace muster::hazards {

/// Acceleration in g of an oscillator of that period, 5 % damped; GB 50011-2010 figure 5.1.5 [unchecked].
[[nodiscard]] double spectral_acceleration_g(const CodeSpectrum& code, double period_s);
/// Peak ground acceleration for time histories, g; table 5.1.2-2 [unchecked].
[[nodiscard]] double code_peak_g(const CodeSpectrum& code);

/// A motion of 30 s whose spectrum fits the code's within about 10 % from 0.1 to 2 s: cosines of random phase under an
/// envelope, their amplitudes found by repetition. Deterministic in (code, seed).
[[nodiscard]] GroundMotion draw_motion(const CodeSpectrum& code, std::uint64_t seed);

/// Greatest |acceleration|, m/s2.
[[nodiscard]] double peak_of(std::span<const double> accel);
/// Greatest |velocity|, m/s, drift below 0.03 Hz taken out.
[[nodiscard]] std::vector<double> velocity_of(std::span<const double> accel, double dt_s);
[[nodiscard]] double peak_velocity(std::span<const double> accel, double dt_s);
/// Seconds between 5 and 95 % of the integral of the squared acceleration.
[[nodiscard]] double significant_duration(std::span<const double> accel, double dt_s);
/// Greatest absolute acceleration, m/s2, of an oscillator on that ground.
[[nodiscard]] double oscillator_peak(std::span<const double> accel, double dt_s, double period_s,
                                     double damping = 0.05);

}  // namespace muster::hazards
