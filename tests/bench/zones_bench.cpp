// SPDX-License-Identifier: Apache-2.0
// Cost of fire and smoke: 900 s at steps of 1 s in a floor of 13 zones and in a block of five floors and two stairs
// (77). Prints min / median / max of seven runs, s. CFAST 8 took 3.5 s and 279 s for 13 and 75 rooms as built by its
// makers.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "sim/hazards/zone_network.h"

namespace muster::testing {
namespace {

/// `floors` of a corridor in three cells with twelve classrooms, and stairs at both ends where there is more than one.
hazards::ZoneNetwork block(int floors, int cells) {
    std::vector<hazards::ZoneShape> zones;
    std::vector<hazards::ZoneVent> vents;
    const bool stairs = floors > 1;
    for (int s = 0; s < (stairs ? 2 : 0); ++s) {
        hazards::ZoneShape stair{21.6, 3.6 * floors, 0.0, 20.0};
        stair.mixed = true;
        zones.push_back(stair);
        vents.push_back({zones.size() - 1, hazards::outdoors, {0.0, 2.1, 1.5, 0.7}, 1.0});
    }
    for (int f = 0; f < floors; ++f) {
        const double z = 3.6 * f;
        const std::size_t corridor = zones.size();
        for (int c = 0; c < cells; ++c) {
            zones.push_back({54.0 * 2.4 / cells, 3.2, z, 112.8 / cells});
            if (c > 0) vents.push_back({zones.size() - 2, zones.size() - 1, {z, z + 3.2, 2.4, 0.7}, 1.0});
        }
        const std::size_t last = zones.size() - 1;
        vents.push_back({corridor, stairs ? 0 : hazards::outdoors, {z, z + 2.1, 1.5, 0.7}, 1.0});
        vents.push_back({last, stairs ? 1 : hazards::outdoors, {z, z + 2.1, 1.5, 0.7}, 1.0});
        for (int r = 0; r < 12; ++r) {
            zones.push_back({63.4, 3.2, z, 32.0});
            vents.push_back({zones.size() - 1,
                             corridor + static_cast<std::size_t>(r * cells / 12),
                             {z, z + 2.1, 1.0, 0.7},
                             r % 3 == 0 ? 1.0 : 0.1});
            vents.push_back({zones.size() - 1, hazards::outdoors, {z, z + 3.2, 0.005, 0.7}, 1.0});
        }
    }
    hazards::ZoneFire fire;
    fire.zone = zones.size() - 6;
    return {zones, vents, {fire}, {}, {}};
}

void measure(const char* what, int floors, int cells) {
    std::vector<double> taken;
    std::size_t zones = 0;
    int lost = 0;
    for (int run = 0; run < 8; ++run) {
        hazards::ZoneNetwork network = block(floors, cells);
        zones = network.shapes().size();
        const auto start = std::chrono::steady_clock::now();
        for (int s = 0; s < 900; ++s) {
            network.fires()[0].free_burning_w = std::min(2.0e6, 11.72 * s * s);
            lost += network.step(1.0).converged ? 0 : 1;
        }
        if (run > 0) taken.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(taken.begin(), taken.end());
    std::printf("%-28s %3zu zones %9.4f %9.4f %9.4f s, %d steps not converged\n", what, zones, taken.front(),
                taken[taken.size() / 2], taken.back(), lost);
}

}  // namespace
}  // namespace muster::testing

int main() {
    muster::testing::measure("one floor, 900 s", 1, 1);
    muster::testing::measure("five floors, 900 s", 5, 3);
}
