// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/vent_flow.h"

#include <algorithm>
#include <cmath>

#include "sim/base/constants.h"
#include "sim/hazards/gas.h"

namespace muster::hazards {

namespace {

/// Below this pressure difference the square root is replaced by a straight line, Pa. CFAST has 1e-5; 1e-3 (4 cm/s)
/// lets the pressures of a tall stair be found in a few iterations and moves no figure of the reference cases.
constexpr double laminar_pa = 1e-3;

double gauge_at(const AirColumn& c, double z, double outdoor_density) {
    const double in_lower = std::min(z, c.layer_m) - c.floor_m, in_upper = std::max(0.0, z - c.layer_m);
    const double below = std::max(0.0, in_lower);
    return c.gauge_pa - standard_gravity_m_s2 *
                            ((c.density[0] - outdoor_density) * below + (c.density[1] - outdoor_density) * in_upper);
}

void add_slab(const VentShape& vent, const AirColumn& source, int from, double bottom, double top, double p1, double p2,
              VentFlows& out) {
    const double dz = top - bottom;
    if (dz < 1e-9) return;
    const double middle = 0.5 * (bottom + top);
    SlabFlow& s = out.slab[out.count++];
    s.from = from;
    s.layer = middle > source.layer_m ? 1 : 0;
    s.height_m = middle;
    s.temperature = source.temperature[static_cast<std::size_t>(s.layer)];
    const double rho = source.density[static_cast<std::size_t>(s.layer)];
    const double k = vent.discharge * vent.width_m * dz;
    // Near zero the square root gives way to a straight line through its value at laminar_pa.
    const double most = std::max(p1, p2);
    const double scale = most < laminar_pa ? laminar_pa / std::max(most, 1e-30) : 1.0;
    if (most <= 0.0) {
        s.per_pa = k * std::sqrt(2.0 * rho / laminar_pa);
        return;
    }
    const double r1 = std::sqrt(p1 * scale), r2 = std::sqrt(p2 * scale);
    s.kg_s = k * std::sqrt(2.0 * rho) * (2.0 / 3.0) * (scale * (p1 + p2) + r1 * r2) / (r1 + r2) / scale;
    s.per_pa = scale > 1.0 ? k * std::sqrt(2.0 * rho / laminar_pa) : k * std::sqrt(rho / 2.0) * 2.0 / (r1 + r2);
}

}  // namespace

VentFlows flows_through(const VentShape& vent, const AirColumn& a, const AirColumn& b, double outdoor_density) {
    VentFlows out;
    if (vent.width_m <= 0.0 || vent.top_m <= vent.bottom_m) return out;
    std::array<double, 4> cut{vent.bottom_m, std::clamp(a.layer_m, vent.bottom_m, vent.top_m),
                              std::clamp(b.layer_m, vent.bottom_m, vent.top_m), vent.top_m};
    if (cut[1] > cut[2]) std::swap(cut[1], cut[2]);
    for (std::size_t i = 0; i + 1 < cut.size(); ++i) {
        const double lo = cut[i], hi = cut[i + 1];
        if (hi - lo < 1e-9) continue;
        const double p1 = gauge_at(a, lo, outdoor_density) - gauge_at(b, lo, outdoor_density);
        const double p2 = gauge_at(a, hi, outdoor_density) - gauge_at(b, hi, outdoor_density);
        const auto slab = [&](double z1, double z2, double q1, double q2) {
            const bool from_a = q1 + q2 > 0.0;
            add_slab(vent, from_a ? a : b, from_a ? 0 : 1, z1, z2, std::abs(q1), std::abs(q2), out);
        };
        if (p1 * p2 < 0.0) {
            const double neutral = lo + (hi - lo) * p1 / (p1 - p2);
            slab(lo, neutral, p1, 0.0);
            slab(neutral, hi, 0.0, p2);
        } else {
            slab(lo, hi, p1, p2);
        }
    }
    return out;
}

double share_into_upper(double kelvin, double lower_k, double upper_k) {
    // A flow as warm as the lower layer stays low even where no smoke layer has formed yet.
    constexpr double min_step_k = 0.2;
    const double x = std::clamp((kelvin - lower_k) / std::max(upper_k - lower_k, min_step_k), 0.0, 1.0);
    return x * x * (3.0 - 2.0 * x);
}

double spill_entrainment(double kg_s, double excess_k, double layer_k, double layer_density, double width_m,
                         double rise_m) {
    if (kg_s <= 0.0 || excess_k <= 0.0 || rise_m <= 0.0 || width_m <= 0.0) return 0.0;
    const double enthalpy_w = gas_cp * excess_k * kg_s;
    return 0.44 * std::pow(layer_k / (layer_k + excess_k), 2.0 / 3.0) *
           std::cbrt(standard_gravity_m_s2 * layer_density * layer_density / (gas_cp * layer_k)) *
           std::cbrt(enthalpy_w) * std::pow(width_m, 2.0 / 3.0) * rise_m;
}

}  // namespace muster::hazards
