// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/exposure.h"

#include "sim/hazards/gases.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace muster;
using namespace muster::hazards;

namespace {

double purser_s(double co, double co2, double o2, double hcn) {
    return 1.0 / gas_dose_per_s(DoseModel::purser, {0.0, 293.15, co, hcn, co2, o2});
}

double iso_s(double co, double co2, double o2, double hcn) {
    return 1.0 / gas_dose_per_s(DoseModel::iso_13571, {0.0, 293.15, co, hcn, co2, o2});
}

}  // namespace

TEST_CASE("Purser's dose: seconds to 1 under constant exposure", "[exposure]") {
    CHECK(purser_s(1000, 0, 20.9, 0) == Approx(1626).epsilon(0.005));
    CHECK(purser_s(1000, 5, 20.9, 0) == Approx(628).epsilon(0.005));
    CHECK(purser_s(0, 0, 12, 0) == Approx(1666).epsilon(0.005));  // 27.8 min; a printed factor 60 makes it hours
    CHECK(purser_s(0, 0, 20.9, 150) == Approx(399).epsilon(0.005));
    CHECK(purser_s(3000, 4, 17, 80) == Approx(197).epsilon(0.005));
}

TEST_CASE("Purser's dose after 90 s as the FDS+Evac guide has it", "[exposure]") {
    const auto dose = [](double co, double co2, double o2) { return 90.0 / purser_s(co, co2, o2, 0); };
    CHECK(dose(1000, 2.0, 15) == Approx(0.0917).epsilon(0.005));
    CHECK(dose(0, 0, 12) == Approx(0.0540).epsilon(0.005));
    CHECK(dose(1000, 0, 20.9) == Approx(0.0554).epsilon(0.005));
    CHECK(dose(1000, 3.43, 21) == Approx(0.1063).epsilon(0.005));
}

TEST_CASE("the dose of ISO 13571", "[exposure]") {
    CHECK(iso_s(1000, 0, 20.9, 0) == Approx(2100).epsilon(0.005));
    CHECK(iso_s(1000, 5, 20.9, 0) == Approx(773).epsilon(0.005));
    CHECK(iso_s(0, 0, 20.9, 150) == Approx(527).epsilon(0.005));
    CHECK(gas_dose_per_s(DoseModel::iso_13571, {0.0, 293.15, 0, 0, 0, 12}) == 0.0);
}

TEST_CASE("heat: minutes and seconds to 1", "[exposure]") {
    const auto minutes = [](double celsius, bool clothed) {
        AirAtHead air;
        air.temperature_k = celsius + 273.15;
        return 1.0 / heat_dose_per_s(air, clothed) / 60.0;
    };
    CHECK(minutes(100, true) == Approx(24.70).epsilon(0.005));
    CHECK(minutes(100, false) == Approx(7.92).epsilon(0.005));
    CHECK(minutes(60, true) == Approx(156.19).epsilon(0.005));
    CHECK(minutes(60, false) == Approx(45.00).epsilon(0.005));
    const auto seconds = [](double kw) {
        AirAtHead air;
        air.radiation_w_m2 = 1000.0 * kw;
        return 1.0 / heat_dose_per_s(air);
    };
    CHECK(seconds(2.5) == Approx(44.2).epsilon(0.005));
    CHECK(seconds(10) == Approx(3.17).epsilon(0.01));
    AirAtHead weak;
    weak.radiation_w_m2 = 2400.0;
    CHECK(heat_dose_per_s(weak) == 0.0);
}

TEST_CASE("100 m of corridor full of smoke, as eight programs walk it", "[exposure]") {
    const auto walk = [](SmokeWalking law, double k, double v) { return 100.0 / (v * smoke_speed_factor(law, k, v)); };
    using enum SmokeWalking;
    // Ronchi et al. 2013, table 2; 5 % for what the programs round.
    CHECK(walk(frantzich_nilsson, 10.0, 1.25) == Approx(417).epsilon(0.05));
    CHECK(walk(frantzich_nilsson, 7.5, 1.25) == Approx(204).epsilon(0.05));
    CHECK(walk(frantzich_nilsson, 3.0, 1.25) == Approx(106).epsilon(0.05));
    CHECK(walk(frantzich_nilsson, 1.0, 1.25) == Approx(87).epsilon(0.05));
    CHECK(walk(frantzich_nilsson, 0.5, 1.25) == Approx(84).epsilon(0.05));
    CHECK(walk(frantzich_nilsson, 10.0, 1.0) == Approx(526).epsilon(0.05));
    CHECK(walk(jin, 1.0, 1.25) == Approx(175).epsilon(0.05));
    CHECK(walk(jin, 0.5, 1.25) == Approx(97).epsilon(0.05));
    CHECK(walk(jin_irritant, 0.5, 1.25) == Approx(220).epsilon(0.06));
    CHECK(walk(fridolf, 1.0, 1.25) == Approx(100.0 / (1.25 * 0.6)).epsilon(1e-9));
}

TEST_CASE("nobody walks faster for smoke, and everybody slower for more of it", "[exposure]") {
    using enum SmokeWalking;
    for (const SmokeWalking law : {frantzich_nilsson, jin, jin_irritant, fridolf})
        for (double v = 0.2; v < 2.5; v += 0.3) {
            double last = 1.0;
            for (double k = 0.0; k < 20.0; k += 0.25) {
                const double f = smoke_speed_factor(law, k, v);
                CHECK(f <= last + 1e-12);
                CHECK(f > 0.0);
                last = f;
            }
        }
    CHECK(turn_back_share(0.1) == 0.0);
    CHECK(turn_back_share(0.5) == Approx(0.3));
    CHECK(turn_back_share(9.0) == Approx(0.9));
}

TEST_CASE("a fatal load of gas after 10 and 60 minutes at the levels for 10 and 60 minutes", "[exposure]") {
    for (const LeakGas gas : {LeakGas::chlorine, LeakGas::ammonia, LeakGas::hydrogen_sulphide}) {
        const GasData& data = data_of(gas);
        CHECK(1.0 / toxic_load_per_s(data, data.aegl3_ppm[0]) == Approx(600.0));
        CHECK(1.0 / toxic_load_per_s(data, data.aegl3_ppm[2]) == Approx(3600.0));
        CHECK(1.0 / toxic_load_per_s(data, data.aegl3_ppm[1]) == Approx(1800.0).epsilon(0.15));
    }
    CHECK(toxic_load_per_s(data_of(LeakGas::natural_gas), 1e5) == 0.0);
    CHECK(lift_w(data_of(LeakGas::lpg), 0.01) == 0.0);
    // 3.36 l/s of methane lift like 0.53 kW.
    const double kg_s = 3.4e-3 * 0.016 * 101325.0 / (8.314 * 293.15);
    CHECK(lift_w(data_of(LeakGas::natural_gas), kg_s) == Approx(530.0).epsilon(0.05));
}
