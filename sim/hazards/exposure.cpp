// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/exposure.h"

#include <algorithm>
#include <cmath>

#include "sim/base/constants.h"

namespace muster::hazards {

namespace {

double between(double x, double x0, double y0, double x1, double y1) { return y0 + (y1 - y0) * (x - x0) / (x1 - x0); }

double jin_factor(double k, double free_speed) {
    double f = 1.0;
    if (k > 0.26) f = k < 0.5 ? between(k, 0.26, 1.0, 0.5, 0.83) : between(k, 0.5, 0.83, 1.0, 0.46);
    return std::min(1.0, std::max(f, 0.3 / free_speed));
}

double jin_irritant_factor(double k, double free_speed) {
    const double f = k > 0.2 ? between(k, 0.2, 1.0, 0.5, 0.36) : 1.0;
    return std::min(1.0, std::max(f, 0.3 / free_speed));
}

}  // namespace

double smoke_speed_factor(SmokeWalking law, double k, double free_speed) {
    if (k <= 0.0) return 1.0;
    switch (law) {
        case SmokeWalking::jin:
            return jin_factor(k, free_speed);
        case SmokeWalking::jin_irritant:
            return jin_irritant_factor(k, free_speed);
        case SmokeWalking::fridolf:
            return visibility_m(k) / (visibility_m(k) + 2.0);
        case SmokeWalking::frantzich_nilsson:
            break;
    }
    constexpr double alpha = 0.706, beta = -0.057;
    return std::max(0.1, 1.0 + beta / alpha * k);
}

double visibility_m(double k, bool lit) { return std::min(1000.0, (lit ? 8.0 : 3.0) / std::max(k, 1e-9)); }

double turn_back_share(double k) {
    if (k <= 0.15) return 0.0;
    if (k < 0.5) return between(k, 0.15, 0.0, 0.5, 0.3);
    if (k < 1.0) return between(k, 0.5, 0.3, 1.0, 0.6);
    return k < 3.0 ? between(k, 1.0, 0.6, 3.0, 0.9) : 0.9;
}

double gas_dose_per_s(DoseModel model, const AirAtHead& air) {
    if (model == DoseModel::iso_13571) {
        const double faster = air.co2_percent > 2.0 ? std::exp(air.co2_percent / 5.0) : 1.0;
        return (air.co_ppm / 35000.0 + std::pow(air.hcn_ppm, 2.36) / 1.2e6) * faster / 60.0;
    }
    const double co = 2.764e-5 * std::pow(air.co_ppm, 1.036);
    const double cn = std::max(0.0, std::exp(air.hcn_ppm / 43.0) / 220.0 - 0.0045);
    const double breathing = std::exp(0.1903 * air.co2_percent + 2.0004) / 7.1;
    const double low_oxygen =
        air.oxygen_percent < 19.5 ? 1.0 / std::exp(8.13 - 0.54 * (20.9 - air.oxygen_percent)) : 0.0;
    return ((co + (air.hcn_ppm > 0.0 ? cn : 0.0)) * breathing + low_oxygen) / 60.0;
}

double heat_dose_per_s(const AirAtHead& air, bool clothed) {
    const double celsius = air.temperature_k - zero_celsius_k, q = air.radiation_w_m2 / 1000.0;
    double per_min = 0.0;
    if (celsius > 40.0)  // under it the law, made for 100 C and more, would count hours of summer as harm
        per_min += clothed ? std::pow(celsius, 3.61) / 4.1e8 : std::pow(celsius, 3.4) / 5e7;
    if (q >= 2.5) per_min += std::pow(q, 1.9) / 4.2;
    return per_min / 60.0;
}

}  // namespace muster::hazards
