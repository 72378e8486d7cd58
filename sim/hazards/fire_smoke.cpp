// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/fire_smoke.h"

#include <algorithm>
#include <cmath>

namespace muster::hazards {

namespace {

constexpr double step_s = 1.0;  // the figures do not change down to 0.1 s
constexpr double below_ceiling_m = 0.1;
constexpr double flash_s = 5.0, flash_most_kw = 50'000.0;  // of gas that burns at once; assumption
constexpr double sprinkler_spray_m_s = 7e-5;               // 4.2 mm/min, light hazard; GB 50084 [unchecked]
constexpr double parts_per_million = 1e6;

DetectorSpec spec_of(FixtureKind kind) {
    DetectorSpec s;
    if (kind == FixtureKind::heat_detector) s.kind = DetectorKind::heat, s.set_point = 57.0, s.rti = 50.0;
    if (kind == FixtureKind::sprinkler)
        s.kind = DetectorKind::sprinkler, s.set_point = 68.0, s.rti = 50.0, s.spray_m_s = sprinkler_spray_m_s;
    return s;
}

bool detects(FixtureKind kind) {
    return kind == FixtureKind::smoke_detector || kind == FixtureKind::heat_detector || kind == FixtureKind::sprinkler;
}

}  // namespace

FireSmoke::FireSmoke(const Building& building, const SmokeSettings& settings, const std::vector<std::size_t>& failed)
    : building_(building),
      settings_(settings),
      zones_(building),
      network_(zones_.shapes(), zones_.vents(), {}, {}, ZoneSettings{}) {
    for (std::size_t i = 0; i < building.fixtures.size(); ++i) {
        const Fixture& f = building.fixtures[i];
        if (!detects(f.kind) || std::find(failed.begin(), failed.end(), i) != failed.end()) continue;
        DetectorSpec spec = spec_of(f.kind);
        spec.zone = zones_.zone_at(f.space, f.at);
        if (spec.zone == outdoors) continue;
        spec.height_m = network_.shapes()[spec.zone].height_m - below_ceiling_m;
        spec.distance_m = 5.0;  // no fire in its room: of no effect
        detectors_.push_back({i, f.at, Detector(spec, ZoneSettings{}.ambient_k)});
    }
}

void FireSmoke::ignite(SpaceId space, Vec2 at, const DesignFire& design, SimTime when) {
    const std::size_t zone = zones_.zone_at(space, at);
    if (zone == outdoors) return;
    ZoneFire fire;
    fire.zone = zone;
    fire.area_m2 = design.area_m2;
    fire.fuel = fuel_of(design.fuel, false);
    fires_.push_back({design, network_.add_fire(fire), when});
    place_detectors(zone, at);
    now_ = std::max(now_, when);
}

void FireSmoke::leak(const GasLeak& leak, Vec2 at, SimTime when) {
    const std::size_t zone = zones_.zone_at(leak.space, at);
    if (zone == outdoors) return;
    gas_ = &data_of(leak.gas);
    network_.set_trace_molar(gas_->molar_kg);
    ZoneFire source;
    source.zone = zone;
    source.trace_only = true;
    source.wanted_trace_kg_s = leak.kg_s;
    source.trace_lift_w = lift_w(*gas_, leak.kg_s);
    source.area_m2 = 0.01;
    leaks_.push_back({network_.add_fire(source), when + Duration::from_seconds(std::min(leak.lasts_s, 86400.0))});
    now_ = std::max(now_, when);
}

double FireSmoke::ignite_gas(SpaceId space, SimTime when) {
    if (gas_ == nullptr || gas_->heat_j_kg <= 0.0) return 0.0;
    double burnt_kg = 0.0;
    for (const std::size_t z : zones_.zones_of(space)) {
        double in_zone = 0.0;
        for (std::size_t k = 0; k < 2; ++k) {
            const double share = mole_fraction(network_.layer(z, k), trace) * molar_mass[trace] / gas_->molar_kg;
            if (share >= gas_->lower_explosive && share <= gas_->upper_explosive) in_zone += network_.burn_trace(z, k);
        }
        if (in_zone <= 0.0) continue;
        burnt_kg += in_zone;
        DesignFire flash;
        flash.growth = FireGrowth::table;
        flash.fuel = FuelKind::oil;
        flash.peak_kw = std::min(flash_most_kw, in_zone * gas_->heat_j_kg / (1000.0 * flash_s));
        flash.table = {{0.0, flash.peak_kw}, {flash_s, flash.peak_kw}, {flash_s + 1.0, 0.0}};
        ignite(space, inner_point(building_.space(space).area), flash, when);
    }
    if (burnt_kg <= 0.0) return 0.0;
    for (Leak& l : leaks_) {
        ZoneFire& source = network_.fires()[l.source];
        if (source.wanted_trace_kg_s <= 0.0 || zones_.space_of_zone()[source.zone] != space) continue;
        DesignFire jet;
        jet.growth = FireGrowth::steady;
        jet.fuel = FuelKind::oil;
        jet.peak_kw = source.wanted_trace_kg_s * gas_->heat_j_kg / 1000.0;
        source.wanted_trace_kg_s = 0.0;
        ignite(space, inner_point(building_.space(space).area), jet, when);
    }
    // The pressure opens what can be opened.
    for (std::size_t v = 0; v < building_.windows.size(); ++v)
        if (building_.windows[v].space == space && zones_.vent_of_window(v) != outdoors)
            network_.vents()[zones_.vent_of_window(v)].open = 1.0;
    return burnt_kg;
}

// Those in the burning zone now know how far from the fire they are.
void FireSmoke::place_detectors(std::size_t zone, Vec2 fire_at) {
    for (Fixed& d : detectors_)
        if (d.detector.spec().zone == zone) {
            DetectorSpec spec = d.detector.spec();
            spec.distance_m = distance(d.at, fire_at);
            if (!d.detector.tripped()) d.detector = Detector(spec, d.detector.link_k());
        }
}

void FireSmoke::start_exhaust(SpaceId space, double flow_m3_s) {
    const auto zones = zones_.zones_of(space);
    for (const std::size_t z : zones)
        network_.add_exhaust({z, network_.shapes()[z].height_m, flow_m3_s / static_cast<double>(zones.size())});
}

void FireSmoke::set_opening(OpeningId opening, bool open) {
    const std::size_t v = zones_.vent_of(opening);
    if (v != outdoors) network_.vents()[v].open = open ? 1.0 : zones_.assumptions().closed_door;
}

void FireSmoke::advance_to(SimTime until) {
    tripped_.clear();
    if (fires_.empty() && leaks_.empty()) {
        now_ = until;
        return;
    }
    while (now_ < until) {
        const double dt = std::min(step_s, (until - now_).seconds());
        step(dt);
        now_ = now_ + Duration::from_seconds(dt);
    }
}

void FireSmoke::step(double dt_s) {
    for (const Fire& f : fires_) {
        ZoneFire& in = network_.fires()[f.source];
        const double since = (now_ - f.since).seconds();
        in.free_burning_w = heat_release_w(f.design, since, f.burnt_j);
        if (f.held_w >= 0.0)
            in.free_burning_w = std::min(in.free_burning_w, f.held_w * std::exp(-(since - f.held_since_s) / f.decay_s));
        in.fuel = fuel_of(f.design.fuel, network_.now()[in.zone].flashover);
        in.area_m2 = std::max(0.1, f.design.area_m2 * std::min(1.0, in.free_burning_w / (1000.0 * f.design.peak_kw)));
    }
    for (const Leak& l : leaks_)
        if (now_ >= l.until) network_.fires()[l.source].wanted_trace_kg_s = 0.0;
    break_windows();
    const ZoneStep done = network_.step(dt_s);
    if (!done.converged) diverged_in_ = zones_.space_of_zone()[done.worst_zone];
    for (Fire& f : fires_) f.burnt_j += network_.fires_now()[f.source].heat_w * dt_s;
    for (Fixed& d : detectors_) {
        if (!d.detector.step(network_, dt_s)) continue;
        tripped_.push_back({d.fixture});
        if (d.detector.spec().kind == DetectorKind::sprinkler) hold_fires(d.detector.spec(), dt_s);
    }
}

// From the end of this step on.
void FireSmoke::hold_fires(const DetectorSpec& sprinkler, double dt_s) {
    for (Fire& f : fires_) {
        if (network_.fires()[f.source].zone != sprinkler.zone || f.held_w >= 0.0) continue;
        f.held_w = network_.fires_now()[f.source].heat_w;
        f.held_since_s = (now_ - f.since).seconds() + dt_s;
        f.decay_s = sprinkler_decay_s(sprinkler.spray_m_s);
    }
}

void FireSmoke::break_windows() {
    for (std::size_t i = 0; i < building_.windows.size(); ++i) {
        const std::size_t v = zones_.vent_of_window(i);
        if (v == outdoors) continue;
        ZoneVent& vent = network_.vents()[v];
        const ZoneNow& room = network_.now()[vent.a];
        const bool in_smoke = room.layer_m < building_.windows[i].head_m;
        if (in_smoke && room.upper_k > zones_.assumptions().window_breaks_k) vent.open = 1.0;
    }
}

double FireSmoke::heat_w() const {
    double sum = 0.0;
    for (const FireNow& f : network_.fires_now()) sum += f.heat_w;
    return sum;
}

AirAtHead FireSmoke::air_in(std::size_t zone, double head_m) const {
    AirAtHead out;
    const ZoneNow& room = network_.now()[zone];
    const bool any_lower = !network_.shapes()[zone].mixed;
    const double up = any_lower ? upper_share(head_m, room.layer_m) : 1.0;
    const auto mix = [&](double lower, double upper) { return any_lower ? lower + up * (upper - lower) : upper; };
    const Layer& u = network_.layer(zone, 1);
    const Layer& l = any_lower ? network_.layer(zone, 0) : u;
    out.extinction = mix(extinction(room.soot_lower), extinction(room.soot_upper));
    out.temperature_k = mix(room.lower_k, room.upper_k);
    const auto share = [&](Species s) { return mix(mole_fraction(l, s), mole_fraction(u, s)); };
    out.co_ppm = parts_per_million * share(carbon_monoxide);
    out.hcn_ppm = parts_per_million * share(hydrogen_cyanide);
    out.co2_percent = 100.0 * share(carbon_dioxide);
    out.oxygen_percent = 100.0 * share(oxygen);
    // The network counts the trace gas with the molar mass of air.
    if (gas_ != nullptr) out.trace_ppm = parts_per_million * share(trace) * molar_mass[trace] / gas_->molar_kg;
    out.radiation_w_m2 = room.flux_to_floor_w_m2;
    return out;
}

AirAtHead FireSmoke::air_at(const Place& place) const {
    const std::size_t zone = zones_.zone_at(place.space, place.at);
    return zone == outdoors ? AirAtHead{} : air_in(zone, place.head_m);
}

double FireSmoke::dose_per_s(const AirAtHead& air) const {
    const double leaked = gas_ != nullptr ? toxic_load_per_s(*gas_, air.trace_ppm) : 0.0;
    return gas_dose_per_s(settings_.dose, air) + heat_dose_per_s(air) + leaked;
}

bool FireSmoke::gas_keeps_out(const AirAtHead& air) const {
    if (gas_ == nullptr) return false;
    const bool harms = gas_->aegl2_ppm[0] > 0.0 && air.trace_ppm >= gas_->aegl2_ppm[0];
    constexpr double no_entry = 0.5;  // of the lower explosive limit
    return harms ||
           (gas_->lower_explosive > 0.0 && air.trace_ppm >= no_entry * gas_->lower_explosive * parts_per_million);
}

SpaceAir FireSmoke::air_of(SpaceId space) const {
    constexpr double head_m = 1.5;
    SpaceAir out;
    out.layer_m = static_cast<float>(zones_.ceiling_m(space));
    for (const std::size_t z : zones_.zones_of(space)) {
        const ZoneNow& room = network_.now()[z];
        const AirAtHead air = air_in(z, head_m);
        LayeredAir layers;
        layers.layer_m = room.layer_m;
        layers.lower.temperature_k = room.lower_k;
        layers.upper.temperature_k = room.upper_k;
        take_worst(out, layers, air, dose_per_s(air));
        out.gas_keeps_out = out.gas_keeps_out || gas_keeps_out(air);
        out.flashover = out.flashover || room.flashover;
    }
    return out;
}

}  // namespace muster::hazards
