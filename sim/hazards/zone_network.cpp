// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/zone_network.h"

#include <algorithm>
#include <cmath>

#include "sim/base/constants.h"

namespace muster::hazards {

namespace {

constexpr double min_share = 1e-3;  // of a room's volume, for either layer
constexpr int max_halvings = 6;
constexpr double flashover_k = 823.15;           // 550 C, between the 500 and 600 C usually quoted
constexpr double flashover_flux_w_m2 = 20000.0;  // to the floor

std::vector<std::pair<std::size_t, std::size_t>> joins_of(const std::vector<ZoneVent>& vents) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (const ZoneVent& v : vents)
        if (v.a != outdoors && v.b != outdoors) out.emplace_back(v.a, v.b);
    return out;
}

void pour(Layer& from, Layer& into, double part) {
    const SpeciesMass what = from.part_of_species(part);
    const double kg = part * from.mass, kg_k = part * from.mass_k;
    into.mass += kg;
    into.mass_k += kg_k;
    from.mass -= kg;
    from.mass_k -= kg_k;
    for (std::size_t s = 0; s < species_count; ++s) {
        into.species[s] += what[s];
        from.species[s] -= what[s];
    }
}

}  // namespace

ZoneNetwork::ZoneNetwork(std::vector<ZoneShape> zones, std::vector<ZoneVent> vents, std::vector<ZoneFire> fires,
                         std::vector<Exhaust> exhausts, const ZoneSettings& settings)
    : shapes_(std::move(zones)),
      vents_(std::move(vents)),
      fires_(std::move(fires)),
      exhausts_(std::move(exhausts)),
      settings_(settings),
      outdoor_density_(standard_pressure_pa / (gas_constant * settings.outdoor_k)),
      layers_(shapes_.size()),
      pressure_(shapes_.size(), 0.0),
      old_pressure_(shapes_.size(), 0.0),
      trial_(shapes_.size(), 0.0),
      into_(shapes_.size()),
      taken_(shapes_.size()),
      held_back_(shapes_.size()),
      slabs_(vents_.size()),
      vent_flow_(vents_.size()),
      now_(shapes_.size()),
      fires_now_(fires_.size()),
      residual_(shapes_.size(), 0.0),
      newton_(shapes_.size(), 0.0),
      guess_(shapes_.size(), 0.0),
      through_(vents_.size(), 0.0),
      stiffness_(vents_.size(), 1.0),
      matrix_(shapes_.size(), joins_of(vents_)) {
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        const ZoneShape& z = shapes_[i];
        floor_pressure_.push_back(standard_pressure_pa - outdoor_density_ * standard_gravity_m_s2 * z.floor_m);
        const double kg = floor_pressure_[i] * volume(i) / (gas_constant * settings_.ambient_k);
        const double upper = z.mixed ? 1.0 : min_share;
        for (std::size_t k = 0; k < 2; ++k) {
            const double m = kg * (k == 1 ? upper : 1.0 - upper);
            layers_[i][k].add(m, settings_.ambient_k, fresh_air(m));
        }
        surfaces_.push_back({WallSlab(z.ceiling, settings_.ambient_k), WallSlab(z.walls, settings_.ambient_k),
                             WallSlab(z.walls, settings_.ambient_k), WallSlab(z.floor, settings_.ambient_k)});
    }
    look();
}

std::size_t ZoneNetwork::add_fire(const ZoneFire& fire) {
    fires_.push_back(fire);
    fires_now_.emplace_back();
    return fires_.size() - 1;
}

double ZoneNetwork::total_mass() const {
    double out = 0.0;
    for (const auto& l : layers_) out += l[0].mass + l[1].mass;
    return out;
}

double ZoneNetwork::total_energy() const {
    double out = 0.0;
    for (const auto& l : layers_) out += gas_cp / gas_gamma * (l[0].mass_k + l[1].mass_k);
    return out;
}

SpeciesMass ZoneNetwork::total_species() const {
    SpeciesMass out{};
    for (const auto& l : layers_)
        for (std::size_t s = 0; s < species_count; ++s) out[s] += l[0].species[s] + l[1].species[s];
    return out;
}

AirColumn ZoneNetwork::column(std::size_t zone) const {
    AirColumn c;
    const ZoneNow& n = now_[zone];
    c.floor_m = shapes_[zone].floor_m;
    c.layer_m = c.floor_m + n.layer_m;
    // Densities at the pressure of the floor: over one storey it changes by 0.04 %.
    const double absolute = floor_pressure_[zone] + n.gauge_pa;
    c.temperature = {n.lower_k, n.upper_k};
    c.density = {n.heavier[0] * absolute / (gas_constant * n.lower_k),
                 n.heavier[1] * absolute / (gas_constant * n.upper_k)};
    return c;
}

