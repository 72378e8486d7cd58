// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/design_fire.h"

#include <algorithm>
#include <cmath>

namespace muster::hazards {

double growth_kw_s2(FireGrowth growth) {
    switch (growth) {
        case FireGrowth::slow:
            return 0.00293;
        case FireGrowth::medium:
            return 0.01172;
        case FireGrowth::fast:
            return 0.0469;
        case FireGrowth::ultra_fast:
            return 0.1876;
        case FireGrowth::steady:
        case FireGrowth::table:
            break;
    }
    return 0.0;
}

DesignFire design_fire_for(SpaceUse use, double floor_m2) {
    struct Row {
        FireGrowth growth;
        double peak_kw, per_area_kw_m2, load_mj_m2;
        FuelKind fuel;
    };
    const Row row = [use]() -> Row {
        switch (use) {
            case SpaceUse::dormitory:
            case SpaceUse::nursery:
                return {FireGrowth::fast, 4000.0, 400.0, 780.0, FuelKind::polyurethane};
            case SpaceUse::library:
                return {FireGrowth::fast, 5000.0, 500.0, 1824.0, FuelKind::wood};
            case SpaceUse::kitchen:
            case SpaceUse::canteen:
                return {FireGrowth::fast, 4000.0, 750.0, 400.0, FuelKind::oil};
            case SpaceUse::laboratory:
            case SpaceUse::chemical_store:
            case SpaceUse::gas_store:
                return {FireGrowth::ultra_fast, 2000.0, 1000.0, 400.0, FuelKind::oil};
            case SpaceUse::office:
                return {FireGrowth::medium, 2000.0, 250.0, 511.0, FuelKind::furnishings};
            case SpaceUse::storage:
                return {FireGrowth::fast, 4000.0, 500.0, 780.0, FuelKind::furnishings};
            case SpaceUse::switch_room:
            case SpaceUse::boiler_room:
                return {FireGrowth::medium, 1000.0, 250.0, 300.0, FuelKind::furnishings};
            default:
                return {FireGrowth::medium, 2000.0, 250.0, 347.0, FuelKind::furnishings};
        }
    }();
    DesignFire out;
    out.growth = row.growth;
    // No fire is larger than its room.
    out.peak_kw = std::min(row.peak_kw, row.per_area_kw_m2 * floor_m2);
    out.area_m2 = std::min(floor_m2, out.peak_kw / row.per_area_kw_m2);
    out.fuel_load_mj = row.load_mj_m2 * floor_m2;
    out.fuel = row.fuel;
    return out;
}

Fuel fuel_of(FuelKind kind, bool after_flashover) {
    Fuel f;
    switch (kind) {
        case FuelKind::wood:
            f.heat_of_combustion = 17e6;
            f.yield_soot = 0.015, f.yield_co = 0.004;
            f.carbon = 1.0, f.hydrogen = 1.7, f.oxygen_atoms = 0.72;
            break;
        case FuelKind::polyurethane:
            f.heat_of_combustion = 17e6;
            f.yield_soot = 0.15, f.yield_co = 0.035, f.yield_hcn = 0.005;
            f.carbon = 1.0, f.hydrogen = 1.8, f.oxygen_atoms = 0.3, f.nitrogen = 0.05;
            break;
        case FuelKind::oil:
            f.heat_of_combustion = 37e6;
            f.yield_soot = 0.037, f.yield_co = 0.010;
            f.carbon = 1.0, f.hydrogen = 1.9, f.oxygen_atoms = 0.1;
            break;
        case FuelKind::furnishings:
            if (after_flashover) f.yield_soot = 0.14, f.yield_co = 0.40, f.yield_hcn = 0.01, f.nitrogen = 0.05;
            break;
    }
    return f;
}

double heat_release_w(const DesignFire& design, double since_s, double burnt_j) {
    if (since_s < 0.0) return 0.0;
    double kw = design.peak_kw;
    if (design.growth == FireGrowth::table) {
        const auto& t = design.table;
        if (t.empty()) return 0.0;
        const auto next =
            std::upper_bound(t.begin(), t.end(), since_s, [](double s, const auto& row) { return s < row.first; });
        if (next == t.begin()) return 0.0;
        if (next == t.end()) {
            kw = t.back().second;
        } else {
            const auto& a = *(next - 1);
            kw = a.second + (next->second - a.second) * (since_s - a.first) / (next->first - a.first);
        }
    } else if (design.growth != FireGrowth::steady) {
        kw = std::min(kw, growth_kw_s2(design.growth) * since_s * since_s);
    }
    // The last 30 % of the fuel burns down in a straight line over time (EN 1991-1-2 annex E): heat = twice what is
    // left per the time it takes, so that the rate falls with the square root of what is left.
    constexpr double steady_share = 0.7;
    const double load = design.fuel_load_mj * 1e6;
    if (load > 0.0 && burnt_j > steady_share * load) {
        const double left = std::max(0.0, load - burnt_j) / ((1.0 - steady_share) * load);
        kw *= std::sqrt(left);
    }
    return 1000.0 * kw;
}

FirePlace place_of(const World& world, const StartFire& fire) {
    const Risk* risk = fire.risk.valid() ? &world.risk_map.risks[fire.risk.index()] : nullptr;
    const SpaceId space = fire.space.valid() || risk == nullptr ? fire.space : risk->space;
    if (fire.at) return {space, *fire.at};
    if (risk != nullptr && risk->at) return {space, *risk->at};
    return {space, inner_point(world.building.space(space).area)};
}

}  // namespace muster::hazards
