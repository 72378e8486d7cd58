// SPDX-License-Identifier: Apache-2.0
// How strong a floor's shaking is felt. JMA: the seismometer's filter of the Japan Meteorological Agency on one
// horizontal component (the agency uses three: ours reads up to 0.3 lower). China: GB/T 17742-2020 [unchecked].
#pragma once

#include <span>
#include <vector>

namespace muster::hazards {

/// I = 2 lg a0 + 0.94 with a0 in gal, exceeded by the filtered acceleration for 0.3 s in all.
[[nodiscard]] double jma_intensity(std::span<const double> accel, double dt_s);
/// The same over the last `window_s`, at every multiple of `every_s`.
[[nodiscard]] std::vector<double> running_jma(std::span<const double> accel, double dt_s, double window_s,
                                              double every_s);
/// Of the peaks of the last `window_s`, at every multiple of `every_s`.
[[nodiscard]] std::vector<double> running_china(std::span<const double> accel, std::span<const double> velocity,
                                                double dt_s, double window_s, double every_s);
/// Mean of what peak acceleration (m/s2) and velocity (m/s) say; at least 1, at most 12.
[[nodiscard]] double china_intensity(double pga, double pgv);

}  // namespace muster::hazards
