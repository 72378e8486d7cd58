// SPDX-License-Identifier: Apache-2.0
// The air people are in, and air over time that another program has worked out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/id.h"

namespace muster {

/// The air at a person's head.
struct AirAtHead {
    double extinction = 0.0;  // 1/m, to base e
    double temperature_k = 293.15;
    double co_ppm = 0.0, hcn_ppm = 0.0;
    double co2_percent = 0.0;
    double oxygen_percent = 20.9;
    double radiation_w_m2 = 0.0;  // on the skin
    double trace_ppm = 0.0;       // of the released gas
};

/// What an outside run may tell of the air.
enum class AirQuantity : std::uint8_t { temperature, extinction, co, co2, oxygen, hcn };
/// The member of that quantity.
[[nodiscard]] double& value_of(AirAtHead& air, AirQuantity what);

/// Two layers, lower and upper. One layer only where layer_m is 0.
struct LayeredAir {
    double layer_m = 1e9;  // height of the upper layer's edge above the floor
    AirAtHead lower, upper;
};

/// Air of one space, or of one cell of a long corridor.
struct RecordedRoom {
    SpaceId space;
    int cell = -1;               // along the space; < 0 = all of it
    std::vector<LayeredAir> at;  // beside SmokeRecord::time_s
};

/// One quantity on a level grid near head height. Plan coordinates, ascending.
struct RecordedSlice {
    AirQuantity what = AirQuantity::temperature;
    LevelId level;
    std::vector<double> x, y;  // of the grid's points
    std::vector<double> time_s;
    std::vector<float> values;  // per time, per y, per x; in the units of AirAtHead
};

struct RecordedTrip {
    std::size_t fixture = 0;  // index into Building::fixtures
    double at_s = 0.0;
};

/// Air over time in the spaces of a plan, as another program worked it out. Times from the start of its run.
struct SmokeRecord {
    double starts_s = 0.0;  // of its run, in the scenario's time
    std::vector<double> time_s;
    std::vector<RecordedRoom> rooms;
    std::vector<RecordedSlice> slices;
    std::vector<RecordedTrip> trips;
    std::vector<SpaceId> unmapped;   // indoor spaces of which it says nothing: their air stays clear
    std::vector<std::string> files;  // as read
};

}  // namespace muster
