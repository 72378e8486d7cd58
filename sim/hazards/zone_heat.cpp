// SPDX-License-Identifier: Apache-2.0
// Heat between the gas of a room and its walls: convection (CFAST's correlations) and radiation between two grey gas
// layers, the surfaces around either, and the flames. The radiation exchange is ours, simpler than CFAST's four walls.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/base/constants.h"
#include "sim/hazards/zone_network.h"

namespace muster::hazards {

namespace {

constexpr double level_h = 1.52, upright_h = 1.31;  // W/(m2 K^(4/3)): ceiling and floor, walls; CFAST
constexpr double soot_density = 1800.0;             // kg/m3
constexpr double soot_absorption = 1195.5;          // 1/(m K) per volume fraction; CFAST
constexpr double quiet_k = 0.05;                    // rooms within this of their walls exchange nothing worth counting

double fourth(double t) { return t * t * t * t; }

/// Of an exchange that would pull a thin layer past its partner within the step: what is left of it, (0, 1].
double damped(double x) { return x < 1e-6 ? 1.0 : (1.0 - std::exp(-x)) / x; }

}  // namespace

void ZoneNetwork::add_heat(std::size_t zone, std::size_t layer, double joule) {
    into_[zone][layer].joule += joule;
    account_.joule += joule;
}

double ZoneNetwork::emissivity(std::size_t zone, std::size_t layer, double surface_m2) const {
    const Layer& gas = layers_[zone][layer];
    if (gas.mass <= 0.0) return 0.0;
    const double v = volume(zone) * (layer == 1 ? 1.0 - now_[zone].layer_m / shapes_[zone].height_m
                                                : now_[zone].layer_m / shapes_[zone].height_m);
    if (v <= 0.0) return 0.0;
    const double path = 3.6 * v / surface_m2, t = gas.temperature();
    const double soot_path = soot_absorption * t * (gas.species[soot] / v / soot_density) * path;
    // Our fit to the CFAST/SFPE emissivity table of water vapour and carbon dioxide; partial pressures in atm.
    const double water_path = mole_fraction(gas, water) * path, co2_path = mole_fraction(gas, carbon_dioxide) * path;
    const double gases =
        std::min(0.6, 0.37 * std::pow(water_path, 0.4) * std::min(1.6, 500.0 / t) + 0.08 * std::pow(co2_path, 0.26));
    return 1.0 - (1.0 - gases) * std::exp(-soot_path);
}

void ZoneNetwork::warm_walls(double dt_s) {
    for (std::size_t i = 0; i < shapes_.size(); ++i) warm_zone(i, dt_s);
}

void ZoneNetwork::warm_zone(std::size_t i, double dt_s) {
    const ZoneShape& shape = shapes_[i];
    ZoneNow& room = now_[i];
    Surfaces& s = surfaces_[i];
    double flame_w = 0.0, plume_w = 0.0;
    for (std::size_t f = 0; f < fires_.size(); ++f)
        if (fires_[f].zone == i) {
            flame_w += fires_now_[f].heat_w - fires_now_[f].convected_w;
            plume_w += fires_now_[f].convected_w;
        }
    const double tu = room.upper_k, tl = room.lower_k;
    const auto near = [](double a, double b) { return std::abs(a - b) < quiet_k; };
    if (flame_w == 0.0 && near(tu, s.ceiling.surface_k()) && near(tu, s.upper_wall.surface_k()) &&
        near(tl, s.lower_wall.surface_k()) && near(tl, s.floor.surface_k()))
        return;

    const double a_floor = shape.floor_area_m2, a_ceiling = shape.floor_area_m2;
    const double a_upper = std::max(1e-3, shape.perimeter_m * (shape.height_m - room.layer_m));
    const double a_lower = std::max(1e-3, shape.perimeter_m * room.layer_m);
    const double a_up = a_ceiling + a_upper, a_low = a_floor + a_lower;
    const double eu = emissivity(i, 1, a_up + a_floor), el = emissivity(i, 0, a_low + a_floor);
    const double up4 = (a_ceiling * fourth(s.ceiling.surface_k()) + a_upper * fourth(s.upper_wall.surface_k())) / a_up;
    const double low4 = (a_floor * fourth(s.floor.surface_k()) + a_lower * fourth(s.lower_wall.surface_k())) / a_low;
    const double tu4 = fourth(tu), tl4 = fourth(tl);
    const double ew = s.ceiling.emissivity(), sigma = stefan_boltzmann_w_m2k4 * ew;

    // Damp what thin layers exchange.
    const auto thin = [&](std::size_t k, double e, double area) {
        const double t = k == 1 ? tu : tl, m = layers_[i][k].mass;
        return m > 0.0 ? damped(4.0 * sigma * e * t * t * t * area * dt_s / (m * gas_cp)) : 0.0;
    };
    const double ru = thin(1, eu, a_up + a_floor), rl = thin(0, el, a_low + a_floor), both = std::min(ru, rl);
    const double gas_up_to_up = ru * sigma * eu * (tu4 - up4) * a_up;
    const double gas_up_to_low = ru * sigma * eu * (1.0 - el) * (tu4 - low4) * a_floor;
    const double gas_to_gas = both * sigma * eu * el * (tu4 - tl4) * a_floor;
    const double gas_low_to_low = rl * sigma * el * (tl4 - low4) * a_low;
    const double gas_low_to_up = rl * sigma * el * (1.0 - eu) * (tl4 - up4) * a_floor;
    const double up_to_low = sigma * (1.0 - eu) * (1.0 - el) * (up4 - low4) * a_floor;

    // Flames on the floor: half onto it, half up; of that, what goes out at low angles meets the lower walls, the rest
    // passes through the smoke.
    const double flame_down = 0.5 * flame_w, flame_up = 0.5 * flame_w;
    const double round_m = std::sqrt(a_floor / std::numbers::pi);
    const double aside = room.layer_m / std::hypot(room.layer_m, round_m);
    const double into_low_gas = el * flame_up, beyond = (1.0 - el) * flame_up;
    const double into_up_gas = eu * (1.0 - aside) * beyond;
    const double to_up = (1.0 - eu) * (1.0 - aside) * beyond + gas_up_to_up + gas_low_to_up - up_to_low;
    const double to_low = aside * beyond + gas_up_to_low + gas_low_to_low + up_to_low;
    add_heat(i, 1, dt_s * (into_up_gas - gas_up_to_up - gas_up_to_low - gas_to_gas));
    add_heat(i, shape.mixed ? 1 : 0, dt_s * (into_low_gas + gas_to_gas - gas_low_to_low - gas_low_to_up));
    room.flux_to_floor_w_m2 =
        (1.0 - el) * eu * stefan_boltzmann_w_m2k4 * (tu4 - fourth(settings_.ambient_k)) + flame_down / a_floor;

    const auto convect = [&](WallSlab& wall, std::size_t k, double area, double law, double net, double min_w_m2) {
        const double gas = k == 1 ? tu : tl;
        const double difference = gas - wall.surface_k();
        double h = law * std::cbrt(std::max(std::abs(difference), 1e-3));
        if (difference > 1.0) h = std::max(h, min_w_m2 / difference);
        const double m = layers_[i][k].mass;
        h *= damped(h * area * dt_s / (m * gas_cp));
        add_heat(i, k, -dt_s * area * wall.step(dt_s, h, gas, net));
    };
    const double capped = std::min(a_ceiling, 3.14159 * 16.0 * shape.height_m * shape.height_m);
    const double jet_w_m2 = 0.27 * plume_w / (std::pow(capped, 0.68) * std::pow(shape.height_m, 0.64));
    const std::size_t low = shape.mixed ? 1 : 0;
    convect(s.ceiling, 1, a_ceiling, level_h, to_up / a_up, jet_w_m2);
    convect(s.upper_wall, 1, a_upper, upright_h, to_up / a_up, 0.0);
    convect(s.lower_wall, low, a_lower, upright_h, to_low / a_low, 0.0);
    convect(s.floor, low, a_floor, level_h, to_low / a_low + flame_down / a_floor, 0.0);
}

}  // namespace muster::hazards
