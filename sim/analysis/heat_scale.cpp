// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/heat_scale.h"

#include <algorithm>

#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/smoke.h"
#include "sim/base/constants.h"

namespace muster::analysis {

// Ends are chosen to show a school's evacuation; thresholds are those of the reports.
HeatScale heat_scale(HeatKind kind) {
    const TenabilityLimits limits;
    switch (kind) {
        case HeatKind::density:
        case HeatKind::peak_density:
            return {0.0, 6.0, "1/m²", true, congested_density};
        case HeatKind::speed:
            return {0.0, 1.5, "m/s", false, queue_speed_m_s};
        case HeatKind::time_lost:
            return {0.0, 60.0, "s", true, {}};
        case HeatKind::pressure:
            return {0.0, 200.0, "N/m", true, {}};  // not calibrated: no line between harmless and harmful
        case HeatKind::layer_height:
            return {0.0, 3.0, "m", false, head_m};
        case HeatKind::visibility:
            return {0.0, 30.0, "m", false, limits.visibility_m};
        case HeatKind::temperature:
            return {20.0, 120.0, "°C", true, limits.temperature_k - zero_celsius_k};
        case HeatKind::dose_rate:
            return {0.0, 0.3, "1/min", true, {}};
        case HeatKind::dose:
            return {0.0, 1.0, "", true, limits.dose};
    }
    return {};
}

double heat_of(const SpaceAir& air, HeatKind kind, double dose) {
    const double farthest = heat_scale(HeatKind::visibility).high;
    switch (kind) {
        case HeatKind::layer_height:
            return air.layer_m;
        case HeatKind::visibility:
            return visibility_times_extinction /
                   std::max(static_cast<double>(air.extinction_head), visibility_times_extinction / farthest);
        case HeatKind::temperature:
            return temperature_at_head_k(air) - zero_celsius_k;
        case HeatKind::dose_rate:
            return 60.0 * static_cast<double>(air.dose_head);
        case HeatKind::dose:
            return dose;
        default:
            return 0.0;
    }
}

std::size_t air_frames_until(const Trace& trace, SimTime time) {
    return static_cast<std::size_t>(std::upper_bound(trace.air_times.begin(), trace.air_times.end(), time) -
                                    trace.air_times.begin());
}

double dose_of_staying(const Trace& trace, SpaceId space, std::size_t frames) {
    const std::size_t spaces = trace.world->building.spaces.size();
    double dose = 0.0;
    for (std::size_t i = 1; i < frames; ++i)
        dose += static_cast<double>(trace.air[i * spaces + space.index()].dose_head) *
                (trace.air_times[i] - trace.air_times[i - 1]).seconds();
    return dose;
}

}  // namespace muster::analysis
