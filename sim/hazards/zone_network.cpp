// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/zone_network.h"

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr double least_share = 1e-3;  // of a room's volume, for either layer
constexpr double most_out = 0.8;      // of a layer's mass may leave it in one step
constexpr double converged_w = 1e-3;  // of the pressure equations, all rooms together
constexpr int most_iterations = 40;
constexpr int most_strides = 4;
constexpr int most_halvings = 6;
constexpr double flashover_k = 823.15;           // 550 C, between the 500 and 600 C usually quoted
constexpr double flashover_flux_w_m2 = 20000.0;  // to the floor
constexpr double oxygen_heat_j_kg = 13.1e6;      // Huggett 1980, per kg of oxygen used

std::vector<std::pair<std::size_t, std::size_t>> joins_of(const std::vector<ZoneVent>& vents) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (const ZoneVent& v : vents)
        if (v.a != outdoors && v.b != outdoors) out.emplace_back(v.a, v.b);
    return out;
}

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
    out[trace] = f.yield_trace;
    return out;
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
      joule_(shapes_.size()),
      change_(shapes_.size()),
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
    for (auto& s : slabs_) s.reserve(VentFlows{}.slab.size());
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        const ZoneShape& z = shapes_[i];
        floor_pressure_.push_back(standard_pressure_pa - outdoor_density_ * gravity * z.floor_m);
        const double kg = floor_pressure_[i] * volume(i) / (gas_constant * settings_.ambient_k);
        const double upper = z.mixed ? 1.0 : least_share;
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
    const double room = std::max(0.0, most_out * source.mass - taken_[zone][from]);
    kg = std::min(kg, room);
    taken_[zone][from] += kg;
    const double t = source.temperature();
    const SpeciesMass what = source.part_of_species(kg / source.mass);
    SpeciesMass minus;
    for (std::size_t s = 0; s < species_count; ++s) minus[s] = -what[s];
    change_[zone][from].add(-kg, t, minus);
    change_[zone][to].add(kg, t, what);
    joule_[zone][from] -= kg * gas_cp * t;
    joule_[zone][to] += kg * gas_cp * t;
}

void ZoneNetwork::burn(double dt_s) {
    for (std::size_t i = 0; i < fires_.size(); ++i) {
        const ZoneFire& fire = fires_[i];
        FireNow& is = fires_now_[i];
        is = {};
        if (fire.trace_only) {
            release_trace(fire, dt_s);
            continue;
        }
        if (fire.wanted_w <= 0.0) continue;
        const ZoneNow& room = now_[fire.zone];
        const bool mixed = shapes_[fire.zone].mixed;
        const std::size_t air_from = mixed ? 1 : 0;
        const Layer& air = layers_[fire.zone][air_from];
        const double keep = 1.0 - fire.fuel.radiative_share;
        FireBase base{fire.wanted_w, keep * fire.wanted_w, fire.area_m2};
        const double oxygen_share = std::max(0.0, air.species[oxygen] / air.mass);
        const double limit = burning_share(oxygen_share, settings_.lower_oxygen_limit);
        // Entrainment up to the layer. The weaker the fire for want of oxygen, the less it draws in: iterate twice.
        const double rise = mixed ? shapes_[fire.zone].height_m : std::max(0.0, room.layer_m - fire.base_m);
        double entrained = 0.0;
        for (int pass = 0; pass < 3; ++pass) {
            entrained = plume_entrainment(base, rise);
            const double weak = base.convected_w / (gas_cp * std::max(room.upper_k - room.lower_k, 1.0));
            entrained = std::min({entrained, std::max(weak, 0.0), most_out * air.mass / dt_s});
            const double most = entrained * oxygen_share * limit * oxygen_heat_j_kg;
            const double q = std::min(fire.wanted_w, mixed ? fire.wanted_w * limit : most);
            if (q >= base.heat_w - 1.0) break;
            base.heat_w = q;
            base.convected_w = keep * q;
        }
        is.heat_w = base.heat_w;
        is.convected_w = base.convected_w;
        is.flame_m = base.flame_m();
        const double burnt = is.heat_w / fire.fuel.heat_of_combustion * dt_s;
        const double entrained_kg = mixed ? 0.0 : entrained * dt_s;
        is.entrained_kg_s = entrained_kg / dt_s;
        move(fire.zone, 0, 1, entrained_kg);
        SpeciesMass what = products_per_kg(fire.fuel);
        for (double& kg : what) kg *= burnt;
        // Never more oxygen than there is, in what goes up.
        change_[fire.zone][1].add(burnt, settings_.ambient_k, what);
        const double joule = burnt * gas_cp * settings_.ambient_k + is.convected_w * dt_s;
        joule_[fire.zone][1] += joule;
        account_.mass_in += burnt;
        account_.energy_in += joule;
        for (std::size_t s = 0; s < species_count; ++s) account_.species_in[s] += what[s];
    }
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
    change_[fire.zone][into].add(kg, fire.trace_k, what);
    joule_[fire.zone][into] += kg * gas_cp * fire.trace_k;
    account_.mass_in += kg;
    account_.energy_in += kg * gas_cp * fire.trace_k;
    account_.species_in[trace] += kg;
}

