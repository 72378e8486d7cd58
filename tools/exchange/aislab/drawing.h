// SPDX-License-Identifier: Apache-2.0
// One AISLab file as it is written: pixels, labels, doors as marked by each room. No healing here.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/finding.h"
#include "sim/geometry/polygon.h"
#include "tools/exchange/aislab/aislab.h"

namespace muster::aislab {

struct DrawnDoor {
    std::vector<std::string> rooms;  // ids it joins, the room that lists it among them
    std::optional<Segment> at;       // often of length 0
    int line = 0;
};

struct DrawnRoom {
    std::string id, label;
    Ring outline;  // as drawn, y downwards
    std::vector<DrawnDoor> doors;
    int line = 0;
};

struct Drawing {
    std::string file, name;
    double metres_per_px = 0.0;
    std::vector<DrawnRoom> rooms;
};

[[nodiscard]] std::optional<Drawing> read_drawing(const DrawingText& source, Findings& findings);

}  // namespace muster::aislab
