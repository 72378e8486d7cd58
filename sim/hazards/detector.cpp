// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/detector.h"

#include <cmath>

#include "sim/base/constants.h"

namespace muster::hazards {

namespace {
constexpr double flaming_m2_kg = 8700.0, smouldering_m2_kg = 4400.0;  // Mulholland and Croarkin 2000; CFAST
}  // namespace

double extinction(double soot_kg_m3, bool flaming) {
    return (flaming ? flaming_m2_kg : smouldering_m2_kg) * soot_kg_m3;
}

double optical_density(double soot_kg_m3, bool flaming) { return extinction(soot_kg_m3, flaming) / std::log(10.0); }

double sprinkler_decay_s(double spray_m_s) { return 3.0 * std::pow(1000.0 * spray_m_s, -1.8); }

bool Detector::step(const ZoneNetwork& network, double dt_s) {
    if (tripped_) return false;
    const ZoneNow& room = network.now()[spec_.zone];
    const bool in_smoke = spec_.height_m > room.layer_m;
    if (spec_.kind == DetectorKind::smoke) {
        tripped_ = optical_density(in_smoke ? room.soot_upper : room.soot_lower) >= spec_.set_point;
        return tripped_;
    }
    CeilingJet jet{in_smoke ? room.upper_k : room.lower_k, 0.1};
    for (std::size_t i = 0; i < network.fires_now().size(); ++i) {
        const ZoneFire& fire = network.fires()[i];
        const FireNow& is = network.fires_now()[i];
        if (fire.zone != spec_.zone || is.heat_w <= 0.0) continue;
        const FireBase base{is.heat_w, is.convected_w, fire.area_m2};
        const double ceiling = network.shapes()[spec_.zone].height_m - fire.base_m;
        const CeilingJet from =
            ceiling_jet(base, ceiling, room.layer_m - fire.base_m, spec_.distance_m, room.lower_k, room.upper_k);
        if (from.gas_k > jet.gas_k) jet = from;
    }
    // The link takes on the gas's temperature with the time constant RTI / sqrt(u); exact over the step.
    link_k_ = jet.gas_k + (link_k_ - jet.gas_k) * std::exp(-dt_s * std::sqrt(jet.speed_m_s) / spec_.rti);
    tripped_ = link_k_ >= spec_.set_point + zero_celsius_k;
    return tripped_;
}

}  // namespace muster::hazards
