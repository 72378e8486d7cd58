// SPDX-License-Identifier: Apache-2.0
// Constants of nature that several libraries use. Pi is std::numbers::pi.
#pragma once

namespace muster {

inline constexpr double zero_celsius_k = 273.15;             // K, by definition
inline constexpr double stefan_boltzmann_w_m2k4 = 5.670e-8;  // W/(m2 K4), CODATA rounded to four figures
inline constexpr double standard_gravity_m_s2 = 9.80665;     // m/s2, by definition

}  // namespace muster