void ZoneNetwork::run_exhausts(double dt_s) {
    for (const Exhaust& e : exhausts_) {
        const ZoneNow& room = now_[e.zone];
        const bool upper = shapes_[e.zone].mixed || e.height_m > room.layer_m;
        const std::size_t k = upper ? 1 : 0;
        Layer& from = layers_[e.zone][k];
        double kg = 0.0, t = settings_.outdoor_k;
        SpeciesMass what{};
        if (e.flow_m3_s >= 0.0) {
            t = from.temperature();
            const double density = (floor_pressure_[e.zone] + room.gauge_pa) / (gas_constant * t);
            const double room_left = std::max(0.0, most_out * from.mass - taken_[e.zone][k]);
            kg = -std::min(e.flow_m3_s * density * dt_s, room_left);
            taken_[e.zone][k] -= kg;
            what = from.part_of_species(-kg / from.mass);
            for (double& s : what) s = -s;
        } else {
            kg = -e.flow_m3_s * outdoor_density_ * dt_s;
            what = fresh_air(kg);
        }
        change_[e.zone][k].add(kg, t, what);
        joule_[e.zone][k] += kg * gas_cp * t;
        account_.mass_in += kg;
        account_.energy_in += kg * gas_cp * t;
        for (std::size_t s = 0; s < species_count; ++s) account_.species_in[s] += what[s];
    }
}

// The pressure equation of each zone, V/(gamma-1) dP/dt = heat and enthalpy in, for trial pressures at the step's end.
double ZoneNetwork::residuals(double dt_s, bool with_matrix) {
    if (with_matrix) matrix_.clear();
    double worst = 0.0;
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        const double stiff = volume(i) / ((gas_gamma - 1.0) * dt_s);
        residual_[i] = (joule_[i][0] + joule_[i][1]) / dt_s - stiff * (trial_[i] - old_pressure_[i]);
        if (with_matrix) matrix_.add_diagonal(i, stiff);
    }
    AirColumn out;
    out.density = {outdoor_density_, outdoor_density_};
    out.temperature = {settings_.outdoor_k, settings_.outdoor_k};
    for (std::size_t v = 0; v < vents_.size(); ++v) {
        const ZoneVent& vent = vents_[v];
        VentShape shape = vent.shape;
        shape.width_m *= vent.open;
        slabs_[v].clear();
        through_[v] = 0.0;
        if (shape.width_m <= 0.0) continue;
        AirColumn a = vent.a == outdoors ? out : column(vent.a), b = vent.b == outdoors ? out : column(vent.b);
        if (vent.a != outdoors) a.gauge_pa = trial_[vent.a];
        if (vent.b != outdoors) b.gauge_pa = trial_[vent.b];
        const VentFlows flows = flows_through(shape, a, b, outdoor_density_);
        double enthalpy = 0.0, slope = 0.0;
        for (std::size_t k = 0; k < flows.count; ++k) {
            const SlabFlow& s = flows.slab[k];
            enthalpy += (s.from == 0 ? 1.0 : -1.0) * s.kg_s * gas_cp * s.temperature;
            slope += s.per_pa * gas_cp * s.temperature;
            slabs_[v].push_back(s);
        }
        through_[v] = enthalpy;
        slope *= stiffness_[v];
        if (vent.a != outdoors) {
            residual_[vent.a] -= enthalpy;
            if (with_matrix) matrix_.add_diagonal(vent.a, slope);
        }
        if (vent.b != outdoors) {
            residual_[vent.b] += enthalpy;
            if (with_matrix) matrix_.add_diagonal(vent.b, slope);
        }
        if (with_matrix && vent.a != outdoors && vent.b != outdoors && vent.a != vent.b)
            matrix_.add_pair(vent.a, vent.b, -slope);
    }
    for (const double r : residual_) worst += r * r;
    return worst;
}

