// SPDX-License-Identifier: Apache-2.0
// Fire and smoke in a network of rooms: two layers in each (one in a stair), openings between them and to outdoors,
// fires, exhausts. Pressures implicit, the rest explicit; mass, energy and species are conserved to rounding, because
// what leaves one layer is what enters the next.
//
// After CFAST (NIST TN 1889v1), with our own radiation exchange. What it does not know: flow inside a room, momentum,
// flame spread, glass that breaks by itself, flows through horizontal openings, suppression by hand.
//   zone_network.cpp    what is in the rooms, and a step
//   zone_sources.cpp    fires, leaks, exhausts
//   zone_pressures.cpp  the pressures that make a step's flows balance
//   zone_vents.cpp      what flows through the openings, and how it mixes
//   zone_heat.cpp       walls
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "sim/hazards/gas.h"
#include "sim/hazards/plume.h"
#include "sim/hazards/pressure_matrix.h"
#include "sim/hazards/vent_flow.h"
#include "sim/hazards/wall_slab.h"

namespace muster::hazards {

struct ZoneShape {
    double floor_area_m2 = 1.0;
    double height_m = 3.0;
    double floor_m = 0.0;      // above the site's zero
    double perimeter_m = 4.0;  // of its walls
    bool mixed = false;        // one layer only: a stair
    WallMaterial ceiling = concrete_slab(), walls = brick_wall(), floor = concrete_slab();
};

inline constexpr std::size_t outdoors = static_cast<std::size_t>(-1);

struct ZoneVent {
    std::size_t a = outdoors, b = outdoors;  // zones; `outdoors` for the open air
    VentShape shape;                         // fully open
    double open = 1.0;                       // share of the width that is open, 0 to 1; may change at any time
};

/// A fan's grille takes from (or blows into) each layer by what of its height lies in it (CFAST): a thin layer of smoke
/// under the ceiling is drawn through, and air from below comes along.
struct Exhaust {
    std::size_t zone = 0;
    double height_m = 3.0;   // of the middle of its grille above the zone's floor; the grille stays below the ceiling
    double flow_m3_s = 0.0;  // out of the zone; negative = outdoor air blown in
    double grille_m = 0.5;   // height of the grille; assumption where nobody says
};

/// What burns, and what becomes of it. Yields in kg per kg burnt.
struct Fuel {
    double heat_of_combustion = 20e6;  // J/kg
    double radiative_share = 0.35;
    double yield_soot = 0.07, yield_co = 0.04, yield_hcn = 0.0;
    double carbon = 1.0, hydrogen = 2.0, oxygen_atoms = 0.5, nitrogen = 0.0;  // atoms of the formula
};

struct ZoneFire {
    std::size_t zone = 0;
    double base_m = 0.0;     // of the fire above the zone's floor
    bool in_corner = false;  // two walls keep the air off: the plume is a quarter of that of a fire four times as large
    double area_m2 = 1.0;
    double free_burning_w = 0.0;  // heat release if there is air enough; set before each step
    Fuel fuel;
    bool trace_only = false;  // releases `wanted_trace_kg_s` of the trace gas without burning
    double wanted_trace_kg_s = 0.0;
    double trace_k = 293.15;
    double trace_lift_w = 0.0;  // of a light gas: strength of a plume that lifts it as much; 0 = it stays low
};

struct FireNow {
    double heat_w = 0.0, convected_w = 0.0;
};

struct ZoneNow {
    double layer_m = 0.0;  // height of the smoke layer's lower edge above the zone's floor
    double upper_k = 293.15, lower_k = 293.15;
    std::array<double, 2> heavier{1.0, 1.0};    // lower, upper: density against air as warm, for the trace gas in it
    double gauge_pa = 0.0;                      // at the floor, against outdoors
    double soot_upper = 0.0, soot_lower = 0.0;  // kg/m3
    double flux_to_floor_w_m2 = 0.0;            // radiation on a surface at ambient temperature on the floor
    bool flashover = false;
};

/// How the last step went.
struct ZoneStep {
    bool converged = true;
    std::size_t worst_zone = 0;  // where the pressure equation was farthest from solved
    int iterations = 0;
};

/// What passes a boundary: into a layer during one step, or into the whole network since the start.
struct Exchange {
    double kg = 0.0, joule = 0.0;  // heat, and the enthalpy of what flows
    SpeciesMass species{};         // kg

    void add(double mass, double kelvin, const SpeciesMass& what, double heat_j = 0.0) {
        kg += mass;
        joule += mass * gas_cp * kelvin + heat_j;
        for (std::size_t s = 0; s < species_count; ++s) species[s] += what[s];
    }
};

struct ZoneSettings {
    double ambient_k = 293.15;
    double outdoor_k = 293.15;
    double lower_oxygen_limit = 0.15;  // mass fraction below which flames go out; CFAST
    bool heat_to_walls = true;
};

class ZoneNetwork {
public:
    ZoneNetwork(std::vector<ZoneShape> zones, std::vector<ZoneVent> vents, std::vector<ZoneFire> fires,
                std::vector<Exhaust> exhausts, const ZoneSettings& settings);

    /// Pre: dt_s in (0, 5]. Halves the step where the pressures do not converge; says so when that did not help.
    ZoneStep step(double dt_s);

