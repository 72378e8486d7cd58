// SPDX-License-Identifier: Apache-2.0
// A design fire: how much heat is released over time if there is air enough, and what burns.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "sim/model/air.h"

namespace muster {

enum class FireGrowth : std::uint8_t { slow, medium, fast, ultra_fast, steady, table };
enum class FuelKind : std::uint8_t { furnishings, wood, polyurethane, oil };

enum class LeakGas : std::uint8_t { natural_gas, lpg, ammonia, chlorine, hydrogen_sulphide, sulphur_dioxide };

struct DesignFire {
    FireGrowth growth = FireGrowth::medium;
    double peak_kw = 2000.0;
    double area_m2 = 2.0;       // that burns at the peak
    double fuel_load_mj = 0.0;  // after 70 % of it the fire dies down; 0 = no end
    FuelKind fuel = FuelKind::furnishings;
    std::vector<std::pair<double, double>> table;  // growth `table`: seconds after the start, kW; times ascending
};

enum class SmokeWalking : std::uint8_t { frantzich_nilsson, jin, jin_irritant, fridolf };
enum class DoseModel : std::uint8_t { purser, iso_13571 };

/// How people and smoke meet in a run.
struct SmokeSettings {
    SmokeWalking walking = SmokeWalking::frantzich_nilsson;
    DoseModel dose = DoseModel::purser;
    bool irritant = false;                       // people see a third as far and turn back sooner; assumption
    std::shared_ptr<const SmokeRecord> outside;  // another program's run, in place of our own; may be none
};

}  // namespace muster
