// SPDX-License-Identifier: Apache-2.0
// Gas in a layer of smoke or clean air: amounts, not concentrations, so that nothing is lost when layers mix.
// Units: kg, K, J. An ideal gas with the constants of air; smoke is mostly air.
#pragma once

#include <array>
#include <cstddef>

namespace muster::hazards {

inline constexpr double gas_cp = 1012.0;                                        // J/(kg K); CFAST 7
inline constexpr double gas_gamma = 1.4;                                        // cp/cv of air
inline constexpr double gas_constant = gas_cp * (gas_gamma - 1.0) / gas_gamma;  // J/(kg K), 289.1
inline constexpr double standard_pressure_pa = 101325.0;

enum Species : std::size_t {
    oxygen,
    carbon_dioxide,
    carbon_monoxide,
    hydrogen_cyanide,
    water,
    soot,
    trace,
    species_count
};
using SpeciesMass = std::array<double, species_count>;  // kg

[[nodiscard]] inline SpeciesMass scaled(SpeciesMass what, double factor) {
    for (double& kg : what) kg *= factor;
    return what;
}

/// Molar masses, kg/mol, in the order of Species; soot as carbon. The trace gas brings its own where ppm are wanted.
inline constexpr std::array<double, species_count> molar_mass{0.032, 0.044, 0.028, 0.027, 0.018, 0.012, 0.029};
inline constexpr double nitrogen_molar_mass = 0.028;

struct Layer {
    double mass = 0.0;      // kg
    double mass_k = 0.0;    // mass x temperature, kg K: additive like the mass
    SpeciesMass species{};  // kg of each in this layer; the rest is nitrogen

    [[nodiscard]] double temperature() const { return mass_k / mass; }
    void add(double kg, double kelvin, const SpeciesMass& what) {
        mass += kg;
        mass_k += kg * kelvin;
        for (std::size_t s = 0; s < species_count; ++s) species[s] += what[s];
    }
    /// Share `part` of everything in it, in [0, 1].
    [[nodiscard]] SpeciesMass part_of_species(double part) const {
        SpeciesMass out;
        for (std::size_t s = 0; s < species_count; ++s) out[s] = part * species[s];
        return out;
    }
};

/// Mass fractions of air at 20 C and 50 % relative humidity, as CFAST starts.
[[nodiscard]] SpeciesMass fresh_air(double kg);
/// Moles of gas in the layer (soot is not gas).
[[nodiscard]] double moles(const Layer& layer);
/// Mole fraction of one species, 0 to 1.
[[nodiscard]] double mole_fraction(const Layer& layer, Species s);

}  // namespace muster::hazards
