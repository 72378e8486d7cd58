// SPDX-License-Identifier: Apache-2.0
// Measured trajectories and our own, read in the same way: who is where at each frame.
#pragma once

#include <string>
#include <vector>

#include "sim/geometry/polygon.h"
#include "sim/record/trace.h"

namespace muster::verify {

struct Track {
    double first_s = 0.0;
    std::vector<Vec2> places;  // m, one per frame
};

struct Trajectories {
    double frame_s = 0.0;
    std::vector<Track> tracks;
};

/// Text files of lines "id frame x y z" in centimetres, '#' for remarks, frames of one person without gaps.
/// Throws std::runtime_error naming file and line.
[[nodiscard]] Trajectories read_trajectories(const std::string& path, double frames_per_s);

/// A recorded run; a track ends where the person leaves. Samples must be evenly spaced while people move.
[[nodiscard]] Trajectories trajectories_of(const Trace& trace);

/// What an experiment's table says of a run through an area of a corridor along x.
struct AreaReading {
    double flow = 0.0;     // persons/s through the middle of the area
    double density = 0.0;  // persons/m2, counted
    double speed = 0.0;    // m/s, of all inside
};

/// While the crossings of the area's middle go from `from_share` to `until_share` of their number.
[[nodiscard]] AreaReading read_area(const Trajectories& trajectories, const Box& area, double from_share,
                                    double until_share);

}  // namespace muster::verify
