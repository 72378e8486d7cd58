// SPDX-License-Identifier: Apache-2.0
// Cost of an earthquake, one core: 60 s of strong shaking of a five-storey block with 1,200 loose desks and 60 shelves,
// and the whole rare earthquake of the library's primary school (run alone, without report). Min / median / max of five
// runs, s, and how much faster than the shaking itself.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "scenarios/reader.h"
#include "sim/engine/simulation.h"
#include "sim/hazards/ground_motion.h"
#include "sim/hazards/quake_damage.h"
#include "sim/physics/furniture.h"
#include "tests/support/building_builder.h"
#include "tests/support/paths.h"

namespace muster::testing {
namespace {

constexpr int storeys = 5, rooms = 6, desks_across = 5, desks_along = 8;

Building block() {
    BuildingBuilder b("block");
    for (int f = 0; f < storeys; ++f) {
        const std::string level = "F" + std::to_string(f + 1);
        b.level(level, 3.6 * f, f + 1);
        for (int r = 0; r < rooms; ++r) {
            const std::string room = level + "_" + std::to_string(r);
            const double x = 9.3 * r;
            b.room(room, {{x, 0.0}, {x + 9.0, 7.0}});
            for (int i = 0; i < desks_along; ++i)
                for (int j = 0; j < desks_across; ++j)
                    b.obstacle(room + "_d" + std::to_string(desks_across * i + j), room,
                               Box{{x + 1.0 + 0.9 * i, 0.8 + 1.1 * j}, {x + 1.6 + 0.9 * i, 1.2 + 1.1 * j}});
            for (int k = 0; k < 2; ++k)
                b.obstacle(room + "_s" + std::to_string(k), room,
                           Box{{x + 0.05, 1.0 + 2.0 * k}, {x + 0.35, 2.5 + 2.0 * k}}, ObstacleKind::shelf, 80.0);
        }
    }
    Building out = b.build();
    for (Obstacle& o : out.obstacles) o.height_m = o.kind == ObstacleKind::shelf ? 1.8 : 0.75;
    return out;
}

template <class Work>
void measure(const char* what, double simulated_s, Work&& work) {
    std::vector<double> taken;
    for (int run = 0; run < 6; ++run) {
        const auto start = std::chrono::steady_clock::now();
        work(static_cast<std::uint64_t>(run));
        if (run > 0) taken.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(taken.begin(), taken.end());
    std::printf("%-44s %8.3f %8.3f %8.3f s, %6.0f x\n", what, taken.front(), taken[2], taken.back(),
                simulated_s / taken[2]);
}

GroundMotion a_minute(std::uint64_t seed) {
    CodeSpectrum code;
    code.intensity = 9.0;
    GroundMotion motion = hazards::draw_motion(code, seed);
    const std::vector<double> once = motion.accel;
    motion.accel.insert(motion.accel.end(), once.begin(), once.end());
    return motion;
}

}  // namespace
}  // namespace muster::testing

int main() {
    using namespace muster;
    using namespace muster::testing;
    const Building building = block();
    const hazards::BuildingFrame frame = hazards::frame_of(building);
    const hazards::ShearModel model = hazards::shear_model({}, frame.storey_m, frame.breadth_m);
    measure("60 s: motion, floors, damage, furniture", 60.0, [&](std::uint64_t seed) {
        const hazards::FloorMotion motion = hazards::shake(model, a_minute(seed));
        const hazards::QuakeDamage damage = hazards::draw_damage(building, motion, {1.0, 0.0}, seed, 0);
        std::vector<physics::FloorAcceleration> floors;
        for (const Level& level : building.levels) floors.push_back({motion.accel[frame.floor_of(level)], motion.dt_s});
        const auto slid = physics::slide_furniture(building, floors, {1.0, 0.0}, 0.3);
        if (damage.items.size() + slid.items.size() > 2000) std::puts("?");
    });
    auto loaded = scenarios::load_world(source_file("scenarios/library/primary_quake_rare.scenario.json"));
    if (!loaded.value) return 1;
    const engine::Prepared prepared = engine::prepare(loaded.value->world);
    double simulated = 0.0;
    engine::Simulation first(prepared, 1);
    first.run();
    simulated = first.outcome().ended.seconds();
    measure("primary school, rare earthquake, whole run", simulated, [&](std::uint64_t) {
        engine::Simulation simulation(prepared, 1);
        simulation.run();
    });
}
