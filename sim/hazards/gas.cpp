// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/gas.h"

namespace muster::hazards {

SpeciesMass fresh_air(double kg) {
    // Mole fractions 20.493 % O2, 1.154 % H2O, the rest N2 (CFAST 8 at 20 C, 50 %); as mass fractions:
    constexpr double o2 = 0.20493 * 0.032, h2o = 0.011542 * 0.018, n2 = 0.783528 * nitrogen_molar_mass;
    SpeciesMass out{};
    out[oxygen] = kg * o2 / (o2 + h2o + n2);
    out[water] = kg * h2o / (o2 + h2o + n2);
    return out;
}

double moles(const Layer& layer) {
    double rest = layer.mass, n = 0.0;
    for (std::size_t s = 0; s < species_count; ++s) {
        rest -= layer.species[s];
        if (s != soot) n += layer.species[s] / molar_mass[s];
    }
    return n + rest / nitrogen_molar_mass;
}

double mole_fraction(const Layer& layer, Species s) {
    const double all = moles(layer);
    return all > 0.0 ? layer.species[s] / molar_mass[s] / all : 0.0;
}

}  // namespace muster::hazards