/// Moves gas from one layer to another of the same room, as part of the step's change.
void ZoneNetwork::move(std::size_t zone, std::size_t from, std::size_t to, double kg) {
    const Layer& source = layers_[zone][from];
    if (source.mass <= 0.0 || kg <= 0.0) return;
    const double room = std::max(0.0, max_out * source.mass - taken_[zone][from]);
    kg = std::min(kg, room);
    taken_[zone][from] += kg;
    const double t = source.temperature();
    const SpeciesMass what = source.part_of_species(kg / source.mass);
    into_[zone][from].add(-kg, t, scaled(what, -1.0));
    into_[zone][to].add(kg, t, what);
}

// Adds the step's change; then shares the room's volume among the layers by their enthalpy, since both are at one
// pressure. The work they do on each other is in that: h = cp m T changes by heat + V dP.
void ZoneNetwork::settle() {
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        auto& l = layers_[i];
        const double before = l[0].mass_k + l[1].mass_k;
        const double p_before = before * gas_constant / volume(i);
        const double joule = into_[i][0].joule + into_[i][1].joule;
        const double rise_pa = (gas_gamma - 1.0) / volume(i) * joule;
        for (std::size_t k = 0; k < 2; ++k) {
            const double v = l[k].mass_k * gas_constant / p_before;
            l[k].mass_k += (into_[i][k].joule + v * rise_pa) / gas_cp;
            l[k].mass += into_[i][k].kg;
            for (std::size_t s = 0; s < species_count; ++s)
                l[k].species[s] = std::max(0.0, l[k].species[s] + into_[i][k].species[s]);
        }
        if (shapes_[i].mixed) {  // one layer
            l[1].add(l[0].mass, l[0].mass > 0.0 ? l[0].mass_k / l[0].mass : 0.0, l[0].species);
            l[0] = Layer{};
            continue;
        }
        settle_layers(l);
    }
}

// Neither layer may vanish, and the upper one is never the cooler.
void ZoneNetwork::settle_layers(std::array<Layer, 2>& l) const {
    const double all = l[0].mass_k + l[1].mass_k;
    for (std::size_t k = 0; k < 2; ++k) {
        const double lacks = min_share * all - l[k].mass_k;
        if (lacks > 0.0) pour(l[1 - k], l[k], lacks / l[1 - k].mass_k);
    }
    if (l[1].temperature() >= l[0].temperature()) return;
    pour(l[1], l[0], std::max(0.0, 1.0 - min_share * all / l[1].mass_k));
    const double mixed = all / (l[0].mass + l[1].mass);
    for (Layer& layer : l) layer.mass_k = layer.mass * mixed;
}

void ZoneNetwork::look() {
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        const auto& l = layers_[i];
        ZoneNow& n = now_[i];
        const double all = l[0].mass_k + l[1].mass_k;
        const double upper = l[1].mass_k / all;
        n.layer_m = shapes_[i].mixed ? 0.0 : shapes_[i].height_m * (1.0 - upper);
        n.upper_k = l[1].temperature();
        n.lower_k = l[0].mass > 0.0 ? l[0].temperature() : n.upper_k;
        n.gauge_pa = all * gas_constant / volume(i) - floor_pressure_[i];
        n.soot_upper = l[1].species[soot] / (upper * volume(i));
        n.soot_lower = upper < 1.0 ? l[0].species[soot] / ((1.0 - upper) * volume(i)) : n.soot_upper;
        for (std::size_t k = 0; k < 2; ++k)
            if (l[k].species[trace] > 0.0)
                n.heavier[k] =
                    1.0 + mole_fraction(l[k], trace) * (trace_molar_ - molar_mass[trace]) / molar_mass[trace];
        n.flashover = n.flashover || n.upper_k > flashover_k || n.flux_to_floor_w_m2 > flashover_flux_w_m2;
    }
}

// One step, or two of half the length where the pressures were not found.
ZoneStep ZoneNetwork::attempt(double dt_s, int halvings) {
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        into_[i] = {};
        taken_[i] = {0.0, 0.0};
        old_pressure_[i] = now_[i].gauge_pa;
    }
    surfaces_before_ = surfaces_;
    const Exchange account_before = account_;
    burn(dt_s);
    if (settings_.heat_to_walls) warm_walls(dt_s);
    run_exhausts(dt_s);
    const ZoneStep out = solve_pressures(dt_s);
    if (!out.converged && halvings < max_halvings) {
        surfaces_ = surfaces_before_;
        account_ = account_before;
        const ZoneStep first = attempt(0.5 * dt_s, halvings + 1);
        const ZoneStep second = attempt(0.5 * dt_s, halvings + 1);
        return first.converged ? second : first;
    }
    flow_through_vents(dt_s);
    settle();
    look();
    return out;
}

ZoneStep ZoneNetwork::step(double dt_s) { return attempt(dt_s, 0); }

}  // namespace muster::hazards
