// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/room_air.h"

#include <algorithm>

namespace muster::hazards {

double upper_share(double head_m, double layer_m) {
    constexpr double blend_m = 0.1;
    return std::clamp((head_m - layer_m) / blend_m, 0.0, 1.0);
}

void take_worst(SpaceAir& worst, const LayeredAir& part, const AirAtHead& at_head, double dose_per_s) {
    const auto raise = [](float& to, double value) { to = std::max(to, static_cast<float>(value)); };
    worst.layer_m = std::min(worst.layer_m, static_cast<float>(part.layer_m));
    raise(worst.upper_k, part.upper.temperature_k);
    raise(worst.lower_k, part.lower.temperature_k);
    raise(worst.extinction_head, at_head.extinction);
    raise(worst.co_ppm_head, at_head.co_ppm);
    raise(worst.gas_ppm_head, at_head.trace_ppm);
    raise(worst.dose_head, dose_per_s);
}

}  // namespace muster::hazards
