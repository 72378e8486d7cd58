// SPDX-License-Identifier: Apache-2.0
// What fires, leaks and fans put into the rooms and take out of them.
#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/hazards/zone_network.h"

namespace muster::hazards {

namespace {

constexpr double oxygen_heat_j_kg = 13.1e6;  // Huggett 1980, per kg of oxygen used

/// Share of the oxygen limit's flame that still burns: 0 below the limit, 1 from 0.01 above on (CFAST).
double burning_share(double oxygen_fraction, double limit) {
    const double x = std::clamp((oxygen_fraction - limit) / 0.01, 0.0, 1.0);
    return x * x * (3.0 - 2.0 * x);
}

/// kg of every species that one kg of fuel takes (negative) and gives.
SpeciesMass products_per_kg(const Fuel& f) {
    const double molar = 0.01201 * f.carbon + 0.001008 * f.hydrogen + 0.016 * f.oxygen_atoms + 0.014 * f.nitrogen;
    const double soot_mol = f.yield_soot * molar / molar_mass[soot],
                 co = f.yield_co * molar / molar_mass[carbon_monoxide];
    const double hcn = f.yield_hcn * molar / molar_mass[hydrogen_cyanide];
    const double co2 = std::max(0.0, f.carbon - co - hcn - soot_mol), h2o = std::max(0.0, 0.5 * (f.hydrogen - hcn));
    const double o2 = co2 + 0.5 * (h2o + co - f.oxygen_atoms);
    SpeciesMass out{};
    out[oxygen] = -std::max(0.0, o2) * molar_mass[oxygen] / molar;
    out[carbon_dioxide] = co2 * molar_mass[carbon_dioxide] / molar;
    out[carbon_monoxide] = f.yield_co;
    out[hydrogen_cyanide] = f.yield_hcn;
    out[water] = h2o * molar_mass[water] / molar;
    out[soot] = f.yield_soot;
    return out;
}

/// Of the grille's height.
double share_below(const Exhaust& exhaust, double layer_m, double ceiling_m) {
    if (exhaust.grille_m <= 0.0) return exhaust.height_m > layer_m ? 0.0 : 1.0;
    const double bottom =
        std::max(0.0, std::min(exhaust.height_m - 0.5 * exhaust.grille_m, ceiling_m - exhaust.grille_m));
    return std::clamp((layer_m - bottom) / exhaust.grille_m, 0.0, 1.0);
}

double corner_entrainment(FireBase fire, double rise_m) {
    constexpr double mirrored = 4.0;
    fire.heat_w *= mirrored;
    fire.convected_w *= mirrored;
    fire.area_m2 *= mirrored;
    return plume_entrainment(fire, rise_m) / mirrored;
}

}  // namespace

void ZoneNetwork::burn(double dt_s) {
    for (std::size_t i = 0; i < fires_.size(); ++i) {
        fires_now_[i] = {};
        if (fires_[i].trace_only)
            release_trace(fires_[i], dt_s);
        else if (fires_[i].free_burning_w > 0.0)
            burn(fires_[i], fires_now_[i], dt_s);
    }
}

void ZoneNetwork::burn(const ZoneFire& fire, FireNow& is, double dt_s) {
    FireBase base{fire.free_burning_w, (1.0 - fire.fuel.radiative_share) * fire.free_burning_w, fire.area_m2};
    const double entrained = entrain(fire, base, dt_s);
    is.heat_w = base.heat_w;
    is.convected_w = base.convected_w;
    if (!shapes_[fire.zone].mixed) move(fire.zone, 0, 1, entrained * dt_s);
    const double burnt = is.heat_w / fire.fuel.heat_of_combustion * dt_s;
    SpeciesMass what = products_per_kg(fire.fuel);
    for (double& kg : what) kg *= burnt;
    into_[fire.zone][1].add(burnt, settings_.ambient_k, what, is.convected_w * dt_s);
    account_.add(burnt, settings_.ambient_k, what, is.convected_w * dt_s);
}

/// kg/s drawn in up to the layer; `base` is left with the heat that the oxygen in it allows. The weaker the fire for
/// want of oxygen, the less it draws in: found by repetition.
double ZoneNetwork::entrain(const ZoneFire& fire, FireBase& base, double dt_s) const {
    const ZoneNow& room = now_[fire.zone];
    const bool mixed = shapes_[fire.zone].mixed;
    const Layer& air = layers_[fire.zone][mixed ? 1 : 0];
    const double oxygen_share = std::max(0.0, air.species[oxygen] / air.mass);
    const double limit = burning_share(oxygen_share, settings_.lower_oxygen_limit);
    const double rise = mixed ? shapes_[fire.zone].height_m : std::max(0.0, room.layer_m - fire.base_m);
    double entrained = 0.0;
    for (int pass = 0; pass < 3; ++pass) {
        entrained = fire.in_corner ? corner_entrainment(base, rise) : plume_entrainment(base, rise);
        const double weak = base.convected_w / (gas_cp * std::max(room.upper_k - room.lower_k, 1.0));
        entrained = std::min({entrained, std::max(weak, 0.0), max_out * air.mass / dt_s});
        const double most = entrained * oxygen_share * limit * oxygen_heat_j_kg;
        const double q = std::min(fire.free_burning_w, mixed ? fire.free_burning_w * limit : most);
        if (q >= base.heat_w - 1.0) break;
        base.heat_w = q;
        base.convected_w = (1.0 - fire.fuel.radiative_share) * q;
    }
    return entrained;
}

void ZoneNetwork::release_trace(const ZoneFire& fire, double dt_s) {
    const double kg = fire.wanted_trace_kg_s * dt_s;
    if (kg <= 0.0) return;
    const bool rises = fire.trace_lift_w > 0.0 || shapes_[fire.zone].mixed;
    if (fire.trace_lift_w > 0.0 && !shapes_[fire.zone].mixed) {
        const FireBase lift{fire.trace_lift_w, fire.trace_lift_w, fire.area_m2};
        move(fire.zone, 0, 1, plume_entrainment(lift, std::max(0.0, now_[fire.zone].layer_m - fire.base_m)) * dt_s);
    }
    SpeciesMass what{};
    what[trace] = kg;
    const std::size_t into = rises ? 1 : 0;
    into_[fire.zone][into].add(kg, fire.trace_k, what);
    account_.add(kg, fire.trace_k, what);
}

double ZoneNetwork::burn_trace(std::size_t zone, std::size_t layer) {
    double& kg = layers_[zone][layer].species[trace];
    account_.species[trace] -= kg;
    return std::exchange(kg, 0.0);
}

void ZoneNetwork::run_exhausts(double dt_s) {
    for (const Exhaust& e : exhausts_) {
        const double in_lower =
            shapes_[e.zone].mixed ? 0.0 : share_below(e, now_[e.zone].layer_m, shapes_[e.zone].height_m);
        run_exhaust(e, 0, in_lower * e.flow_m3_s, dt_s);
        run_exhaust(e, 1, (1.0 - in_lower) * e.flow_m3_s, dt_s);
    }
}

void ZoneNetwork::run_exhaust(const Exhaust& exhaust, std::size_t layer, double flow_m3_s, double dt_s) {
    if (flow_m3_s == 0.0) return;
    const std::size_t zone = exhaust.zone;
    double kg = -flow_m3_s * outdoor_density_ * dt_s, t = settings_.outdoor_k;
    SpeciesMass what = fresh_air(std::max(0.0, kg));
    if (flow_m3_s > 0.0) {
        const Layer& from = layers_[zone][layer];
        t = from.temperature();
        const double density = (floor_pressure_[zone] + now_[zone].gauge_pa) / (gas_constant * t);
        const double room_left = std::max(0.0, max_out * from.mass - taken_[zone][layer]);
        kg = -std::min(flow_m3_s * density * dt_s, room_left);
        taken_[zone][layer] -= kg;
        what = from.part_of_species(kg / from.mass);
    }
    into_[zone][layer].add(kg, t, what);
    account_.add(kg, t, what);
}

}  // namespace muster::hazards
