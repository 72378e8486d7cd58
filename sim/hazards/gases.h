// SPDX-License-Identifier: Apache-2.0
// Gases that may leak in a school, with the levels at which people are harmed or air explodes.
#pragma once

#include <array>

#include "sim/model/fire.h"

namespace muster::hazards {

struct GasData {
    LeakGas gas;
    double molar_kg;                          // kg/mol
    std::array<double, 3> aegl2_ppm;          // 10, 30, 60 min: lasting or escape-impairing harm; 0 = no such level
    std::array<double, 3> aegl3_ppm;          // 10, 30, 60 min: danger to life
    double idlh_ppm;                          // 0 = not quoted
    double lower_explosive, upper_explosive;  // share of the volume; 0 = does not explode
    double heat_j_kg;                         // of combustion; 0 = does not burn here
    const char* source;
};

/// Levels are quoted from secondary sources; `source` says which, and what nobody could check.
[[nodiscard]] const GasData& data_of(LeakGas gas);

/// Share of a fatal load per second at that concentration: (C / C10)^n / 600 s, with n from the 10 and 60 min levels
/// (C^n t constant); 0 for gases without AEGL-3.
[[nodiscard]] double toxic_load_per_s(const GasData& gas, double ppm);

/// W of a plume that lifts as much as the buoyancy of the gas: (rho_air - rho_gas) V cp T; 0 for gases heavier than
/// air.
[[nodiscard]] double lift_w(const GasData& gas, double kg_s);

}  // namespace muster::hazards
