// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/zone_network.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/base/random.h"

using namespace muster;
using namespace muster::hazards;

namespace {

ZoneFire steady_fire(std::size_t zone, double watt) {
    ZoneFire f;
    f.zone = zone;
    f.free_burning_w = watt;
    return f;
}

ZoneShape classroom() { return {64.8, 3.2, 0.0, 32.4}; }

/// Rooms along a corridor that leads outdoors.
ZoneNetwork row_of_rooms(int rooms, double fire_w) {
    std::vector<ZoneShape> zones{{72.0, 3.2, 0.0, 64.8}};
    std::vector<ZoneVent> vents{{0, outdoors, {0.0, 2.1, 1.8, 0.7}, 1.0}};
    for (int i = 0; i < rooms; ++i) {
        zones.push_back(classroom());
        vents.push_back({zones.size() - 1, 0, {0.0, 2.1, 1.0, 0.7}, 1.0});
    }
    return {zones, vents, {steady_fire(1, fire_w)}, {}, {}};
}

}  // namespace

TEST_CASE("a network loses neither mass nor energy nor any species", "[zones]") {
    ZoneNetwork net = row_of_rooms(4, 800e3);
    const double mass = net.total_mass(), energy = net.total_energy();
    const SpeciesMass before = net.total_species();
    for (int s = 0; s < 600; ++s) {
        net.vents()[2].open = s % 40 < 20 ? 1.0 : 0.05;  // somebody keeps using that door
        REQUIRE(net.step(1.0).converged);
    }
    CHECK(net.total_mass() - mass == Approx(net.account().kg).margin(1e-9 * mass));
    CHECK(net.total_energy() - energy == Approx(net.account().joule).margin(1e-9 * energy));
    const SpeciesMass after = net.total_species();
    for (std::size_t k = 0; k < species_count; ++k)
        CHECK(after[k] - before[k] == Approx(net.account().species[k]).margin(1e-6 * mass));
}

TEST_CASE("a closed adiabatic room follows P = P0 + (gamma - 1) Q t / V", "[zones]") {
    ZoneSettings still;
    still.heat_to_walls = false;
    ZoneFire fire = steady_fire(0, 10e3);
    fire.fuel.radiative_share = 0.0;
    ZoneNetwork net({classroom()}, {}, {fire}, {}, still);
    for (int s = 0; s < 60; ++s) REQUIRE(net.step(1.0).converged);
    const double v = 64.8 * 3.2, fuel_kg = 60.0 * 10e3 / fire.fuel.heat_of_combustion;
    const double joule = 60.0 * 10e3 + fuel_kg * gas_cp * 293.15;  // the fuel's gas comes in too
    CHECK(net.now()[0].gauge_pa == Approx(0.4 * joule / v).epsilon(1e-3));
}

TEST_CASE("flows through the door of a steady room cancel but for what burns", "[zones]") {
    ZoneSettings still;
    still.heat_to_walls = false;
    ZoneNetwork net({classroom()}, {{0, outdoors, {0.0, 2.1, 1.0, 0.7}, 1.0}}, {steady_fire(0, 100e3)}, {}, still);
    for (int s = 0; s < 3000; ++s) REQUIRE(net.step(1.0).converged);
    const auto [out, in] = net.vent_flow(0);
    CHECK(out - in == Approx(100e3 / 20e6).margin(1e-6));
    CHECK(out > 0.5);
}

TEST_CASE("a calm building stays calm", "[zones]") {
    ZoneNetwork net = row_of_rooms(3, 0.0);
    for (int s = 0; s < 300; ++s) REQUIRE(net.step(1.0).converged);
    for (const ZoneNow& room : net.now()) {
        CHECK(room.gauge_pa == Approx(0.0).margin(1e-5));  // the equations are solved to 1e-3 W, 2e-6 Pa in such a room
        CHECK(room.upper_k == Approx(293.15).margin(1e-6));
        CHECK(room.layer_m > 3.19);
    }
}

