// SPDX-License-Identifier: Apache-2.0
// Motions, floors, intensities and what a shock breaks. Reference figures are in the verification suite `earthquake`.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/base/constants.h"
#include "sim/hazards/fragility.h"
#include "sim/hazards/ground_motion.h"
#include "sim/hazards/quake_damage.h"
#include "sim/hazards/rigid_block.h"
#include "sim/hazards/shaking_intensity.h"
#include "tests/support/building_builder.h"

using namespace muster;
using namespace muster::hazards;
using namespace muster::testing;

namespace {

CodeSpectrum code(double intensity, QuakeLevel level) {
    CodeSpectrum c;
    c.intensity = intensity;
    c.level = level;
    return c;
}

FloorMotion five_storeys(const GroundMotion& ground, StructureType type = StructureType::rc_frame) {
    Structure s;
    s.type = type;
    return shake(shear_model(s, std::vector<double>(5, 3.6), 15.0), ground);
}

/// A library with a shelf along the south wall, beside the only door.
Building shelf_by_door(double mass_kg) {
    Building b = BuildingBuilder()
                     .level("F1")
                     .room("library", {{0, 0}, {8, 6}}, SpaceUse::library)
                     .corridor("corridor", {{0, 6.2}, {8, 8.6}})
                     .door("door", "library", "corridor", {{0.5, 6.1}, {1.5, 6.1}})
                     .exit("out", "corridor", {{8, 6.7}, {8, 8.1}})
                     .obstacle("shelf", "library", Box{{0.0, 4.2}, {0.3, 5.9}}, ObstacleKind::shelf, mass_kg)
                     .build();
    b.obstacles.front().height_m = 1.8;
    return b;
}

}  // namespace

TEST_CASE("drawn motions: the same for the same seed, others for another, stronger for a stronger code", "[quake]") {
    const auto design = code(8, QuakeLevel::design);
    const GroundMotion a = draw_motion(design, 1), b = draw_motion(design, 1), c = draw_motion(design, 2);
    CHECK(a.accel == b.accel);
    CHECK(a.accel != c.accel);
    CHECK(peak_of(draw_motion(code(8, QuakeLevel::rare), 1).accel) > 1.5 * peak_of(a.accel));
    CHECK(peak_of(a.accel) / standard_gravity_m_s2 == Approx(code_peak_g(design)).epsilon(0.25));
    CHECK(std::all_of(a.accel.begin(), a.accel.end(), [](double x) { return std::isfinite(x); }));
}

TEST_CASE("spectrum: rises to its plateau and falls after the characteristic period", "[quake]") {
    const auto c = code(7, QuakeLevel::rare);
    CHECK(spectral_acceleration_g(c, 0.0) == Approx(0.45 * 0.50));
    CHECK(spectral_acceleration_g(c, 0.2) == Approx(0.50));
    CHECK(spectral_acceleration_g(c, 1.0) < spectral_acceleration_g(c, 0.5));
    CHECK(spectral_acceleration_g(c, 5.0) < spectral_acceleration_g(c, 2.0));
}

TEST_CASE("floors: the higher the stronger, and a mirrored motion mirrors everything", "[quake]") {
    const GroundMotion ground = draw_motion(code(8, QuakeLevel::rare), 3);
    GroundMotion mirrored = ground;
    for (double& a : mirrored.accel) a = -a;
    const FloorMotion motion = five_storeys(ground), other = five_storeys(mirrored);
    CHECK(motion.peak_accel.back() > 1.5 * motion.peak_accel.front());
    CHECK(motion.drift.front() > motion.drift.back());
    REQUIRE(motion.accel.back().size() == ground.accel.size());
    for (std::size_t i = 0; i < ground.accel.size(); i += 97)
        CHECK(other.accel.back()[i] == Approx(-motion.accel.back()[i]).margin(1e-9));
    CHECK(slip_of(ground.accel, ground.dt_s, 0.2).final_m ==
          Approx(-slip_of(mirrored.accel, mirrored.dt_s, 0.2).final_m).margin(1e-9));
    CHECK(jma_intensity(motion.accel.back(), motion.dt_s) > jma_intensity(ground.accel, ground.dt_s));
    CHECK(china_intensity(1.35, 0.13) == Approx(7.0).margin(0.3));
}