    /// For fires that start during the run. Index of the new one.
    std::size_t add_fire(const ZoneFire& fire);
    /// Takes the trace gas out of a layer, as burnt. kg.
    double burn_trace(std::size_t zone, std::size_t layer);
    /// kg/mol of the trace gas: how heavy the air it is in becomes. That of air until told.
    void set_trace_molar(double kg_mol) { trace_molar_ = kg_mol; }
    void add_exhaust(const Exhaust& exhaust) { exhausts_.push_back(exhaust); }

    [[nodiscard]] std::span<ZoneVent> vents() { return vents_; }
    [[nodiscard]] std::span<ZoneFire> fires() { return fires_; }
    /// Flows may change at any time.
    [[nodiscard]] std::span<Exhaust> exhausts() { return exhausts_; }
    [[nodiscard]] std::span<const ZoneFire> fires() const { return fires_; }
    [[nodiscard]] std::span<const ZoneVent> vents() const { return vents_; }
    [[nodiscard]] std::span<const ZoneShape> shapes() const { return shapes_; }
    [[nodiscard]] std::span<const ZoneNow> now() const { return now_; }
    [[nodiscard]] std::span<const FireNow> fires_now() const { return fires_now_; }
    /// Layer 0 = lower, 1 = upper.
    [[nodiscard]] const Layer& layer(std::size_t zone, std::size_t layer) const { return layers_[zone][layer]; }
    /// kg/s through a vent from a to b (positive) and back (positive), of the last step.
    [[nodiscard]] std::array<double, 2> vent_flow(std::size_t vent) const { return vent_flow_[vent]; }

    /// Through openings to outdoors, exhausts, fires and walls since the start, for the balance.
    [[nodiscard]] const Exchange& account() const { return account_; }
    [[nodiscard]] double total_mass() const;
    [[nodiscard]] double total_energy() const;  // J
    [[nodiscard]] SpeciesMass total_species() const;

private:
    static constexpr double max_out = 0.8;  // of a layer's mass may leave it in one step
    struct Surfaces {
        WallSlab ceiling, upper_wall, lower_wall, floor;
    };

    [[nodiscard]] double volume(std::size_t zone) const { return shapes_[zone].floor_area_m2 * shapes_[zone].height_m; }
    [[nodiscard]] AirColumn column(std::size_t zone) const;
    void burn(double dt_s);
    void burn(const ZoneFire& fire, FireNow& is, double dt_s);
    [[nodiscard]] double entrain(const ZoneFire& fire, FireBase& base, double dt_s) const;
    void release_trace(const ZoneFire& fire, double dt_s);
    void move(std::size_t zone, std::size_t from, std::size_t to, double kg);
    void warm_walls(double dt_s);
    void warm_zone(std::size_t zone, double dt_s);
    void add_heat(std::size_t zone, std::size_t layer, double joule);
    [[nodiscard]] double emissivity(std::size_t zone, std::size_t layer, double surface_m2) const;
    void run_exhausts(double dt_s);
    void run_exhaust(const Exhaust& exhaust, std::size_t layer, double flow_m3_s, double dt_s);
    [[nodiscard]] ZoneStep solve_pressures(double dt_s);
    [[nodiscard]] double residuals(double dt_s);
    [[nodiscard]] VentFlows flows_of(const ZoneVent& vent) const;
    void flow_through_vents(double dt_s);
    void hold_back(double dt_s);
    void pass(const ZoneVent& vent, const SlabFlow& flow, double dt_s);
    void mix_at_vent(const ZoneVent& vent, const SlabFlow& flow, double kg, double up, double dt_s);
    void settle();
    void settle_layers(std::array<Layer, 2>& layers) const;
    void look();
    [[nodiscard]] ZoneStep attempt(double dt_s, int halvings);

    std::vector<ZoneShape> shapes_;
    std::vector<ZoneVent> vents_;
    std::vector<ZoneFire> fires_;
    std::vector<Exhaust> exhausts_;
    ZoneSettings settings_;
    double outdoor_density_;
    std::vector<std::array<Layer, 2>> layers_;
    std::vector<Surfaces> surfaces_, surfaces_before_;
    std::vector<double> pressure_;  // gauge at the floor, Pa: solved for the end of the step
    std::vector<double> old_pressure_, trial_;
    std::vector<double> floor_pressure_;         // absolute, of outdoors at the zone's floor
    std::vector<std::array<Exchange, 2>> into_;  // into the two layers during the step
    std::vector<std::array<double, 2>> taken_;   // kg that a step takes out of each layer by flows
    std::vector<std::array<double, 2>> held_back_;
    std::vector<VentFlows> slabs_;
    std::vector<std::array<double, 2>> vent_flow_;
    std::vector<ZoneNow> now_;
    std::vector<FireNow> fires_now_;
    std::vector<double> residual_, newton_, guess_;
    std::vector<double> through_, before_;  // W through each vent, of the last look at the residuals
    std::vector<double> stiffness_;         // per vent: factor on its slope where the flow keeps turning round
    PressureMatrix matrix_;
    Exchange account_;
    double trace_molar_ = molar_mass[trace];
};

}  // namespace muster::hazards
