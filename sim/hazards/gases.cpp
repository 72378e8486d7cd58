// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/gases.h"

#include <cmath>

#include "sim/hazards/gas.h"

namespace muster::hazards {

namespace {

constexpr double air_kg = 0.029;
// In the order of LeakGas.
constexpr std::array<GasData, 6> gases{{
    {LeakGas::natural_gas,
     0.016,
     {0, 0, 0},
     {0, 0, 0},
     0,
     0.05,
     0.15,
     50.0e6,
     "explosive limits of methane [unchecked]"},
    {LeakGas::lpg, 0.044, {0, 0, 0}, {0, 0, 0}, 0, 0.021, 0.095, 46.4e6, "explosive limits of propane [unchecked]"},
    {LeakGas::ammonia,
     0.017,
     {220, 220, 160},
     {2700, 1600, 1100},
     300,
     0.15,
     0.28,
     18.6e6,
     "AEGL (US EPA) [unchecked]; IDLH Minnesota Department of Agriculture"},
    {LeakGas::chlorine, 0.071, {2.8, 2.8, 2.0}, {50, 28, 20}, 10, 0, 0, 0, "AEGL (US EPA), quoted; IDLH [unchecked]"},
    {LeakGas::hydrogen_sulphide,
     0.034,
     {41, 32, 27},
     {76, 59, 50},
     100,
     0.04,
     0.44,
     15.2e6,
     "AEGL (US EPA), PMC5777517 table 3; explosive limits [unchecked]"},
    {LeakGas::sulphur_dioxide,
     0.064,
     {0.75, 0.75, 0.75},
     {30, 30, 30},
     100,
     0,
     0,
     0,
     "AEGL (US EPA), IDLH [unchecked]"},
}};

}  // namespace

const GasData& data_of(LeakGas gas) { return gases.at(static_cast<std::size_t>(gas)); }

double toxic_load_per_s(const GasData& gas, double ppm) {
    if (gas.aegl3_ppm[0] <= 0.0 || ppm <= 0.0) return 0.0;
    // Where the levels do not fall with time, the harm comes at once: a steep exponent, cut at 8.
    const double fall = std::log(gas.aegl3_ppm[0] / gas.aegl3_ppm[2]);
    const double n = fall > 0.23 ? std::log(6.0) / fall : 8.0;
    return std::pow(ppm / gas.aegl3_ppm[0], n) / 600.0;
}

double lift_w(const GasData& gas, double kg_s) {
    if (gas.molar_kg >= air_kg) return 0.0;
    constexpr double kelvin = 293.15;
    const double m3_s = kg_s * 8.314 * kelvin / (gas.molar_kg * standard_pressure_pa);
    const double lighter = (air_kg - gas.molar_kg) * standard_pressure_pa / (8.314 * kelvin);
    return lighter * m3_s * gas_cp * kelvin;
}

}  // namespace muster::hazards
