// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/heat.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/unit/analysis/hand_made_trace.h"

using namespace muster;
using namespace muster::analysis;

namespace {

// One person stands for a second at (2.2, 2.2), then walks at her free speed of 1 m/s; 200 samples.
HandMadeTrace one_who_stands_first() {
    HandMadeTrace made(room_and_yard());
    made.group("class", "r1", 1);
    for (int i = 0; i < 200; ++i) {
        const double walked_s = std::max(0.0, 0.5 * i - 1.0);
        made.sample(0.5 * i).put(0, "r1", {2.2 + std::min(5.0, walked_s), 2.2}, i > 2 && i < 12 ? 1.0 : 0.0,
                                 i < 12 ? PersonState::walking : PersonState::assembled);
    }
    return made;
}

float value_at(const HeatField& field, Vec2 p) {
    const auto column = static_cast<std::size_t>((p.x - field.origin.x) / field.cell_m);
    const auto row = static_cast<std::size_t>((p.y - field.origin.y) / field.cell_m);
    return field.cells[row * static_cast<std::size_t>(field.columns) + column];
}

}  // namespace

TEST_CASE("lost time stands in the cell where it was lost, and grows no more once people walk") {
    const HandMadeTrace made = one_who_stands_first();
    HeatMaps maps(made.building());
    const auto lost = [&](std::size_t sample) {
        return value_at(maps.at(made.trace(), HeatKind::time_lost, sample, LevelId{0}), {2.2, 2.2});
    };
    CHECK(lost(0) == 0.0F);
    CHECK(lost(1) == Approx(0.5));
    CHECK(lost(2) == Approx(1.0));
    CHECK(lost(10) == Approx(1.0).margin(1e-4));
}

TEST_CASE("a map is the same whichever way one came to the moment") {
    const HandMadeTrace made = one_who_stands_first();
    HeatMaps forwards(made.building()), jumping(made.building());
    for (std::size_t i = 0; i < 200; ++i) (void)forwards.at(made.trace(), HeatKind::peak_density, i, LevelId{0});
    for (const std::size_t sample : {std::size_t{199}, std::size_t{70}, std::size_t{3}, std::size_t{130}})
        for (const HeatKind kind : {HeatKind::time_lost, HeatKind::peak_density}) {
            const HeatField a = forwards.at(made.trace(), kind, sample, LevelId{0});
            const HeatField b = jumping.at(made.trace(), kind, sample, LevelId{0});
            const HeatField c = heat_at(made.trace(), kind, sample, LevelId{0});
            for (const Vec2 p : {Vec2{2.2, 2.2}, Vec2{4.2, 2.2}, Vec2{7.2, 2.2}}) {
                CHECK(value_at(a, p) == value_at(b, p));
                CHECK(value_at(a, p) == value_at(c, p));
            }
        }
}

TEST_CASE("there is no value where there is no floor, and no speed where nobody walks") {
    const HandMadeTrace made = one_who_stands_first();
    const HeatField density = heat_at(made.trace(), HeatKind::density, 4, LevelId{0});
    CHECK(value_at(density, {3.2, 2.2}) == Approx(1.0 / 2.25));
    CHECK(value_at(density, {6.2, 4.2}) == 0.0F);
    CHECK(std::isnan(value_at(density, {15.0, 5.0})));
    const HeatField speed = heat_at(made.trace(), HeatKind::speed, 4, LevelId{0});
    CHECK(value_at(speed, {3.2, 2.2}) == 1.0F);
    CHECK(std::isnan(value_at(speed, {6.2, 4.2})));
}

TEST_CASE("maps of the air are of the last frame before the moment, and empty without one") {
    HandMadeTrace made = one_who_stands_first();
    CHECK(std::isnan(heat_at(made.trace(), HeatKind::temperature, 10, LevelId{0}).spaces[0]));
    Trace trace = made.trace();
    const std::size_t spaces = made.building().spaces.size();
    for (int i = 0; i < 3; ++i) {
        trace.air_times.push_back(SimTime::from_seconds(2.0 * i));
        for (std::size_t s = 0; s < spaces; ++s) {
            SpaceAir air;
            air.layer_m = i < 2 ? 3.0F : 1.0F;
            air.upper_k = 373.15F;
            air.lower_k = 293.15F;
            air.extinction_head = i < 2 ? 0.0F : 0.5F;
            air.dose_head = 0.01F;
            trace.air.push_back(air);
        }
    }
    const auto room = [&](HeatKind kind, std::size_t sample) {
        return heat_at(trace, kind, sample, LevelId{0}).spaces[0];
    };
    CHECK(room(HeatKind::temperature, 7) == Approx(20.0));
    CHECK(room(HeatKind::temperature, 8) == Approx(100.0));
    CHECK(room(HeatKind::visibility, 7) == Approx(30.0));
    CHECK(room(HeatKind::visibility, 8) == Approx(6.0));
    CHECK(room(HeatKind::dose, 8) == Approx(0.04));
    CHECK(room(HeatKind::dose_rate, 8) == Approx(0.6));
    const HeatField field = heat_at(trace, HeatKind::layer_height, 8, LevelId{0});
    CHECK(std::isnan(field.spaces[made.building().find_space("yard").index()]));
}
