// SPDX-License-Identifier: Apache-2.0
// A scenario's rooms, openings, fires, exhausts and detectors as a CFAST 7/8 input file, so that a fire engineer can
// check our smoke with CFAST itself. Rooms have the names of sim/model/plain_names.h and become rectangles of their
// area and perimeter, in which fires and detectors keep their place. Doors stand as they are at the start; people do
// not exist there.
#pragma once

#include <string>
#include <vector>

#include "sim/model/world.h"

namespace muster::cfast {

struct CfastExport {
    std::string text;
    int compartments = 0, vents = 0, fires = 0, exhausts = 0, devices = 0;
    std::vector<std::string> left_out;  // keys of the places of fires and exhausts outdoors
};

[[nodiscard]] CfastExport write_cfast_input(const World& world);

}  // namespace muster::cfast
