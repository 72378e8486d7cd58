// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/density.h"

#include <catch2/catch.hpp>

#include "sim/analysis/analyse.h"
#include "sim/analysis/density_grids.h"
#include "sim/analysis/results.h"
#include "tests/unit/analysis/hand_made_trace.h"

using namespace muster;
using namespace muster::analysis;
using namespace muster::testing;

TEST_CASE("the floor of a half disc in the open is half a disc") {
    const Building b = room_and_yard();
    const Opening& door = b.opening(b.find_opening("d1"));
    const double half_disc_m2 = 0.5 * 3.14159265 * half_disc_radius_m * half_disc_radius_m;
    CHECK(half_disc_floor_m2(b, door, door.from) == Approx(half_disc_m2).epsilon(0.08));
}

TEST_CASE("walls cut the half disc, but never to less than one square metre") {
    const Building b = BuildingBuilder()
                           .room("wide", {{0, 0}, {8, 6}})
                           .corridor("narrow", {{8, 2.4}, {20, 3.6}})
                           .corridor("niche", {{20, 2.6}, {20.3, 3.4}})
                           .doorway("d1", "wide", "narrow", {{8, 2.5}, {8, 3.5}})
                           .doorway("d2", "narrow", "niche", {{20, 2.6}, {20, 3.4}})
                           .build();
    const Opening& d1 = b.opening(b.find_opening("d1"));
    CHECK(half_disc_floor_m2(b, d1, d1.to) == Approx(1.2 * 1.42).epsilon(0.08));
    const Opening& d2 = b.opening(b.find_opening("d2"));
    CHECK(half_disc_floor_m2(b, d2, d2.to) == 1.0);
}

TEST_CASE("the cells of a level hold its floor") {
    const Building b = BuildingBuilder()
                           .room("r1", {{0, 0}, {10, 10}})
                           .hole({{4, 4}, {6, 4}, {6, 6}, {4, 6}})
                           .exit("e1", "r1", {{10, 4}, {10, 5}})
                           .build();
    const LevelCells cells = cells_of(b, LevelId{0});
    CHECK(cells.window_m2[cells.cell_of({2.2, 2.2})] == Approx(2.25));
    CHECK(cells.window_m2[cells.cell_of({0.1, 0.1})] == Approx(1.0));
    CHECK(cells.window_m2[cells.cell_of({5.1, 5.1})] == 0.0F);
}

TEST_CASE("one person alone never reads as a crowd") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 1);
    for (int i = 0; i < 160; ++i) made.sample(0.5 * i).put(0, "r1", {0.05 * i, 0.037 * i}, 1.0);
    float peak = 0.0F;
    for (const DensityGrid& g : density_grids(made.trace()))
        for (const float d : g.peak) peak = std::max(peak, d);
    CHECK(peak > 0.4F);
    CHECK(peak <= 1.0F);
    CHECK(analyse(made.trace()).exposure_person_s == 0.0);
}

TEST_CASE("a packed block reads its true density in the middle") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 100);
    for (const double t : {0.0, 1.0, 2.0}) {
        made.sample(t);
        for (std::size_t p = 0; p < 100; ++p)  // 5 persons per m2: 0.447 m apart
            made.put(p, "r1", {2.0 + 0.4472 * static_cast<double>(p % 10), 1.0 + 0.4472 * static_cast<double>(p / 10)});
    }
    const std::vector<DensityGrid> grids = density_grids(made.trace());
    const DensityGrid& g = grids.front();
    const auto at = [&](Vec2 p) {
        return static_cast<std::size_t>((p.y - g.origin.y) / g.cell_m) * static_cast<std::size_t>(g.columns) +
               static_cast<std::size_t>((p.x - g.origin.x) / g.cell_m);
    };
    CHECK(g.peak[at({4.2, 3.2})] == Approx(5.0).margin(1.0));
    CHECK(g.mean[at({4.2, 3.2})] == Approx(g.peak[at({4.2, 3.2})]));
    CHECK(g.peak[at({0.3, 5.7})] == 0.0F);
}

TEST_CASE("person-seconds in a crush count, those at its rim do not") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 100);
    for (const double t : {0.0, 1.0, 2.0}) {
        made.sample(t);
        for (std::size_t p = 0; p < 100; ++p)  // 7.7 persons per m2: at least 16 in every full window
            made.put(p, "r1", {2.0 + 0.36 * static_cast<double>(p % 10), 1.0 + 0.36 * static_cast<double>(p / 10)});
    }
    const double critical = analyse(made.trace()).exposure_person_s;
    CHECK(critical >= 2.0 * 6 * 6);  // two rows off each side have full windows
    CHECK(critical < 2.0 * 100);
}

TEST_CASE("a class that stands at its spot is not a crowd") {
    HandMadeTrace made(room_and_yard());
    made.group("c1", "r1", 50);
    made.sample(0).sample(1);
    for (std::size_t p = 0; p < 50; ++p) made.put(p, "yard", {15, 35}, 0, PersonState::assembled);
    LocalDensity local(made.building());
    local.count(made.trace().sample(0), 50);
    std::size_t cells = 0;
    local.each([&](std::size_t, std::uint32_t, float) { ++cells; });
    CHECK(cells > 0);
    local.count(made.trace().sample(1), 50);
    local.each([](std::size_t, std::uint32_t, float) { FAIL("somebody was counted"); });
}
