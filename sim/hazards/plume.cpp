// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/plume.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/base/constants.h"
#include "sim/hazards/gas.h"

namespace muster::hazards {

namespace {
using std::numbers::pi;
double density_of(double kelvin) { return standard_pressure_pa / (gas_constant * kelvin); }
}  // namespace

double FireBase::diameter_m() const { return std::sqrt(4.0 * std::max(area_m2, 1e-4) / pi); }

double FireBase::froude(double ambient_k) const {
    const double d = diameter_m();
    return heat_w / (density_of(ambient_k) * gas_cp * ambient_k * std::sqrt(standard_gravity_m_s2 * d) * d * d);
}

double FireBase::virtual_origin_m(double ambient_k) const {
    return diameter_m() * (-1.02 + 1.4 * std::pow(froude(ambient_k), 0.4));
}

double FireBase::flame_m(double ambient_k) const {
    return std::max(0.0, diameter_m() * (-1.02 + 3.7 * std::pow(froude(ambient_k), 0.4)));
}

double plume_entrainment(const FireBase& fire, double z_m) {
    if (fire.convected_w <= 0.0 || z_m <= 0.0) return 0.0;
    const double kw = fire.convected_w / 1000.0, origin = fire.virtual_origin_m(), flame = fire.flame_m();
    const auto above = [&](double z) {
        const double rise = std::max(z - origin, 1e-3);
        return 0.071 * std::cbrt(kw) * std::pow(rise, 5.0 / 3.0) *
               (1.0 + 0.026 * std::pow(kw, 2.0 / 3.0) * std::pow(rise, -5.0 / 3.0));
    };
    return z_m > flame ? above(z_m) : above(flame) * z_m / flame;
}

double plume_excess_k(const FireBase& fire, double z_m, double ambient_k, double ambient_density) {
    if (fire.convected_w <= 0.0) return 0.0;
    const double kw = fire.convected_w / 1000.0, cp_kj = gas_cp / 1000.0;
    const double rise = std::max(z_m - fire.virtual_origin_m(ambient_k), 1e-2);
    const double k =
        9.1 * std::cbrt(ambient_k / (standard_gravity_m_s2 * cp_kj * cp_kj * ambient_density * ambient_density)) *
        std::pow(kw, 2.0 / 3.0) * std::pow(rise, -5.0 / 3.0);
    return std::min(k, 900.0);
}

CeilingJet ceiling_jet(const FireBase& fire, double ceiling_m, double layer_m, double distance_m, double lower_k,
                       double upper_k) {
    CeilingJet jet{upper_k, 0.1};
    if (fire.heat_w <= 0.0 || ceiling_m <= 0.0) return jet;
    // In the layer the plume rises through gas that is warm already: its origin moves (CFAST).
    double plume_k = 0.0;
    if (layer_m < ceiling_m && layer_m > 0.0 && upper_k > lower_k) {
        const double origin = fire.virtual_origin_m(lower_k);
        const double moved = layer_m - std::pow(upper_k / lower_k, 0.6) * (layer_m - origin);
        FireBase at = fire;
        const double shift = moved - at.virtual_origin_m(upper_k);
        plume_k = upper_k + plume_excess_k(at, ceiling_m - shift, upper_k, density_of(upper_k));
    } else {
        plume_k = lower_k + plume_excess_k(fire, ceiling_m, lower_k, density_of(lower_k));
    }
    const double r = distance_m / ceiling_m;
    jet.gas_k = r <= 0.2 ? plume_k
                         : upper_k + 0.182 * std::max(0.0, plume_k - upper_k) * std::pow(0.225 + 0.27 * r, -4.0 / 3.0);
    const double strength = fire.convected_w / (density_of(lower_k) * gas_cp * lower_k *
                                                std::sqrt(standard_gravity_m_s2 * ceiling_m) * ceiling_m * ceiling_m);
    const double shape = r <= 0.17 ? 3.61 : 1.06 * std::pow(r, -0.69);
    jet.speed_m_s = std::max(0.1, std::sqrt(standard_gravity_m_s2 * ceiling_m) * std::cbrt(strength) * shape);
    return jet;
}

}  // namespace muster::hazards