TEST_CASE("a fire in a sealed room goes out for want of air", "[zones]") {
    ZoneNetwork net({{23.8, 3.0, 0.0, 20.4}}, {{0, outdoors, {0.0, 0.01, 0.9, 0.7}, 1.0}}, {steady_fire(0, 1e6)}, {},
                    {});
    for (int s = 0; s < 900; ++s) REQUIRE(net.step(1.0).converged);
    CHECK(net.fires_now()[0].heat_w < 50e3);
    CHECK(net.now()[0].layer_m < 0.5);
}

TEST_CASE("the finer the step, the same the smoke", "[zones]") {
    ZoneNetwork coarse = row_of_rooms(4, 500e3), fine = row_of_rooms(4, 500e3);
    for (int s = 0; s < 300; ++s) (void)coarse.step(1.0);
    for (int s = 0; s < 3000; ++s) (void)fine.step(0.1);
    for (std::size_t z = 0; z < 3; ++z) {
        CHECK(coarse.now()[z].layer_m == Approx(fine.now()[z].layer_m).margin(0.03));
        CHECK(coarse.now()[z].upper_k == Approx(fine.now()[z].upper_k).margin(2.0));
    }
}

TEST_CASE("a stair is one mixed zone that fills from the burning floor", "[zones]") {
    ZoneShape stair{21.6, 14.4, 0.0, 20.0};
    stair.mixed = true;
    ZoneNetwork net({classroom(), stair},
                    {{0, 1, {0.0, 2.1, 1.5, 0.7}, 1.0},
                     {1, outdoors, {0.0, 2.1, 1.5, 0.7}, 1.0},
                     {1, outdoors, {11.0, 12.2, 1.0, 0.7}, 1.0}},
                    {steady_fire(0, 500e3)}, {}, {});
    for (int s = 0; s < 300; ++s) REQUIRE(net.step(1.0).converged);
    CHECK(net.now()[1].upper_k > 300.0);
    CHECK(net.now()[1].soot_upper > 1e-5);
    CHECK(net.vent_flow(2)[0] > 0.1);  // out at the top
    CHECK(net.vent_flow(1)[1] > 0.1);  // in at the foot
}

TEST_CASE("a leak mixes as the closed form says", "[zones]") {
    // 60 m3 kitchen, 2 air changes per hour, 3.36 l/s of natural gas: C = G/Q (1 - exp(-Q t / V)).
    ZoneSettings still;
    still.heat_to_walls = false;
    ZoneShape kitchen{20.0, 3.0, 0.0, 18.0};
    kitchen.mixed = true;
    ZoneFire leak;
    leak.trace_only = true;
    const double molar = molar_mass[trace];  // in the unit of the network's trace gas
    leak.wanted_trace_kg_s = 3.36e-3 * standard_pressure_pa / (8.314 * 293.15) * molar;
    const double change_m3_s = 60.0 * 2.0 / 3600.0;
    // Air is drawn out at the rate of the changes; what comes in flows through a wide gap.
    ZoneNetwork net({kitchen}, {{0, outdoors, {0.0, 0.1, 2.0, 0.7}, 1.0}}, {leak}, {{0, 2.5, change_m3_s}}, still);
    double lower_explosive_s = 0.0;
    for (int s = 1; s <= 7200; ++s) {
        REQUIRE(net.step(1.0).converged);
        const double share = mole_fraction(net.layer(0, 1), trace);
        if (lower_explosive_s == 0.0 && share >= 0.05) lower_explosive_s = s;
    }
    // The exhaust draws gas and air together, so that G / Q is the share in what leaves.
    const double steady = 3.36e-3 / change_m3_s;
    const double at_lel = -60.0 / change_m3_s * std::log(1.0 - 0.05 / steady);
    CHECK(mole_fraction(net.layer(0, 1), trace) == Approx(steady).epsilon(0.03));
    CHECK(lower_explosive_s == Approx(at_lel).epsilon(0.01));
}