TEST_CASE("running intensity: never above the whole motion's, and calm before and after it", "[quake]") {
    GroundMotion ground = draw_motion(code(8, QuakeLevel::design), 1);
    ground.accel.insert(ground.accel.begin(), 500, 0.0);
    const auto running = running_jma(ground.accel, ground.dt_s, 2.0, 0.5);
    const double most = *std::max_element(running.begin(), running.end());
    CHECK(running.front() == 0.0);
    CHECK(running.back() < 3.0);
    CHECK(most <= jma_intensity(ground.accel, ground.dt_s) + 1e-9);
    CHECK(most > jma_intensity(ground.accel, ground.dt_s) - 0.6);

    const auto velocity = velocity_of(ground.accel, ground.dt_s);
    const auto china = running_china(ground.accel, velocity, ground.dt_s, 2.0, 0.5);
    const auto [low, high] = std::minmax_element(ground.accel.begin(), ground.accel.end());
    const double whole = china_intensity(std::max(-*low, *high), peak_velocity(ground.accel, ground.dt_s));
    CHECK(china.size() == running.size());
    CHECK(china.front() == 1.0);
    CHECK(*std::max_element(china.begin(), china.end()) <= std::max(whole, 1.0) + 1e-9);
    CHECK(*std::max_element(china.begin(), china.end()) > 7.0);
}

TEST_CASE("buildings: weaker ones fail sooner at every state", "[quake]") {
    for (const auto& [weak, strong] : {std::pair{Structure{StructureType::rc_frame, CodeLevel::low},
                                                 Structure{StructureType::rc_frame, CodeLevel::high}},
                                       std::pair{Structure{StructureType::masonry, CodeLevel::pre},
                                                 Structure{StructureType::rc_frame, CodeLevel::moderate}}})
        for (std::size_t state = 0; state < 4; ++state)
            CHECK(building_fragility(weak, 5).median_g[state] < building_fragility(strong, 5).median_g[state]);
}

TEST_CASE("damage: a shelf falls away from the wall and narrows the door beside it, a fixed one stands", "[quake]") {
    const FloorMotion motion = five_storeys(draw_motion(code(9, QuakeLevel::rare), 1));
    const QuakeDamage loose = draw_damage(shelf_by_door(150.0), motion, {1.0, 0.0}, 1, 0);
    REQUIRE(loose.items.size() == 1);
    const Box lies = bounds(loose.items.front().footprint);
    CHECK(lies.low.x == Approx(0.3).margin(0.01));
    CHECK(lies.high.x == Approx(2.1).margin(0.01));
    REQUIRE(loose.narrowed.size() == 1);
    CHECK(loose.narrowed.front().left_m < 1.0);
    CHECK(draw_damage(shelf_by_door(0.0), motion, {1.0, 0.0}, 1, 0).items.empty());
    // Shaken along its length it stands.
    CHECK(draw_damage(shelf_by_door(150.0), motion, {0.0, 1.0}, 1, 0).items.empty());
}

TEST_CASE("damage: more of it in a stronger shock, none in a still one", "[quake]") {
    Building b = shelf_by_door(150.0);
    const auto jams = [&](double scale) {
        GroundMotion ground = draw_motion(code(9, QuakeLevel::rare), 1);
        for (double& a : ground.accel) a *= scale;
        const FloorMotion motion = five_storeys(ground, StructureType::masonry);
        std::size_t sum = 0;
        for (std::uint64_t seed = 1; seed <= 200; ++seed)
            sum += draw_damage(b, motion, {1.0, 0.0}, seed, 0).doors.size();
        return sum;
    };
    CHECK(jams(0.0) == 0);
    CHECK(jams(2.0) > jams(0.5));
}

TEST_CASE("people: the stronger the floor shakes the slower, and debris slows to a fifth", "[quake]") {
    CHECK(speed_while_shaking(4.0) == 1.0);
    CHECK(speed_while_shaking(5.4) == Approx(0.3));
    CHECK(speed_while_shaking(6.5) == 0.0);
    CHECK(speed_on_debris(0.0) == 1.0);
    CHECK(speed_on_debris(0.25) == Approx(0.2));
}
