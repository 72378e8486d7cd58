// SPDX-License-Identifier: Apache-2.0
// One shock as the building felt it.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/id.h"
#include "sim/geometry/polygon.h"

namespace muster {

struct FloorShaking {
    double peak_accel = 0.0;     // m/s2
    double peak_velocity = 0.0;  // m/s
    double jma = 0.0, china = 0.0;
    std::vector<float> running_jma, running_china;  // of the last 2 s, every `every_s`
};

struct LyingItem {
    ObstacleId item;
    Ring footprint;
    bool toppled = true;  // else it slid, and stands there
};

struct QuakeRecord {
    double at_s = 0.0;  // start, from the start of the run
    bool aftershock = false;
    double period_s = 0.0;  // of the building
    double every_s = 0.5;
    std::vector<FloorShaking> floors;  // [0] = ground
    std::vector<double> drift;         // per storey, lowest first
    std::vector<LyingItem> fallen;     // or about to fall, or slid more than 0.1 m
    int slid = 0;                      // pieces of furniture that slid
    double farthest_slid_m = 0.0;
};

}  // namespace muster