TEST_CASE("a fan takes from each layer by what of its grille lies in it", "[zones]") {
    // A fan under the ceiling, with grilles of 0, 0.5 and 1.5 m, and a small fire: the smoke drawn off, and its layer.
    const auto drawn = [](double grille_m, double flow_m3_s) {
        ZoneNetwork net({classroom()}, {{0, outdoors, {0.0, 2.1, 1.0, 0.7}, 1.0}}, {steady_fire(0, 200e3)},
                        {{0, 3.2, flow_m3_s, grille_m}}, {});
        for (int s = 0; s < 300; ++s) REQUIRE(net.step(1.0).converged);
        return net.now()[0].layer_m;
    };
    // Deep smoke: but for the first seconds the whole grille is in it, whatever its size.
    CHECK(drawn(0.5, 0.3) == Approx(drawn(0.0, 0.3)).margin(1e-3));
    // A layer thinner than the grille: air comes along, the smoke stays lower than a fan that takes smoke only leaves
    // it.
    CHECK(drawn(1.5, 3.0) < drawn(0.5, 3.0) - 0.02);
    CHECK(drawn(1.5, 3.0) < 3.2);
}

TEST_CASE("the pressure matrix solves what a plain elimination solves", "[zones]") {
    constexpr std::size_t n = 40;
    RandomStream random(7, Purpose::placement, 0);
    std::vector<std::pair<std::size_t, std::size_t>> joins;
    for (std::size_t i = 1; i < n; ++i) joins.emplace_back(i, static_cast<std::size_t>(random.uniform() * double(i)));
    for (int k = 0; k < 15; ++k)
        joins.emplace_back(static_cast<std::size_t>(random.uniform() * n),
                           static_cast<std::size_t>(random.uniform() * n));
    PressureMatrix matrix(n, joins);
    std::vector<std::vector<double>> dense(n, std::vector<double>(n, 0.0));
    const auto add = [&](std::size_t i, std::size_t j, double g) {
        if (i == j) return;
        matrix.add_diagonal(i, g), matrix.add_diagonal(j, g), matrix.add_pair(i, j, -g);
        dense[i][i] += g, dense[j][j] += g, dense[i][j] -= g, dense[j][i] -= g;
    };
    for (const auto& [i, j] : joins) add(i, j, 0.1 + random.uniform());
    for (std::size_t i = 0; i < n; ++i) matrix.add_diagonal(i, 0.01), dense[i][i] += 0.01;
    std::vector<double> x(n), right(n, 0.0);
    for (double& v : x) v = random.uniform();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) right[i] += dense[i][j] * x[j];
    REQUIRE(matrix.solve(right));
    for (std::size_t i = 0; i < n; ++i) CHECK(right[i] == Approx(x[i]).epsilon(1e-9));
}

TEST_CASE("a heavy gas flows out along the floor of an open door, a light one under its head", "[zones]") {
    const auto spread = [](double molar_kg) {
        ZoneFire leak;
        leak.zone = 1;
        leak.trace_only = true;
        leak.wanted_trace_kg_s = 0.002;
        ZoneNetwork net({{72.0, 3.2, 0.0, 64.8}, classroom()},
                        {{0, outdoors, {0.0, 2.1, 1.8, 0.7}, 1.0}, {1, 0, {0.0, 2.1, 1.0, 0.7}, 1.0}}, {leak}, {}, {});
        net.set_trace_molar(molar_kg);
        for (int s = 0; s < 300; ++s) REQUIRE(net.step(1.0).converged);
        return net.vent_flow(1);
    };
    const auto heavy = spread(0.071), neutral = spread(0.029);
    CHECK(heavy[0] > 0.02);  // out of the room ...
    CHECK(heavy[1] > 0.02);  // ... and air into it
    CHECK(neutral[0] < 0.01);
}