ZoneStep ZoneNetwork::solve_pressures(double dt_s) {
    ZoneStep out;
    trial_ = pressure_;  // the last solution is the best guess
    std::fill(stiffness_.begin(), stiffness_.end(), 1.0);
    double error = residuals(dt_s, true);
    for (; out.iterations < most_iterations; ++out.iterations) {
        if (error < converged_w * converged_w) {
            pressure_ = trial_;
            return out;
        }
        std::copy(residual_.begin(), residual_.end(), newton_.begin());
        if (!matrix_.solve(newton_)) break;
        guess_ = trial_;
        before_ = through_;
        double stride = 1.0, now = 0.0;
        for (int halving = 0; halving < most_strides; ++halving, stride *= 0.5) {
            for (std::size_t i = 0; i < trial_.size(); ++i) trial_[i] = guess_[i] + stride * newton_[i];
            now = residuals(dt_s, true);
            if (now < error) break;
        }
        // Near zero a flow goes with the root of the pressure, and a full step from the tangent only turns it round.
        for (std::size_t v = 0; v < vents_.size(); ++v)
            stiffness_[v] = through_[v] * before_[v] < 0.0 ? std::min(64.0, 2.0 * stiffness_[v])
                                                           : std::max(1.0, 0.5 * stiffness_[v]);
        error = now;
    }
    out.converged = false;
    for (std::size_t i = 0; i < residual_.size(); ++i)
        if (std::abs(residual_[i]) > std::abs(residual_[out.worst_zone]) || !std::isfinite(residual_[i]))
            out.worst_zone = i;
    // Close enough to carry on: the next step starts from the true pressures of what is in the rooms.
    const double tolerable_w = 1.0;
    out.converged = std::isfinite(error) && std::sqrt(error) < tolerable_w;
    if (out.converged) pressure_ = trial_;
    return out;
}

void ZoneNetwork::pass(const ZoneVent& vent, const SlabFlow& flow, double dt_s) {
    const std::size_t from = flow.from == 0 ? vent.a : vent.b, to = flow.from == 0 ? vent.b : vent.a;
    double kg = flow.kg_s * dt_s;
    const double t = flow.temperature;
    SpeciesMass what{};
    if (from != outdoors) {
        const auto k = static_cast<std::size_t>(flow.layer);
        const Layer& source = layers_[from][k];
        kg *= held_back_[from][k];
        what = source.part_of_species(kg / source.mass);
        SpeciesMass minus;
        for (std::size_t s = 0; s < species_count; ++s) minus[s] = -what[s];
        change_[from][k].add(-kg, t, minus);
        joule_[from][k] -= kg * gas_cp * t;
    } else {
        what = fresh_air(kg);
        account_.mass_in += kg;
        account_.energy_in += kg * gas_cp * t;
        for (std::size_t s = 0; s < species_count; ++s) account_.species_in[s] += what[s];
    }
    if (to == outdoors) {
        account_.mass_in -= kg;
        account_.energy_in -= kg * gas_cp * t;
        for (std::size_t s = 0; s < species_count; ++s) account_.species_in[s] -= what[s];
        return;
    }
    const ZoneNow& room = now_[to];
    const double up = shapes_[to].mixed ? 1.0 : share_into_upper(t, room.lower_k, room.upper_k);
    for (std::size_t k = 0; k < 2; ++k) {
        const double share = k == 1 ? up : 1.0 - up;
        SpeciesMass part;
        for (std::size_t s = 0; s < species_count; ++s) part[s] = share * what[s];
        change_[to][k].add(share * kg, t, part);
        joule_[to][k] += share * kg * gas_cp * t;
    }
    if (shapes_[to].mixed) return;
    // A warm stream rises through the lower layer and draws air up; a cold one sinks through the smoke.
    const double floor = shapes_[to].floor_m, layer = floor + room.layer_m;
    const double density = standard_pressure_pa / gas_constant;
    const double width = vent.shape.width_m * vent.open;
    const double bottom = vent.shape.bottom_m, top = vent.shape.top_m;
    const double layer_from = from == outdoors ? bottom : shapes_[from].floor_m + now_[from].layer_m;
    if (up > 0.0 && t > room.lower_k && flow.height_m < layer) {
        const double rise = layer - std::max(bottom, layer_from);
        move(to, 0, 1,
             spill_entrainment(up * kg / dt_s, t - room.lower_k, room.lower_k, density / room.lower_k, width, rise) *
                 dt_s);
    }
    if (up < 1.0 && t < room.upper_k && flow.height_m > layer) {
        constexpr double shear_share = 0.25;  // CFAST
        const double sink = (from == outdoors ? top : std::min(top, layer_from)) - std::max(bottom, layer);
        move(to, 1, 0,
             shear_share * spill_entrainment((1.0 - up) * kg / dt_s, room.upper_k - t, t, density / t, width, sink) *
                 dt_s);
    }
}

void ZoneNetwork::flow_through_vents(double dt_s) {
    for (auto& h : held_back_) h = {0.0, 0.0};
    for (std::size_t v = 0; v < vents_.size(); ++v)
        for (const SlabFlow& s : slabs_[v]) {
            const std::size_t from = s.from == 0 ? vents_[v].a : vents_[v].b;
            if (from != outdoors) held_back_[from][static_cast<std::size_t>(s.layer)] += s.kg_s * dt_s;
        }
    for (std::size_t i = 0; i < held_back_.size(); ++i)
        for (std::size_t k = 0; k < 2; ++k) {
            const double may = std::max(0.0, most_out * layers_[i][k].mass - taken_[i][k]);
            const double wants = held_back_[i][k];
            held_back_[i][k] = wants > may ? may / wants : 1.0;
            taken_[i][k] += std::min(wants, may);
        }
    for (std::size_t v = 0; v < vents_.size(); ++v) {
        vent_flow_[v] = {0.0, 0.0};
        for (const SlabFlow& s : slabs_[v]) {
            vent_flow_[v][static_cast<std::size_t>(s.from)] += s.kg_s;
            pass(vents_[v], s, dt_s);
        }
    }
}

// Adds the step's change; then shares the room's volume among the layers by their enthalpy, since both are at one
// pressure. The work they do on each other is in that: h = cp m T changes by heat + V dP.
void ZoneNetwork::settle() {
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        auto& l = layers_[i];
        const double before = l[0].mass_k + l[1].mass_k;
        const double p_before = before * gas_constant / volume(i);
        const double joule = joule_[i][0] + joule_[i][1];
        const double rise_pa = (gas_gamma - 1.0) / volume(i) * joule;
        for (std::size_t k = 0; k < 2; ++k) {
            const double v = l[k].mass_k * gas_constant / p_before;
            l[k].mass_k += (joule_[i][k] + v * rise_pa) / gas_cp;
            l[k].mass += change_[i][k].mass;
            for (std::size_t s = 0; s < species_count; ++s)
                l[k].species[s] = std::max(0.0, l[k].species[s] + change_[i][k].species[s]);
        }
        if (shapes_[i].mixed) {  // one layer
            l[1].add(l[0].mass, l[0].mass > 0.0 ? l[0].mass_k / l[0].mass : 0.0, l[0].species);
            l[0] = Layer{};
            continue;
        }
        settle_layers(l);
    }
}

namespace {

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

// Neither layer may vanish, and the upper one is never the cooler.
void ZoneNetwork::settle_layers(std::array<Layer, 2>& l) const {
    const double all = l[0].mass_k + l[1].mass_k;
    for (std::size_t k = 0; k < 2; ++k) {
        const double lacks = least_share * all - l[k].mass_k;
        if (lacks > 0.0) pour(l[1 - k], l[k], lacks / l[1 - k].mass_k);
    }
    if (l[1].temperature() >= l[0].temperature()) return;
    pour(l[1], l[0], std::max(0.0, 1.0 - least_share * all / l[1].mass_k));
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
        joule_[i] = {0.0, 0.0};
        change_[i] = {};
        taken_[i] = {0.0, 0.0};
        old_pressure_[i] = now_[i].gauge_pa;
    }
    surfaces_before_ = surfaces_;
    const ZoneAccount account_before = account_;
    burn(dt_s);
    if (settings_.heat_to_walls) warm_walls(dt_s);
    run_exhausts(dt_s);
    const ZoneStep out = solve_pressures(dt_s);
    if (!out.converged && halvings < most_halvings) {
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

}  // namespace muster
